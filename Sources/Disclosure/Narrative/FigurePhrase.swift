/// What the words before a figure say of it: which figure it is, and of what.
struct FigurePhrase {
  var measure: NarrativeFact.Measure
  var direction: NarrativeFact.Direction?
  /// The words of the subject, or nothing where it was told before.
  var subject: Range<Int>
  /// With the words that tell the measure: 收入预算.
  var wideSubject: Range<Int>
  var comparison: ComparisonPhrase?
  /// What a share or a completion is of.
  var base: Range<Int>?
  /// A word such as 预算数 or 决算 tells which figure it is.
  var isExplicit = false
  /// The year before the words that tell the measure.
  var year: Int?

  /// Reads the words from the beginning of a clause, or from the end of the figure before, up to the figure.
  init(
    _ head: Range<Int>, in text: [Unicode.Scalar], unitClass: NarrativeWording.UnitClass, fiscalYear: Int?,
    _ wording: NarrativeWording
  ) {
    let phrase = SubjectPhrase(wording: wording, text: text)
    let stripped = phrase.withoutTail(head)
    func comparing(_ range: Range<Int>) -> ComparisonPhrase? {
      ComparisonPhrase(in: text, range, fiscalYear: fiscalYear, wording)
    }
    measure = unitClass == .money ? .amount : unitClass == .count ? .count : .ratio
    subject = stripped
    wideSubject = stripped
    if unitClass == .percent {
      if let share = text[stripped].last(of: wording[.share]) {
        measure = .share
        subject = stripped.lowerBound..<share.lowerBound
        base = phrase.trimmed(share.upperBound..<stripped.upperBound)
      } else if let trend = Trend(text[stripped], wording) {
        readTrend(trend, as: .rate, in: stripped, comparing)
      } else if let done = text[stripped].last(of: wording[.completion]) {
        measure = .completion
        subject = stripped.lowerBound..<done.lowerBound
        base = phrase.trimmed(done.upperBound..<stripped.upperBound)
      } else if let plan = text[stripped].last(of: wording[.budget]), plan.upperBound == stripped.upperBound {
        // 支出决算为年初预算的98%
        measure = .completion
        base = plan
        subject = withoutMeasure(phrase.withoutTail(stripped.lowerBound..<plan.lowerBound), text, wording)
      }
      wideSubject = subject
      return
    }
    if let trend = Trend(text[stripped], wording) {
      readTrend(trend, as: .change, in: stripped, comparing)
      wideSubject = subject
      return
    }
    guard unitClass == .money else { return }
    // 较上年的7.80万元增加22.12万元: what the change is told against.
    if let comparison = comparing(stripped), comparison.basis == .prior,
      comparison.range.upperBound == stripped.upperBound,
      text[comparison.base].trailing(wording[.prior]) != nil,
      // 比上年1.43万元 leaves out a word.
      text[stripped.upperBound..<head.upperBound].contains("的")
    {
      measure = .prior
      self.comparison = comparison
      isExplicit = true
      subject = phrase.withoutTail(stripped.lowerBound..<comparison.range.lowerBound)
      wideSubject = subject
      year = comparison.year
      return
    }
    for (role, value) in [(NarrativeWording.Role.budget, NarrativeFact.Measure.budget), (.final, .final)] {
      guard let count = text[stripped].trailing(wording[role]) else { continue }
      if text[stripped.lowerBound..<stripped.upperBound - count].trailing(wording[.fund]) != nil { return }
      measure = value
      isExplicit = true
      var end = stripped.upperBound - count
      // 完成预算0万元的0%
      if let done = text[stripped.lowerBound..<end].trailing(wording[.completion]) { end -= done }
      subject = phrase.withoutTail(stripped.lowerBound..<end)
      year = FigurePhrase.lastYear(in: text[stripped])
      let before = text[subject]
      if year == nil, let fiscalYear, before.trailing(wording[.prior]) != nil { year = fiscalYear - 1 }
      return
    }
  }

  private mutating func readTrend(
    _ trend: Trend, as measure: NarrativeFact.Measure, in range: Range<Int>,
    _ comparing: (Range<Int>) -> ComparisonPhrase?
  ) {
    self.measure = measure
    direction = trend.direction
    subject = range.lowerBound..<trend.start
    if let comparison = comparing(subject) {
      self.comparison = comparison
      subject = subject.lowerBound..<comparison.range.lowerBound
    }
  }

  /// Without 支出决算 at the end.
  private func withoutMeasure(_ range: Range<Int>, _ text: [Unicode.Scalar], _ wording: NarrativeWording) -> Range<Int>
  {
    guard let count = text[range].trailing(wording[.final]) else { return range }
    return range.lowerBound..<range.upperBound - count
  }

  /// The last year, 2025年, of a text.
  static func lastYear(in text: Scalars) -> Int? {
    for index in text.indices.reversed() where text[index] == "年" && index - text.startIndex >= 4 {
      var value = 0
      for scalar in text[(index - 4)..<index] {
        guard scalar.isASCIIDigit else {
          value = 0
          break
        }
        value = value * 10 + Int(scalar.value - 0x30)
      }
      if (1990...2099).contains(value) { return value }
    }
    return nil
  }
}

/// 增加, 下降, 增加（减少） at the end of the words before a figure.
struct Trend {
  /// nil where both are printed, or neither: 变化.
  var direction: NarrativeFact.Direction?
  var start = 0

  init?(_ text: Scalars, _ wording: NarrativeWording) {
    // 增加（减少）, 增长/下降
    if let last = text.last, last == ")", let open = text.lastIndex(of: "("),
      Trend(text[(open + 1)..<(text.endIndex - 1)], wording)?.start == open + 1,
      let first = Trend(text[..<open], wording)
    {
      start = first.start
      return
    }
    // 负增长 is longer than 增长.
    var longest = 0
    for (role, direction) in [
      (NarrativeWording.Role.increase, NarrativeFact.Direction.increase), (.decrease, .decrease), (.change, nil),
    ] {
      guard let count = text.trailing(wording[role]), count > longest else { continue }
      longest = count
      self.direction = direction
    }
    guard longest > 0 else { return nil }
    start = text.endIndex - longest
    if start - text.startIndex > 2, text[start - 1] == "/" || text[start - 1] == "或",
      let other = Trend(text[..<(start - 1)], wording)
    {
      direction = nil
      start = other.start
    }
  }
}
