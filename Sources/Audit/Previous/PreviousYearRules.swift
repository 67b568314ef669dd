import Disclosure

extension Rule {
  /// What a report says of the year before, against that year's report. Either may have been adjusted since: none of
  /// these is more than a warning.
  static let previousYear: [Rule] = [
    Rule(
      id: "previous.opening", title: "年初结转和结余 = 上年报告的年末结转和结余",
      english: "What the year opens with is what last year closed with",
      why: "上年末的结转和结余转入本年初；不等的，应有调整的说明。",
      whyEnglish: "Last year's closing balance opens this year; where it does not, an adjustment is to be explained.",
      tolerance: .rounding, severity: .warning
    ) { subject, verdicts in
      Precedent(subject)?.evaluateOpenings(&verdicts) ?? verdicts.recordNoPrevious()
    },
    Rule(
      id: "previous.quote", title: "所引上年数与上年报告一致",
      english: "A figure quoted of last year is that of last year's report",
      why: "说明与报表所引的上年数应是上年报告公开的数；口径调整的，应有说明。",
      whyEnglish: "What is said of last year is what last year's report published, unless its scope was changed.",
      tolerance: .rounding, severity: .warning
    ) { subject, verdicts in
      Precedent(subject)?.evaluateQuotes(&verdicts) ?? verdicts.recordNoPrevious()
    },
    Rule(
      id: "previous.change", title: "较上年的增减额与上年报告相符",
      english: "A change against last year is that from last year's report",
      why: "本年数减去增减额，应等于上年报告的同一数。",
      whyEnglish: "This year's amount less the change is what last year's report published.", tolerance: .rounding,
      severity: .warning
    ) { subject, verdicts in
      Precedent(subject)?.evaluateChanges(&verdicts) ?? verdicts.recordNoPrevious()
    },
    Rule(
      id: "previous.rate", title: "较上年的增减幅度与上年报告相符",
      english: "A rate of growth follows from last year's report",
      why: "只写增减幅度而未写增减额的，应与本年数、上年报告的同一数相符。",
      whyEnglish: "A rate that stands without its change follows from the amounts of both reports.",
      tolerance: .quotient, severity: .warning
    ) { subject, verdicts in
      Precedent(subject)?.evaluateRates(&verdicts) ?? verdicts.recordNoPrevious()
    },
  ]
}

extension Verdicts {
  fileprivate mutating func recordNoPrevious() { record(.notApplicable, reason: "未提供上年报告") }
}

extension Subject {
  /// A place of last year's report, told in this one's: it has no place here.
  func evidenceOfPrevious(_ place: Place) -> Evidence {
    var evidence = evidence(place)
    let page = evidence.location?.page.map { "第\($0)页" } ?? ""
    evidence.table = "上年报告\(page)\(evidence.table ?? "")"
    evidence.location = nil
    return evidence
  }
}
