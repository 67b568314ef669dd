import PageContent

/// Dates and years as reports print them. Takes normalised text.
enum PrintedDate {
  /// 2021年10月29日 → 2021-10-29, 2024年8月 → 2024-08, 发布日期:2024-08-30 → 2024-08-30; nil for anything more than a date.
  static func iso(_ text: String, wording: HeadWording = .shared) -> String? {
    guard text.utf8.count < longest else { return nil }
    var rest = Substring(text)
    if rest.first == "(" { rest.removeFirst() }
    for label in wording.words(.dateLabel) where rest.begins(with: label + ":") {
      rest = rest.dropFirst(label.count + 1)
      break
    }
    if rest.first == "(" { rest.removeFirst() }
    if rest.ends(with: ")") { rest.removeLast() }
    return inWords(rest) ?? inDigits(rest)
  }

  /// In UTF-8: 发布日期: and a date in Chinese numerals.
  private static let longest = 64

  private static func inWords(_ text: Substring) -> String? {
    guard let range = yearRange(in: text), range.lowerBound == text.startIndex, let year = year(in: text) else {
      return nil
    }
    let rest = text[range.upperBound...]
    guard let monthEnd = rest.firstIndex(of: "月"), let month = number(rest[..<monthEnd]) else { return nil }
    let days = rest[rest.index(after: monthEnd)...]
    if days.isEmpty { return iso(year, month) }
    guard days.last == "日" || days.last == "号", let day = number(days.dropLast()) else { return nil }
    return iso(year, month, day)
  }

  /// 2024-08-30, 2024/8/30, 2024.8.30.
  private static func inDigits(_ text: Substring) -> String? {
    guard let mark = text.first(where: { "-/.".contains($0) }) else { return nil }
    let parts = text.split(separator: mark, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts.dropFirst().allSatisfy({ (1...2).contains($0.count) }),
      let year = Int(parts[0]), years.contains(year), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    return iso(year, month, day)
  }

  private static func iso(_ year: Int, _ month: Int, _ day: Int? = nil) -> String? {
    guard (1...12).contains(month), (1...31).contains(day ?? 1) else { return nil }
    let parts = [month] + (day.map { [$0] } ?? [])
    return parts.reduce("\(year)") { $0 + ($1 < 10 ? "-0\($1)" : "-\($1)") }
  }

  private static let years = 1990...2099

  /// The first year in a text: 2024年, 二〇二四年.
  static func year(in text: Substring) -> Int? {
    guard let range = yearRange(in: text) else { return nil }
    let value = text[range].unicodeScalars.prefix(4).reduce(0) { $0 * 10 + (digit($1) ?? 0) }
    return years.contains(value) ? value : nil
  }

  /// Where a year stands, its 年 or 年度 with it.
  static func yearRange(in text: Substring) -> Range<Substring.Index>? {
    guard text.holds("年") else { return nil }
    var index = text.startIndex
    while let mark = text[index...].firstIndex(of: "年") {
      // Of the last five characters, so that more digits are no year.
      let digits = text[..<mark].unicodeScalars.suffix(5).reduce(0) { digit($1) == nil ? 0 : $0 + 1 }
      if digits == 4 {
        let start = text.index(mark, offsetBy: -4)
        var end = text.index(after: mark)
        if end < text.endIndex, text[end] == "度" { end = text.index(after: end) }
        return start..<end
      }
      index = text.index(after: mark)
    }
    return nil
  }

  /// The year of a line that says nothing else: 2024年度, (2024年).
  static func yearAlone(_ text: String) -> Int? {
    guard text.utf8.count < longest else { return nil }
    var rest = Substring(text)
    if rest.first == "(", rest.last == ")" { rest = rest.dropFirst().dropLast() }
    guard let range = yearRange(in: rest), range == rest.startIndex..<rest.endIndex else { return nil }
    return year(in: rest)
  }

  /// A digit of a year: 〇 is printed in many ways.
  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCIIDigit { return Int(scalar.value) - 0x30 }
    return scalar == "○" || scalar == "O" ? 0 : ChineseNumeral.digit(scalar)
  }

  private static func number(_ text: Substring) -> Int? { Int(text) ?? ChineseNumeral.value(text.unicodeScalars) }
}
