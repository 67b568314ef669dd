import Disclosure
import PageContent

/// A report beside that of the year before.
struct Precedent {
  let subject: Subject
  let previous: Subject
  let year: Int

  /// nil where no report of the year before was given.
  init?(_ subject: Subject) {
    guard let previous = subject.previous, let year = previous.document.fiscalYear else { return nil }
    self.subject = subject
    self.previous = previous
    self.year = year
  }

  /// An amount as it stands in a table; nil for a cell without one, which is nothing.
  struct Stated {
    var amount: Amount?
    var words: String
    var evidence: Evidence

    /// Half of what its last digit is worth; nothing is exact.
    var halfUnit: ExactNumber { amount.map(ExactNumber.halfUnit) ?? .zero }
  }

  // MARK: Opening balances

  func evaluateOpenings(_ verdicts: inout Verdicts) {
    for carry in Catalogue.shared.carries {
      guard let right = carry.right.first else { continue }
      if carry.left.row == "code" {
        evaluateCodes(carry.left, right, &verdicts)
      } else if let opening = place(carry.left, in: subject), let closing = place(right, in: previous) {
        compare(opening, closing, &verdicts)
      }
    }
  }

  private func place(_ reference: Catalogue.Reference, in subject: Subject) -> Place? {
    if case .place(let place) = subject.find(reference) { place } else { nil }
  }

  /// The rows of a coded form that both reports have.
  private func evaluateCodes(_ left: Catalogue.Reference, _ right: Catalogue.Reference, _ verdicts: inout Verdicts) {
    let closings = rows(right, in: previous)
    for (code, opening) in rows(left, in: subject).sorted(by: { $0.key < $1.key }) {
      if let closing = closings[code] {
        compare(opening, closing, &verdicts)
      } else if subject.figure(opening)?.amount != nil {
        verdicts.record(.notEvaluable, reason: "上年报告未列科目\(code)")
      }
    }
  }

  private func rows(_ reference: Catalogue.Reference, in subject: Subject) -> [String: Place] {
    guard let table = subject.tableIndex(reference.form) else { return [:] }
    var rows: [String: Place] = [:]
    for (section, content) in subject.tables[table].sections.enumerated() {
      guard let column = content.column(reference.column) else { continue }
      for (row, entry) in content.rows.enumerated() {
        guard let code = entry.classification else { continue }
        // A code that stands twice, in a list by units, has no one balance.
        if rows.updateValue(Place(table: table, section: section, row: row, column: column), forKey: code.digits) != nil
        {
          return [:]
        }
      }
    }
    return rows
  }

  private func compare(_ opening: Place, _ closing: Place, _ verdicts: inout Verdicts) {
    guard let now = stated(opening, in: subject), let then = stated(closing, in: previous) else {
      return verdicts.record(.notEvaluable, reason: "金额不能识读或未印单位")
    }
    if now.amount == nil, then.amount == nil { return verdicts.record(.notApplicable, reason: "各项均无数") }
    let gap = (now.amount?.yuan ?? .zero) - (then.amount?.yuan ?? .zero)
    judge(
      gap, tolerance: now.halfUnit + then.halfUnit, message: now.words + "，而" + then.words,
      expected: then.amount?.value.description ?? "", actual: now.amount?.value.description ?? "",
      evidence: [now.evidence, then.evidence], &verdicts)
  }

  /// What a cell states; nil where it cannot be reckoned with.
  func stated(_ place: Place, in subject: Subject) -> Stated? {
    let figure = subject.figure(place)
    if case .unreadable = figure?.value { return nil }
    if let amount = figure?.amount, amount.yuan == nil { return nil }
    let isPrevious = subject.document.fiscalYear == year
    return Stated(
      amount: figure?.amount,
      words: (isPrevious ? "上年报告" : "") + subject.describe(place) + "为"
        + (figure.map { $0.text + ($0.amount?.unit?.rawValue ?? "") } ?? "空白"),
      evidence: isPrevious ? subject.evidenceOfPrevious(place) : subject.evidence(place))
  }

  // MARK: Judging

  func judge(
    _ gap: ExactNumber, tolerance: ExactNumber, message: String, expected: String, actual: String,
    evidence: [Evidence], _ verdicts: inout Verdicts
  ) {
    if gap.isZero {
      verdicts.record(.passed)
    } else if gap.magnitude <= tolerance {
      verdicts.round(message + "，在舍入误差以内。", expected: expected, actual: actual, evidence: evidence)
    } else {
      verdicts.fail(message + "。", expected: expected, actual: actual, evidence: evidence)
    }
  }
}
