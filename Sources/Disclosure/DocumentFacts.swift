import PageContent
import TableStructure

/// What a report's titles say of it: its kind and its fiscal year, which the reading of its tables needs.
struct ReportContext {
  var kind: DisclosedDocument.Kind?
  var fiscalYear: Int?
  fileprivate var titles: [ReportTitle] = []

  init() {}

  init(_ blocks: [Block]) {
    self.init(paragraphs: blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } })
    if fiscalYear != nil { return }
    // A file of tables alone may say it in their first rows.
    let inside = ReportContext(
      paragraphs: blocks.flatMap { if case .table(let table) = $0 { table.titleRows } else { [Paragraph]() } })
    fiscalYear = inside.fiscalYear
    kind = kind ?? inside.kind
  }

  init(paragraphs: [Paragraph]) {
    titles = paragraphs.compactMap { paragraph in
      guard paragraph.text.utf8.count < 240, paragraph.text.holds("算") else { return nil }
      return ReportTitle(Wording.normalised(paragraph.text))
    }
    fiscalYear = mostFrequent(titles.prefix(40).compactMap(\.year))
    if let first = titles.first(where: { $0.year != nil }), titles.filter({ $0.year == first.year }).count > 1 {
      // The cover counts for more than any heading left over from last year.
      fiscalYear = first.year
    }
    kind = mostFrequent(titles.prefix(8).map(\.kind))
  }
}

extension Table {
  /// The texts that stand alone in the first rows.
  fileprivate var titleRows: [Paragraph] {
    (0..<min(2, rowCount)).compactMap { row in
      let texts = cells.prefix { $0.row <= row }.filter { $0.row == row && !$0.text.isEmpty }
      return texts.count == 1 ? Paragraph(text: texts[0].text, location: texts[0].location) : nil
    }
  }
}

/// Who published the report, for which year, and when: read from its cover, its titles and its headings, never from the
/// file's name.
struct DocumentFacts {
  var department: String?
  var scope: DisclosedDocument.Scope?
  var publishedOn: String?

  /// How many paragraphs from the top may belong to the cover.
  private static let coverLength = 12

  init(context: ReportContext, paragraphs: [Paragraph], tables: [FormTable]) {
    scope = mostFrequent(context.titles.compactMap(\.scope))
    publishedOn =
      paragraphs.prefix(DocumentFacts.coverLength).lazy.compactMap { Date.iso(Wording.normalised($0.text)) }
      .first
    department = DocumentFacts.department(titles: context.titles, tables: tables, paragraphs: paragraphs)
  }

  // MARK: The department

  private static func department(titles: [ReportTitle], tables: [FormTable], paragraphs: [Paragraph]) -> String? {
    if let printed = mostFrequent(tables.compactMap(\.department)) { return printed }
    guard
      let short = mostFrequent(titles.compactMap(\.department)) ?? nameOnCover(paragraphs) ?? nameOfOverview(paragraphs)
    else { return nil }
    return fullName(of: short, in: paragraphs) ?? short
  }

  /// A line of the cover that is nothing but a name, or two that make one, above a title without one.
  private static func nameOnCover(_ paragraphs: [Paragraph]) -> String? {
    let lines = paragraphs.prefix(6).map { Wording.normalised($0.text) }
    let pairs = zip(lines, lines.dropFirst()).map { $0 + $1 }
    return (lines + pairs).first { OrganisationName.isOne($0) && ReportTitle($0) == nil }
  }

  /// 第一部分 某局概况: the heading of a report's first part.
  private static func nameOfOverview(_ paragraphs: [Paragraph]) -> String? {
    for paragraph in paragraphs {
      var text = Wording.normalised(paragraph.text)
      guard text.ends(with: "概况"), text.count < 50 else { continue }
      text.removeLast(2)
      if text.begins(with: "第"), let part = text.range(of: "部分") { text = String(text[part.upperBound...]) }
      text = Wording.withoutOrdinal(text)
      for word in ["部门", "单位", "基本"] where text.ends(with: word) { text.removeLast(word.count) }
      if OrganisationName.isOne(text) { return text }
    }
    return nil
  }

  private static let longestPlace = 12

  /// 武汉市青山区大数据中心 for 大数据中心: the longest form of the name that begins with a place and stands twice.
  private static func fullName(of short: String, in paragraphs: [Paragraph]) -> String? {
    var counts: [String: Int] = [:]
    for paragraph in paragraphs {
      let text = Wording.normalised(paragraph.text)
      var rest = Substring(text)
      while let found = rest.range(of: short) {
        // One character more than a place's name may have, so that a text of nothing but names is read once.
        let before = text[..<found.lowerBound].suffix(longestPlace + 1)
        let prefix = String(String(before.reversed().prefix { $0.isChineseLetter }).reversed())
        if !prefix.isEmpty, let place = placeName(atEndOf: prefix) { counts[place + short, default: 0] += 1 }
        rest = rest[found.upperBound...]
      }
    }
    return counts.filter { $0.value > 1 }.max { ($0.key.count, $0.key) < ($1.key.count, $1.key) }?.key
  }

  /// The run of place names, 省市区县州旗镇乡, that ends a text: 纳入武汉市青山区 gives 武汉市青山区 only where it begins there.
  private static func placeName(atEndOf text: String) -> String? {
    guard let last = text.last, "省市区县州旗盟镇乡".contains(last), text.count >= 2, text.count <= longestPlace
    else { return nil }
    // A verb or a conjunction before the place is none of it.
    if text.contains(where: { "的和与由为在是至年度从对向及按将经以".contains($0) }) { return nil }
    return text
  }
}

/// The value that occurs most often; of several the first.
private func mostFrequent<Value: Hashable>(_ values: [Value]) -> Value? {
  var counts: [Value: Int] = [:]
  for value in values { counts[value, default: 0] += 1 }
  let most = counts.values.max() ?? 0
  return values.first { counts[$0] == most }
}

/// A line that names a report: 2020年度大数据中心部门决算, 第二部分某局2024年度部门决算表.
package struct ReportTitle {
  package var year: Int?
  package var department: String?
  var kind: DisclosedDocument.Kind
  var scope: DisclosedDocument.Scope?

  /// Takes normalised text.
  package init?(_ text: String) {
    let isFinal = text.range(of: "决算")
    guard let word = isFinal ?? text.range(of: "预算"), text.count < 60,
      !text.unicodeScalars.contains(where: ReportTitle.isStop)
    else {
      return nil
    }
    kind = isFinal == nil ? .budget : .finalAccounts
    var head = text[..<word.lowerBound]
    if head.ends(with: "部门") {
      scope = .department
      head = head.dropLast(2)
    } else if head.ends(with: "单位") {
      scope = .unit
      head = head.dropLast(2)
    }
    year = Date.year(in: head) ?? Date.year(in: text[...])
    guard scope != nil || (year != nil && text.count < 40) else { return nil }
    department = ReportTitle.department(in: head)
  }

  /// What ends a sentence or a clause.
  private static func isStop(_ scalar: Unicode.Scalar) -> Bool { scalar == "。" || scalar == ";" || scalar == "," }

  private static func department(in head: Substring) -> String? {
    var name = String(head)
    if name.begins(with: "第"), let part = name.range(of: "部分") { name = String(name[part.upperBound...]) }
    while let first = name.first, ":、,.".contains(first) { name.removeFirst() }
    // The year may stand before or after the name.
    if let year = Date.yearRange(in: name[...]) {
      let before = name[..<year.lowerBound]
      let after = name[year.upperBound...]
      name = String(before.isEmpty ? after : before)
    }
    if name.ends(with: "的") { name.removeLast() }
    name = Wording.withoutOrdinal(name)
    if name.begins(with: "关于") { name.removeFirst(2) }
    return OrganisationName.isOne(name) ? name : nil
  }
}

/// Names of departments and units.
enum OrganisationName {
  /// What the name of a department or unit ends in.
  private static let endings = [
    "局", "委", "办", "厅", "院", "校", "会", "中心", "处", "所", "站", "队", "馆", "部", "政府", "学", "园", "社", "团", "台", "场", "科",
    "室", "公司", "集团", "机关", "党校", "组", "宫", "联", "行", "署", "幼儿园", "管理区", "街道", "开发区", "新区", "(本级)", "本级", "党",
  ]
  /// What no name holds, but a form's title or a heading does.
  private static let foreign = ["收入", "支出", "拨款", "预算", "决算", "基金", "经费", "情况", "说明", "部分", "目录", "年度", "公开"]

  /// Takes normalised text.
  static func isOne(_ text: String) -> Bool {
    // 教育局(乡镇学校)
    if text.ends(with: ")"), let open = text.lastIndex(of: "("), open > text.startIndex, isOne(String(text[..<open])) {
      return text.count <= 40 && !foreign.contains(where: text.holds)
    }
    return text.count >= 3 && text.count <= 40 && text.first != "("
      && text.allSatisfy { $0.isChineseLetter || $0.isLetter || "()·".contains($0) }
      && endings.contains(where: text.ends) && !foreign.contains(where: text.holds)
      && !["本部门", "本单位", "我局", "我部", "部门", "各部"].contains(where: text.ends)
  }
}

/// Dates as reports print them.
enum Date {
  /// 2021年10月29日 → 2021-10-29, 2024年8月 → 2024-08; nil for anything more than a date.
  static func iso(_ text: String) -> String? {
    var rest = Substring(text)
    for mark in ["(", "公开时间:", "公开日期:", "发布时间:", "发布日期:", "日期:"] where rest.begins(with: mark) {
      rest = rest.dropFirst(mark.count)
    }
    if rest.ends(with: ")") { rest = rest.dropLast() }
    guard let range = yearRange(in: rest), range.lowerBound == rest.startIndex, let year = year(in: rest) else {
      return nil
    }
    rest = rest[range.upperBound...]
    guard let monthEnd = rest.firstIndex(of: "月"), let month = number(rest[..<monthEnd]), (1...12).contains(month)
    else {
      return nil
    }
    rest = rest[rest.index(after: monthEnd)...]
    let prefix = "\(year)-\(padded(month))"
    if rest.isEmpty { return prefix }
    guard rest.last == "日" || rest.last == "号", let day = number(rest.dropLast()), (1...31).contains(day) else {
      return nil
    }
    return "\(prefix)-\(padded(day))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// The first year in a text: 2024年, 二〇二四年.
  static func year(in text: Substring) -> Int? {
    guard let range = yearRange(in: text) else { return nil }
    var value = 0
    for character in text[range].prefix(4) {
      guard let digit = digit(character) else { return nil }
      value = value * 10 + digit
    }
    return (1990...2099).contains(value) ? value : nil
  }

  /// Where a year stands, its 年 or 年度 with it.
  static func yearRange(in text: Substring) -> Range<Substring.Index>? {
    guard text.holds("年") else { return nil }
    var index = text.startIndex
    while let mark = text[index...].firstIndex(of: "年") {
      let digits = text[..<mark].reversed().prefix { digit($0) != nil }
      if digits.count == 4 {
        let start = text.index(mark, offsetBy: -4)
        var end = text.index(after: mark)
        if end < text.endIndex, text[end] == "度" { end = text.index(after: end) }
        return start..<end
      }
      index = text.index(after: mark)
    }
    return nil
  }

  private static func digit(_ character: Character) -> Int? {
    if let value = character.wholeNumberValue, character.isASCII { return value }
    let position = "〇一二三四五六七八九".firstIndex(of: character).map {
      "〇一二三四五六七八九".distance(from: "〇一二三四五六七八九".startIndex, to: $0)
    }
    return position ?? (character == "○" || character == "零" || character == "O" ? 0 : nil)
  }

  private static func number(_ text: Substring) -> Int? {
    if let value = Int(text) { return value }
    let digits = text.map { $0 == "十" ? 10 : digit($0) ?? -1 }
    switch digits {
    case [10]: return 10
    case let two where two.count == 1 && two[0] >= 0: return two[0]
    case let two where two.count == 2 && two[0] == 10 && two[1] >= 0: return 10 + two[1]
    case let two where two.count == 2 && two[1] == 10 && two[0] > 0: return two[0] * 10
    case let three where three.count == 3 && three[1] == 10 && three[0] > 0 && three[2] >= 0:
      return three[0] * 10 + three[2]
    default: return nil
    }
  }
}

extension Character {
  var isChineseLetter: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }
}
