/// Statements of how many subordinate units a department has.
enum SubordinateUnits {
  static func statements(in text: ReportText) -> [(count: Int, words: String)] {
    guard text.holds(subordinate) else { return [] }
    var found = denials.filter(text.holds).map { (0, $0.text) }
    var rest = Substring(text.words)
    while let mark = rest.range(of: "下属") {
      let after = rest[mark.upperBound...]
      rest = after
      let skipped = after.begins(with: "单位") ? after.dropFirst(2) : after
      let digits = skipped.prefix { $0.isASCII && $0.isNumber }
      let tail = skipped.dropFirst(digits.count)
      guard let count = Int(digits), tail.begins(with: "个"),
        skipped.count < after.count || tail.dropFirst().begins(with: "单位")
      else { continue }
      let words = skipped.count < after.count ? "下属单位\(digits)个" : "下属\(digits)个单位"
      found.append((count, words))
    }
    return found
  }

  private static let subordinate: Phrase = "下属"
  private static let denials: [Phrase] = ["没有下属单位", "无下属单位", "没有下属预算单位", "无下属预算单位"]
}
