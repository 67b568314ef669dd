import Disclosure

/// What a hasty hand leaves out.
extension TextMark {
  /// 占76.23; a percentage without its sign, where its paragraph prints others with it.
  static func barePercentages(in text: ReportText) -> [String] {
    guard text.words.holds("%") else { return [] }
    return bearers.indices(in: text).flatMap { index -> [String] in
      let bearer = bearers[index].text
      var found: [String] = []
      var rest = Substring(text.words)
      while let mark = rest.range(of: bearer) {
        rest = rest[mark.upperBound...]
        let number = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard isPercentage(number), let next = rest[number.endIndex...].first, ",;。、".contains(next) else { continue }
        found.append(bearer + number)
      }
      return found
    }
  }

  /// 主要原因是。
  static func emptyReasons(in text: ReportText) -> [String] {
    reasons.indices(in: text).flatMap { index -> [String] in
      let reason = reasons[index].text
      var found: [String] = []
      var rest = Substring(text.words)
      while let mark = rest.range(of: reason) {
        rest = rest[mark.upperBound...]
        let after = rest.prefix { ":,".contains($0) }
        guard after.count < 2, let next = rest[after.endIndex...].first, next == "。" || next == ";" else { continue }
        found.append(reason)
      }
      return found
    }
  }

  /// What stands right before a percentage.
  private static let bearers: PhraseSet = [
    "占", "占比", "占比为", "占总支出的", "占总收入的", "占本年收入的", "占本年支出的", "占本年收入合计的", "占本年支出合计的", "增长", "下降", "完成预算的", "完成年初预算的",
  ]

  private static let reasons: PhraseSet = ["原因是", "原因为", "原因:", "主要是由于", "主要是因为"]

  /// A number with decimals, up to a hundred or a little above.
  private static func isPercentage(_ number: Substring) -> Bool {
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].count) && (1...2).contains(parts[1].count)
  }
}
