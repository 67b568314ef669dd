import Disclosure

/// The names of divisions and items in the narrative, against those of the tables' rows.
struct NarrativeItemNames {
  let subject: Subject

  /// A name that a table prints with a code.
  private struct Row {
    /// nil where the table prints names alone.
    var code: ClassificationCode?
    var name: String
    var place: Place
  }

  func evaluate(_ verdicts: inout Verdicts) {
    let rows = rows()
    if rows.isEmpty { return verdicts.record(.notApplicable) }
    var told: Set<ExactWording> = []
    let comparisons = Comparisons()
    for fact in subject.narrative.facts {
      for name in fact.path {
        let core = ExactWording(ItemName.core(name))
        if core.text.isEmpty { continue }
        if rows[core] != nil {
          verdicts.record(.passed)
          continue
        }
        guard comparisons.areLeft else {
          verdicts.record(.notEvaluable, reason: Comparisons.reason)
          continue
        }
        comparisons.add(4 * rows.count)
        guard let (row, isOld) = meant(core, rows) else { continue }
        guard told.insert(core).inserted else { verdicts.record(.failed); continue }
        verdicts.fail(
          subject.heading(of: fact.section)
            + "：科目\(row.code?.digits ?? "")写作“\(name)”，\(subject.title(row.place.table))作“\(row.name)”，"
            + (isOld ? "为旧名。" : "只差一两字。"),
          expected: row.name, actual: name,
          evidence: [
            Evidence(location: fact.location, row: fact.subject, text: name),
            Evidence(
              location: subject.row(row.place).location, table: subject.tables[row.place.table].title,
              row: subject.rowName(row.place), text: row.name),
          ])
      }
    }
  }

  /// The functional rows of the tables, by the cores of their names.
  private func rows() -> [ExactWording: Row] {
    var rows: [ExactWording: Row] = [:]
    var isTaken = Array(repeating: false, count: subject.names.all.count)
    subject.forEachRow { place, row in
      let name = subject.names.index(place)
      guard subject.classifications[place.table] == .functional, !isTaken[name], row.role != .total, !row.name.isEmpty
      else { return }
      let code = row.classification
      guard code.map({ $0.classification == .functional }) ?? (row.code == nil) else { return }
      isTaken[name] = true
      let core = subject.names[place].core
      if rows[core] == nil { rows[core] = Row(code: code, name: row.name, place: place) }
    }
    return rows
  }

  /// The row that a name which no row bears is meant for: one whose code bore it, or the only one that it is a slip of.
  private func meant(_ core: ExactWording, _ rows: [ExactWording: Row]) -> (Row, isOld: Bool)? {
    if let codes = OfficialCores.shared.codes(of: core) {
      // Classes have a rule of their own.
      let own = rows.values.filter { row in
        guard let code = row.code, code.level != .class else { return false }
        return codes.contains(code.digits) && isOld(core, code)
      }
      return own.count == 1 ? (own[0], true) : nil
    }
    let slips = rows.filter { ItemName.isSlip($0.key.text, core.text) }
    return slips.count == 1 ? slips.first.map { ($0.value, false) } : nil
  }

  private func isOld(_ core: ExactWording, _ code: ClassificationCode) -> Bool {
    guard let year = subject.document.fiscalYear else { return false }
    return OfficialCores.shared.names(of: code.digits).contains { $0.core == core && $0.years.upperBound < year }
  }
}
