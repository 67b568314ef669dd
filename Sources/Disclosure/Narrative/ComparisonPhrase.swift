/// What a figure is held against: 与2023年度相比, 较上年, 比年初预算数.
struct ComparisonPhrase {
  var range: Range<Int>
  var year: Int?
  var basis: NarrativeStatement.Basis
  /// The words between 比 and 相比: 2025年预算执行数.
  var base: Range<Int>

  /// The last one in a part of a text.
  init?(in text: [Unicode.Scalar], _ range: Range<Int>, fiscalYear: Int?, _ wording: NarrativeWording) {
    for index in range.reversed() {
      guard let count = text[index..<range.upperBound].leading(wording[.compare]) else { continue }
      var start = index + count
      if start < range.upperBound, text[start] == "于" { start += 1 }
      // Departments stand before the year: 比本部门2023年度.
      let rest = text[start..<range.upperBound]
      let isPrior = rest.leading(wording[.prior]) != nil
      let year = ComparisonPhrase.year(in: rest)
      // 医疗卫生与计划生育支出 compares nothing.
      if rest.prefix(4).elementsEqual("计划生育".unicodeScalars) { continue }
      let namesPlan = rest.leading(wording[.budget]) != nil
      guard
        isPrior || namesPlan || (year.map { $0.start - start < 6 } ?? false) || rest.leading(wording[.compared]) != nil
      else { continue }
      var end = start
      while end < range.upperBound, !text[end].isClausePunctuation {
        let tail = text[end..<range.upperBound]
        if tail.leading(wording[.compareEnd]) != nil || tail.leading(wording.trends) != nil {
          break
        }
        end += 1
      }
      let words = text[start..<end]
      let plans = words.holds(anyOf: wording[.planned]) && !words.holds(anyOf: wording[.executed])
      self.year = year?.value ?? (isPrior ? fiscalYear.map { $0 - 1 } : nil)
      // Last year's budget is last year's; this year's is the plan.
      basis = plans && !isPrior && (self.year == nil || self.year == fiscalYear) ? .budget : .prior
      base = start..<end
      self.range = index..<end
      return
    }
    return nil
  }

  private static func year(in text: Scalars) -> (value: Int, start: Int)? {
    for index in text.indices.prefix(12) where index + 4 < text.endIndex && text[index + 4] == "年" {
      var value = 0
      for scalar in text[index..<index + 4] {
        guard scalar.isASCIIDigit else {
          value = 0
          break
        }
        value = value * 10 + Int(scalar.value - 0x30)
      }
      if (1990...2099).contains(value) { return (value, index) }
    }
    return nil
  }
}
