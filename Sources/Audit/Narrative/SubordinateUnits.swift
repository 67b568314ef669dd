import Disclosure
import PageContent

/// Statements of how many subordinate units a department has.
enum SubordinateUnits {
  /// 下属1个单位, 没有下属单位: every statement of how many there are.
  static func evaluate(_ subject: Subject, _ verdicts: inout Verdicts) {
    var stated: [(count: Int, location: Location, words: String)] = []
    for text in subject.texts {
      for (count, words) in statements(in: text) { stated.append((count, text.location, words)) }
    }
    guard let first = stated.first else { return verdicts.record(.notApplicable) }
    let counts = Set(stated.map(\.count))
    guard counts.count > 1 else { return verdicts.record(.passed) }
    let places = counts.sorted().compactMap { count in stated.first { $0.count == count } }
    let message = places.map { "“\($0.words)”" }.joined(separator: "与")
    verdicts.fail(
      "下属单位个数前后不一：\(message)。",
      evidence: (places.isEmpty ? [first] : places).map { Evidence(location: $0.location, text: $0.words) })
  }

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
