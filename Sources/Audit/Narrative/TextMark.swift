import Disclosure

/// Something that a template or a hasty hand leaves in a text.
enum TextMark {
  /// A stand-in that the template puts where the department's own words belong: XX局, ××万元, X年X月.
  static func placeholders(in text: String) -> [String] {
    guard text.unicodeScalars.contains(where: isStandIn) else { return [] }
    let scalars = Array(text.unicodeScalars)
    var found: [String] = []
    var index = 0
    while index < scalars.count {
      guard isStandIn(scalars[index]) else {
        index += 1
        continue
      }
      var end = index
      while end < scalars.count, isStandIn(scalars[end]) { end += 1 }
      let before = index > 0 ? scalars[index - 1] : " "
      let after = end < scalars.count ? scalars[end] : " "
      // A model's name, 5×8, a Latin word.
      let isWord = isLatin(before) || isLatin(after)
      let isAlone = end - index == 1
      if !isWord, !isAlone || standsForNumber(after) {
        found.append(String(String.UnicodeScalarView(scalars[index..<min(scalars.count, end + 1)])))
      }
      index = end
    }
    return found
  }

  /// Words of the template between which the author had to choose, or that tell the author what to do.
  static func choices(in text: ReportText) -> [String] { leftOvers.indices(in: text).map { leftOvers[$0].text } }

  private static let leftOvers: PhraseSet = [
    "增加(减少)", "增加(下降)", "增加/减少", "减少(增加)", "减少/增加", "增长(下降)", "增长/下降", "下降(增长)", "增长(减少)", "上升(下降)",
    "提高(降低)", "大于(小于)", "小于(大于)", "大于/小于", "大于(小于、等于)", "大于/等于/小于", "高于(低于)", "多于(少于)", "持平(增加",
    "(如有)", "(如无", "(若有)", "(部、委、办)", "(部、委、局)", "(委、办)", "(委、局、办)", "(局、委)", "(单位名称)", "(部门名称)", "(单位全称)",
    "(部门全称)", "(填写", "(请填", "(请说明", "(请注明", "(此处", "(可根据", "(根据实际", "(结合实际", "(注:没有", "仍保留该表格", "请删除", "删除此",
  ]

  /// Two marks where one should stand: 。。, ，。, 、，.
  static func doubledPunctuation(in text: String) -> [String] {
    var found: [String] = []
    var before: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      let mark = isPunctuation(scalar) ? scalar : nil
      if let before, let mark { found.append(String(String.UnicodeScalarView([before, mark]))) }
      before = mark
    }
    return found
  }

  /// A word that stands twice right before or behind a figure: 为为12万元, 12万元万元.
  static func doubledWords(in text: ReportText) -> [String] {
    doubled.indices(in: text).filter { standsByFigure($0, in: text.words) }.map { doubled[$0].text }
  }

  private static func standsByFigure(_ index: Int, in text: String) -> Bool {
    var rest = Substring(text)
    while let found = rest.range(of: doubled[index].text) {
      let before = text[..<found.lowerBound].last
      let after = text[found.upperBound...].first
      if isDigit(after) || isDigit(before) && index >= words.count { return true }
      rest = rest[found.upperBound...]
    }
    return false
  }

  /// What stands beside figures, and never twice.
  private static let words = ["为", "是", "占", "约", "共", "增加", "减少", "增长", "下降", "完成", "合计", "总计", "共计"]
  private static let units = ["万元", "元", "%"]
  private static let doubled = PhraseSet((words + units).map { Phrase($0 + $0) })

  private static func isDigit(_ character: Character?) -> Bool { character.map { $0.isASCII && $0.isNumber } ?? false }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "，", "；", "：", "、", "！", "？": true
    default: false
    }
  }

  private static func isStandIn(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "X" || scalar == "x" || scalar == "×" || scalar == "Ｘ" || scalar == "ｘ" || scalar == "╳"
  }

  private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  private static func standsForNumber(_ scalar: Unicode.Scalar) -> Bool {
    "年月日万元个辆人项台次批局部委厅".unicodeScalars.contains(scalar)
  }
}
