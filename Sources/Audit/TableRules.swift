import Disclosure
import PageContent

extension Rule {
  static let tables: [Rule] = [
    Rule(
      id: "tables.missing", title: "应公开的报表齐全", english: "No form is missing",
      why: "目录所列或制度规定的报表应当公开。",
      whyEnglish: "What the contents list or the regulations prescribe is to be published."
    ) { MissingTables(subject: $0).evaluate(&$1) },
    Rule(
      id: "tables.blank", title: "空表应有说明", english: "An empty table says that it is empty",
      why: "没有数据的表应说明无此项收支，否则不知是无数还是漏填。",
      whyEnglish: "Without a word nobody knows whether there is nothing or whether it was left out.", severity: .warning
    ) { subject, verdicts in
      for (index, table) in subject.tables.enumerated() {
        if !subject.isExplained(table) {
          verdicts.fail(
            "\(subject.title(index))为空白，且未作说明。", evidence: [subject.evidence(ofTable: index)])
        } else {
          verdicts.record(.passed)
        }
      }
    },
    Rule(
      id: "tables.unit", title: "各表的金额单位与其数字相符", english: "A table's unit is that of its figures",
      why: "同一数字在两张表中单位不同，必有一处单位有误。",
      whyEnglish: "The same figure cannot stand in two tables in two units."
    ) { TableUnits(subject: $0).evaluate(&$1) },
  ]
}

/// The units of the tables, told by totals that several of them print.
private struct TableUnits {
  let subject: Subject

  private struct Total {
    var place: Place
    var amount: Amount
    /// The form that the row is the whole of, where it is no row of totals.
    var form: String?
  }

  func evaluate(_ verdicts: inout Verdicts) {
    var units: [MonetaryUnit: Int] = [:]
    for table in subject.tables { table.unit.map { units[$0, default: 0] += 1 } }
    guard units.count > 1 else { return verdicts.record(.passed) }
    let totals = totals()
    var printed = Dictionary(grouping: totals, by: \.amount.value)
    for line in linesOfForms() { printed[line.amount.value]?.append(line) }
    var told: Set<Int> = []
    for total in totals {
      for other in printed[total.amount.value] ?? [] where other.amount.unit != total.amount.unit {
        guard isTelling(total, beside: other) else { continue }
        // The unit that fewer tables bear is the wrong one.
        let isOdd = { (total: Total) in total.amount.unit.flatMap { units[$0] } ?? 0 }
        let (wrong, right) = isOdd(total) <= isOdd(other) ? (total, other) : (other, total)
        guard told.insert(wrong.place.table).inserted else { continue }
        verdicts.fail(
          "\(subject.title(wrong.place.table))单位为\(wrong.amount.unit?.rawValue ?? "")，“\(subject.rowName(wrong.place))”行为\(wrong.amount.value)；\(subject.title(right.place.table))同一数字单位为\(right.amount.unit?.rawValue ?? "")，单位疑有误。",
          evidence: [subject.evidence(wrong.place), subject.evidence(right.place)])
      }
    }
    if told.isEmpty { verdicts.record(.passed) }
  }

  /// Whether two figures are not the same by chance: they have digits enough, or one is what the other's form is of.
  private func isTelling(_ total: Total, beside other: Total) -> Bool {
    let digits = total.amount.value.description.utf8.count { $0 != UInt8(ascii: ".") }
    return digits >= 5 && other.form == nil
      || digits >= 3 && other.form == subject.tables[total.place.table].form.lowercased()
  }

  /// The figures of total rows.
  private func totals() -> [Total] {
    var found: [Total] = []
    subject.forEachRow { first, row in
      if row.role == .total { found += amounts(of: row, first) }
    }
    return found
  }

  /// The figures of rows that say what a whole form is of: 国有资本经营预算拨款收入 and 国有资本经营预算支出表.
  private func linesOfForms() -> [Total] {
    let forms = Set(subject.tables.map { $0.form.lowercased() })
    var found: [Total] = []
    subject.forEachRow { first, row in
      guard let item = row.item?.lowercased() else { return }
      for form in [item, "budget" + item] where forms.contains(form) { found += amounts(of: row, first, form: form) }
    }
    return found
  }

  private func amounts(of row: FormTable.Row, _ first: Place, form: String? = nil) -> [Total] {
    row.figures.indices.compactMap { column in
      var place = first
      place.column = column
      guard let amount = subject.figure(place)?.amount, amount.unit != nil, !amount.value.isZero else { return nil }
      return Total(place: place, amount: amount, form: form)
    }
  }
}

/// The forms that a document should hold and does not.
private struct MissingTables {
  let subject: Subject

  func evaluate(_ verdicts: inout Verdicts) {
    let document = subject.document
    let present = Set(document.tables.map(\.form)).count
    if present > 0 { verdicts.record(.passed, count: present) }
    if document.content == .narrative {
      return verdicts.record(.notEvaluable, reason: "本文件只有文字说明，报表不在其中")
    }
    for form in document.missingTables { report(form, &verdicts) }
  }

  private func report(_ form: String, _ verdicts: inout Verdicts) {
    let title = subject.title(of: form)
    switch subject.presence(of: form) {
    case .unread: verdicts.record(.notEvaluable, reason: "《\(title)》的版式未能识别")
    case .listed(let entry):
      verdicts.fail(
        "缺少《\(title)》：目录列有此表，正文未见。",
        evidence: [Evidence(location: entry.location, table: title, text: entry.text)])
    case .read, .calledFor, .absent:
      // That there is nothing to show explains an empty table, which is to be published all the same.
      let denial = subject.denial(ofForm: form)
      verdicts.fail(
        denial == nil
          ? "未见《\(title)》：按规定应当公开，报告中没有此表。" : "未见《\(title)》：报告称没有此项收支，按规定仍应列出空表并说明。",
        evidence: [Evidence(location: denial?.location, table: title, text: denial?.text ?? "")],
        severity: .warning)
    }
  }
}
