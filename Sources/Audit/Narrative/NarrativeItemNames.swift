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

  /// A name of the classification that the text prints.
  private struct Mention {
    var name: String
    /// “一、…情况说明”
    var heading: String
    var evidence: Evidence
    /// The amount that is stated of it, where it is an item's.
    var fact: NarrativeFact?
  }

  func evaluate(_ verdicts: inout Verdicts) {
    let rows = rows()
    if rows.isEmpty { return verdicts.record(.notApplicable) }
    let absence = AbsentItems(subject: subject)
    var told: Set<ExactWording> = []
    let comparisons = Comparisons()
    for mention in mentions() {
      let core = ExactWording(ItemName.core(mention.name))
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
      if let (row, isOld) = meant(core, rows) {
        guard told.insert(core).inserted else { verdicts.record(.failed); continue }
        verdicts.fail(
          mention.heading
            + "：科目\(row.code?.digits ?? "")写作“\(mention.name)”，\(subject.title(row.place.table))作“\(row.name)”，"
            + (isOld ? "为旧名。" : "只差一两字。"),
          expected: row.name, actual: mention.name,
          evidence: [
            mention.evidence,
            Evidence(
              location: subject.row(row.place).location, table: subject.tables[row.place.table].title,
              row: subject.rowName(row.place), text: row.name),
          ])
      } else if let fact = mention.fact, let table = absence.table(lacking: fact, core, rows.keys.map(\.text)),
        told.insert(core).inserted
      {
        verdicts.fail(
          "\(mention.heading)：所列科目“\(mention.name)”\(fact.quoted)，\(subject.title(table))未列此科目。", actual: mention.name,
          evidence: [mention.evidence, subject.evidence(ofTable: table)])
      }
    }
  }

  /// The names in the narrative's sentences and in the terms of the glossary.
  private func mentions() -> [Mention] {
    var mentions: [Mention] = []
    for fact in subject.narrative.facts {
      for (level, name) in fact.path.enumerated() {
        mentions.append(
          Mention(
            name: name, heading: subject.heading(of: fact.section),
            evidence: Evidence(location: fact.location, row: fact.subject, text: name),
            fact: level == 2 && subject.narrative.isCurrentAmount(fact) ? fact : nil))
      }
    }
    for entry in subject.document.glossary {
      for name in entry.path {
        mentions.append(
          Mention(
            name: name, heading: "名词解释", evidence: Evidence(location: entry.location, row: entry.term, text: name)))
      }
    }
    return mentions
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
