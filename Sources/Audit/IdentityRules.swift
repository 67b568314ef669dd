import Disclosure
import PageContent

extension Rule {
  /// One rule for every identity between forms in the catalogue.
  static func identities(of catalogue: Catalogue) -> [Rule] {
    catalogue.identities.map { identity in
      Rule(
        id: "identity.\(identity.id)",
        title: catalogue.words(of: identity.left, identity.right),
        english: catalogue.english(of: identity.left, identity.right),
        why: "同一数字在不同表中应当一致；列有“或”的，各种口径均不成立方为不符。",
        whyEnglish:
          "The same figure is the same in every table. Where there are further readings, it is violated only if none holds.",
        tolerance: .rounding,
        readings: identity.readings.map {
          Rule.Reading(
            title: catalogue.words(of: $0.left, $0.right), english: catalogue.english(of: $0.left, $0.right))
        }
      ) { subject, verdicts in
        CrossCheck(subject: subject, identity: identity).evaluate(&verdicts)
      }
    }
  }
}

extension Catalogue {
  fileprivate func words(of left: Reference, _ right: [Reference]) -> String {
    words(of: left) + " = " + right.map(words(of:)).joined(separator: " + ")
  }

  fileprivate func english(of left: Reference, _ right: [Reference]) -> String {
    english(of: left) + " = " + right.map(english(of:)).joined(separator: " + ")
  }

  /// 《收入决算表》合计“本年收入合计”
  func words(of reference: Reference) -> String {
    guard let form = form(reference.form) else { return reference.form }
    let row =
      switch reference.row {
      case "total":
        form.items.contains { $0.key == "total" } ? form.words(ofItem: "total", side: reference.side) : "合计"
      case "class": "各类"
      default: form.words(ofItem: reference.row, side: reference.side)
      }
    let side = form.sides.count > 1 && reference.row == "total" ? form.words(ofSide: reference.side) : ""
    return "《\(form.title)》\(side)\(row)“\(form.words(ofColumn: reference.column))”"
  }

  func english(of reference: Reference) -> String {
    let row = reference.side.map { "\($0) \(reference.row)" } ?? reference.row
    return "\(form(reference.form)?.english ?? reference.form) [\(row)] \(reference.column)"
  }
}

extension Catalogue.Form {
  fileprivate func words(ofSide key: String?) -> String {
    sides.first { $0.key == key }?.alternatives.first?.joined() ?? ""
  }
}

/// An identity between forms, evaluated on a document.
private struct CrossCheck {
  let subject: Subject
  let identity: Catalogue.Identity

  func evaluate(_ verdicts: inout Verdicts) {
    if identity.left.row == "class" || Catalogue.Term.isOpen(identity.left.row), let right = identity.right.first {
      evaluateClasses(identity.left, right, &verdicts)
      return
    }
    let own = outcome(of: identity.left, identity.right)
    guard case .weighed(let balance, .failed) = own, case .figure(let total) = balance.total,
      subject.figure(total) != nil
    else { return record(own, &verdicts) }
    // The report may draw the line elsewhere. Where no reading holds, the nearest says what was meant.
    var nearest = (outcome: own, gap: own.gap)
    for reading in identity.readings {
      let other = outcome(of: reading.left, reading.right)
      if other.holds { return record(other, &verdicts) }
      if let gap = other.gap, gap < nearest.gap ?? gap { nearest = (other, gap) }
    }
    if let line = explanation(of: nearest.outcome) {
      return verdicts.record(.notEvaluable, reason: "相差数等于\(subject.describe(line))所列，口径或有不同")
    }
    record(nearest.outcome, &verdicts)
  }

  /// A line of the total's own table that one table counts and the other may not, such as what is carried over, where the
  /// difference is just its figure.
  private func explanation(of outcome: Outcome) -> Place? {
    guard case .weighed(let balance, .failed(let gap)) = outcome, case .figure(let total) = balance.total else {
      return nil
    }
    let table = subject.tables[total.table]
    for section in table.sections.indices {
      for (row, content) in table.sections[section].rows.enumerated()
      where Catalogue.shared.isBesideTheLine(Wording.normalised(content.name)) {
        for column in content.figures.indices {
          let place = Place(table: total.table, section: section, row: row, column: column)
          if explains(place, gap, at: total) { return place }
        }
      }
    }
    return nil
  }

  /// A figure of a place's own row, under a head of what one table counts and the other may not, that is just the
  /// difference: 结转下年 as a column.
  private func columnBeside(_ place: Place, explaining gap: Balance.Gap) -> Place? {
    let heads = subject.tables[place.table].sections[place.section].columns.map(\.header)
    return heads.indices.lazy.map { column in
      var beside = place
      beside.column = column
      return beside
    }.first { beside in
      heads[beside.column].contains { Catalogue.shared.isBesideTheLine(Wording.normalised($0)) }
        && explains(beside, gap, at: place)
    }
  }

  /// Whether a figure, not zero, is the difference that a figure has from what it should be.
  private func explains(_ place: Place, _ gap: Balance.Gap, at total: Place) -> Bool {
    guard let amount = subject.amount(place), !amount.value.isZero, let printed = subject.amount(total) else {
      return false
    }
    return amount.agrees(with: Amount(value: gap.difference.magnitude, unit: gap.unit ?? printed.unit)) ?? false
  }

  /// What one reading comes to.
  private enum Outcome {
    case weighed(Balance, Balance.Verdict)
    case lacking(Check.Outcome, reason: String)

    var holds: Bool { if case .weighed(_, let verdict) = self { verdict.holds } else { false } }

    var gap: ExactNumber? {
      if case .weighed(_, .failed(let gap)) = self { gap.difference.magnitude } else { nil }
    }
  }

  private func record(_ outcome: Outcome, _ verdicts: inout Verdicts) {
    switch outcome {
    case .weighed(let balance, let verdict):
      verdicts.judge(verdict, on: balance, in: subject, wording: BalanceWording(parts: "各项"))
    case .lacking(let outcome, let reason): verdicts.record(outcome, reason: reason)
    }
  }

  private func outcome(of left: Catalogue.Reference, _ right: [Catalogue.Reference]) -> Outcome {
    let total: Balance.Total
    switch subject.find(left) {
    case .place(let place): total = .figure(place)
    case .empty(let table): total = .empty(table: table)
    case .missing(let gap):
      if right.allSatisfy(isNothing) { return .lacking(.notApplicable, reason: "各项均无数") }
      return .lacking(.notEvaluable, reason: subject.reason(gap, left))
    case .absent(let gap): return .lacking(.notApplicable, reason: subject.reason(gap, left))
    }
    var parts: [Balance.Part] = []
    var emptyTables: [Int] = []
    var missing: String?
    for reference in resolved(right) {
      switch subject.find(reference) {
      case .place(let place): parts.append(Balance.Part(place: place))
      case .empty(let table): emptyTables.append(table)
      case .missing(let gap): missing = missing ?? subject.reason(gap, reference)
      case .absent(let gap): return .lacking(.notApplicable, reason: subject.reason(gap, reference))
      }
    }
    if parts.isEmpty, emptyTables.isEmpty {
      if isNothing(left) { return .lacking(.notApplicable, reason: "各项均无数") }
      return .lacking(.notEvaluable, reason: missing ?? "没有可比的数")
    }
    let balance = Balance(total: total, parts: parts, emptyTables: Array(Set(emptyTables)).sorted())
    let verdict = balance.verdict(in: subject)
    if case .failed = verdict, let missing { return .lacking(.notEvaluable, reason: missing) }
    return .weighed(balance, verdict)
  }

  /// Pairs the classes of two tables by their codes.
  private func evaluateClasses(
    _ left: Catalogue.Reference, _ right: Catalogue.Reference, _ verdicts: inout Verdicts
  ) {
    var tables: [Int] = []
    for reference in [left, right] {
      guard let table = subject.tableIndex(reference.form) else {
        return recordAbsence(of: reference.form, &verdicts)
      }
      // The identity of the totals speaks of an empty table.
      if subject.tables[table].status != .present {
        return verdicts.record(.notApplicable, reason: "\(subject.title(table))无数据")
      }
      tables.append(table)
    }
    let lefts = classes(left, in: tables[0])
    let rights = classes(right, in: tables[1])
    if lefts.isEmpty || rights.isEmpty {
      let table = lefts.isEmpty ? tables[0] : tables[1]
      return verdicts.record(.notEvaluable, reason: "\(subject.title(table))未列各类支出")
    }
    for (code, places) in lefts {
      guard let place = places.first else { continue }
      guard let others = rights.first(where: { $0.code == code })?.places, let other = others.first else {
        if subject.figure(place)?.amount?.value.isZero ?? true { continue }
        if fallsShort(right, classes: rights.compactMap(\.places.first)) {
          verdicts.record(.notEvaluable, reason: "\(subject.title(tables[1]))所列各类不足其合计")
          continue
        }
        let balance = Balance(total: .figure(place), parts: [], emptyTables: [])
        verdicts.judge(
          balance.verdict(in: subject), on: balance, in: subject,
          wording: BalanceWording(parts: "", nothing: "\(subject.title(tables[1]))未列\(code)类"))
        continue
      }
      let balance = Balance(place, [other])
      let verdict = balance.verdict(in: subject)
      if case .failed = verdict, others.count > 1 {
        // Listed unit by unit, a class stands there once for each of them.
        let whole = Balance(place, others)
        if whole.verdict(in: subject).holds {
          verdicts.judge(whole.verdict(in: subject), on: whole, in: subject, wording: BalanceWording(parts: "各单位"))
        } else {
          verdicts.record(.notEvaluable, reason: "\(subject.title(tables[1]))按单位重复列示科目")
        }
        continue
      }
      if case .failed(let gap) = verdict, let line = columnBeside(other, explaining: gap) {
        verdicts.record(.notEvaluable, reason: "相差数等于\(subject.describe(line))，口径或有不同")
        continue
      }
      verdicts.judge(verdict, on: balance, in: subject, wording: BalanceWording(parts: ""))
    }
    for (code, places) in rights where !lefts.contains(where: { $0.code == code }) {
      if places.allSatisfy({ subject.figure($0)?.amount?.value.isZero ?? true }) { continue }
      verdicts.record(.notEvaluable, reason: "\(subject.title(tables[0]))未列\(code)类")
    }
  }

  /// Whether the classes of a table are less than its own total: then not all of its rows are there, and one that is
  /// missing contradicts no other table.
  private func fallsShort(_ reference: Catalogue.Reference, classes: [Place]) -> Bool {
    let total = Catalogue.Reference(
      form: reference.form, side: reference.side, row: "total", column: reference.column)
    guard case .place(let place) = subject.find(total), subject.amount(place) != nil,
      case .failed(let gap) = Balance(place, classes).verdict(in: subject)
    else { return false }
    return gap.difference.mantissa > 0
  }

  /// The classes of a table with all the places that each is listed at.
  private func classes(_ reference: Catalogue.Reference, in table: Int) -> [(code: String, places: [Place])] {
    var found: [(code: String, places: [Place])] = []
    for (index, section) in subject.tables[table].sections.enumerated() {
      if let side = reference.side, section.side != side { continue }
      guard let column = subject.column(reference.column, of: section) else { continue }
      for row in section.rows.indices where !section.rows[row].isOfWhich {
        let code: String
        if reference.row == "class" {
          guard let classification = section.rows[row].classification, classification.level == .class else { continue }
          code = classification.digits
        } else {
          guard let item = section.rows[row].item, Catalogue.Term.matches(reference.row, item) else { continue }
          code = String(item.dropFirst(reference.row.utf8.count - 1))
        }
        let place = Place(table: table, section: index, row: row, column: column)
        if let known = found.firstIndex(where: { $0.code == code }) {
          found[known].places.append(place)
        } else {
          found.append((code, [place]))
        }
      }
    }
    return found
  }

  /// Whether a reference has no figure to compare, though its form is there.
  private func isNothing(_ reference: Catalogue.Reference) -> Bool {
    guard subject.tableIndex(reference.form) != nil else { return false }
    guard case .place(let place) = subject.find(reference) else { return true }
    return subject.figure(place)?.amount == nil
  }

  /// References whose whole is printed beside its parts count the whole alone.
  private func resolved(_ references: [Catalogue.Reference]) -> [Catalogue.Reference] {
    guard references.count > 1 else { return references }
    let (present, missing) = Nesting.resolve(references.map(\.row)) { row in
      references.contains { reference in
        guard reference.row == row, case .missing = subject.find(reference) else { return reference.row == row }
        return false
      }
    }
    // A part that this report has no line for is no gap where its siblings stand for the whole.
    let isWhole = present.contains(where: Nesting.keys.contains)
    return references.filter {
      present.contains($0.row) || (missing.contains($0.row) && !(isWhole && Nesting.keys.contains($0.row)))
    }
  }

  private func recordAbsence(of form: String, _ verdicts: inout Verdicts) {
    verdicts.record(
      subject.isCalledFor(form) ? .notEvaluable : .notApplicable, reason: subject.reasonForLack(of: form))
  }
}
