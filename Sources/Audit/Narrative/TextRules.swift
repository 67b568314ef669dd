import Disclosure

extension Rule {
  /// What the words of the narrative show by themselves.
  static let texts: [Rule] = [
    Rule(
      id: "text.placeholder", title: "文中没有模板占位符", english: "No placeholder of the template is left in",
      why: "XX局、×年等是模板的占位符，应换成本单位的内容。",
      whyEnglish: "XX局 and ×年 stand where the department's own words belong.", severity: .warning
    ) { TextMarks($0, marks: { TextMark.placeholders(in: $0.printed) }) { "文中留有模板占位符“\($0)”" }.evaluate(&$1) },
    Rule(
      id: "text.templateChoice", title: "文中没有未作选择的模板用语", english: "No choice of the template is left open",
      why: "“增加（减少）”“（如有）”“局（部、委、办）”等是模板供选择或说明的用语，应选定或删去。",
      whyEnglish: "Words between which the template lets the author choose are to be chosen from or struck out.",
      severity: .warning
    ) { TextMarks($0, marks: TextMark.choices) { "文中留有模板用语“\($0)”" }.evaluate(&$1) },
    Rule(
      id: "text.punctuation", title: "标点不重复", english: "No doubled punctuation",
      why: "连用两个标点是录入错误。",
      whyEnglish: "Two marks where one belongs are a slip of the hand.", severity: .warning
    ) { TextMarks($0, marks: { TextMark.doubledPunctuation(in: $0.printed) }) { "标点重复“\($0)”" }.evaluate(&$1) },
    Rule(
      id: "text.brackets", title: "括号、引号成对", english: "Brackets and quotation marks come in pairs",
      why: "缺少一半的括号或引号是录入错误。", whyEnglish: "A bracket or quotation mark without its partner is a slip of the hand.",
      severity: .warning
    ) { BracketCheck(paragraphs: $0.document.paragraphs).evaluate(&$1) },
    Rule(
      id: "text.doubledWord", title: "金额前后的词语不重复", english: "No word beside a figure stands twice",
      why: "“为为12万元”“12万元万元”是录入错误。", whyEnglish: "A word beside a figure that stands twice is a slip of the hand.",
      severity: .warning
    ) { TextMarks($0, marks: TextMark.doubledWords) { "词语重复“\($0)”" }.evaluate(&$1) },
    Rule(
      id: "text.percent", title: "占比、增减幅度后有百分号", english: "A percentage has its sign",
      why: "“占76.23，”一类的数缺百分号，不知是百分比还是金额。",
      whyEnglish: "Without its sign nobody knows whether a figure is a percentage or an amount.", severity: .warning
    ) { TextMarks($0, marks: TextMark.barePercentages) { "“\($0)”后缺百分号或单位" }.evaluate(&$1) },
    Rule(
      id: "text.emptyReason", title: "“主要原因是”之后有原因", english: "A reason that is announced is given",
      why: "“主要原因是。”之后没有内容，是漏填。",
      whyEnglish: "A reason that is announced and not given was left out.", severity: .warning
    ) { TextMarks($0, marks: TextMark.emptyReasons) { "“\($0)”未写原因" }.evaluate(&$1) },
  ]
}

/// The places of marks in the narrative: one finding for each kind of mark.
private struct TextMarks {
  let paragraphs: [ReportText]
  let marks: (ReportText) -> [String]
  let message: (String) -> String

  /// Of a template that was never filled in, the first places do.
  private static let mostPlaces = 40
  /// More kinds of marks than a hasty hand leaves in.
  private static let mostKinds = 6

  init(_ subject: Subject, marks: @escaping (ReportText) -> [String], message: @escaping (String) -> String) {
    paragraphs = subject.texts
    self.marks = marks
    self.message = message
  }

  func evaluate(_ verdicts: inout Verdicts) {
    var kinds: [String] = []
    var places: [String: [ReportText]] = [:]
    var marked: [(paragraph: ReportText, first: String)] = []
    for paragraph in paragraphs {
      let all = marks(paragraph)
      guard let first = all.first else { continue }
      marked.append((paragraph, first))
      let found = Set(all)
      for mark in found.sorted() {
        if places[mark] == nil { kinds.append(mark) }
        places[mark, default: []].append(paragraph)
      }
    }
    let sound = paragraphs.count - marked.count
    if sound > 0 { verdicts.record(.passed, count: sound) }
    // A template that was not filled in has them everywhere.
    if kinds.count > TextMarks.mostKinds {
      verdicts.fail(
        message(kinds[0]) + "等\(kinds.count)种，共\(marked.count)处。",
        evidence: marked.prefix(TextMarks.mostPlaces).map { paragraph, first in
          Evidence(location: paragraph.location, text: Subject.excerpt(paragraph.printed, around: first))
        })
      return
    }
    for mark in kinds {
      let all = places[mark] ?? []
      let count = all.count > 1 ? "，共\(all.count)处" : ""
      verdicts.fail(
        message(mark) + count + "：" + Subject.excerpt(all[0].printed, around: mark),
        evidence: all.prefix(TextMarks.mostPlaces).map {
          Evidence(location: $0.location, text: Subject.excerpt($0.printed, around: mark))
        })
    }
  }
}

extension Subject {
  /// The words around a mark, in quotation marks.
  static func excerpt(_ text: String, around mark: String) -> String {
    let reach = 18
    // A mark may have been found in normalised text: its brackets may be printed full-width, or else the beginning has to do.
    let printed = mark.replacing("(", with: "（").replacing(")", with: "）")
    let range = text.range(of: mark) ?? text.range(of: printed) ?? text.startIndex..<text.startIndex
    let start = text.index(range.lowerBound, offsetBy: -reach, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(range.upperBound, offsetBy: reach, limitedBy: text.endIndex) ?? text.endIndex
    return Wording.quoted(
      (start > text.startIndex ? "…" : "") + text[start..<end] + (end < text.endIndex ? "…" : ""))
  }
}
