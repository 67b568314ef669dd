import Disclosure
import PageContent

/// Holds a report against the checklist: what of it is disclosed, declared empty, missing, or was not read.
struct ChecklistAudit {
  private typealias Entry = CompiledChecklist.Item

  private let subject: Subject
  private let checklist: CompiledChecklist
  private let tables: TableEvidence
  private let narrative: NarrativeEvidence
  private let isUniversity: Bool

  private var document: DisclosedDocument { subject.document }

  init(_ subject: Subject, checklist: CompiledChecklist = .shared) {
    self.subject = subject
    self.checklist = checklist
    tables = TableEvidence(subject)
    narrative = NarrativeEvidence(subject: subject)
    let universities = Set(checklist.items.filter { $0.item.body == .university }.flatMap { $0.forms ?? [] })
    isUniversity = subject.document.tables.contains { universities.contains($0.form) }
  }

  /// The items of the document's kind, in the order of the checklist; none where its kind is not known.
  func items() -> [DisclosureItem] {
    guard let kind = document.kind, !document.problems.contains(where: { $0.kind == .notAReport }) else { return [] }
    let entries = checklist.items.filter { entry in
      (entry.item.kind ?? kind) == kind && (entry.item.body != .university || isUniversity)
    }
    var found: [String: ShownEvidence] = [:]
    for entry in entries { found[entry.item.key] = evidence(of: entry, among: found) }
    let parts = readParts(entries, found)
    var items: [DisclosureItem] = []
    for entry in entries {
      var item = DisclosureItem(
        item: entry.item.key, name: entry.item.name, status: .missing, duty: entry.item.duty,
        basis: entry.item.basis.joined(separator: "；"))
      decide(&item, entry, found[entry.item.key] ?? .nothing, parts)
      items.append(item)
    }
    return items
  }

  // MARK: Evidence

  private func evidence(of entry: Entry, among found: [String: ShownEvidence]) -> ShownEvidence {
    if let reason = reasonNotDue(entry) { return .notDue(reason) }
    var rest = ShownEvidence.nothing
    for (evidence, patterns) in zip(entry.item.evidence, entry.patterns) {
      let shown = evaluate(evidence, patterns, mayBeEmpty: entry.subjects != nil)
      switch shown {
      // What is left blank may be told elsewhere.
      case .found(let place) where place.isBlank: rest = shown
      case .found, .empty, .notDue: return shown
      case .lacking, .unread: rest = shown
      case .nothing: break
      }
    }
    if let denial = entry.forms?.lazy.compactMap(subject.denial).first ?? subject.denial(of: entry) {
      return .empty(denial)
    }
    if case .found = rest { return rest }
    if let whole = entry.item.whole.flatMap({ found[$0] }), let none = none(whole) { return none }
    return rest
  }

  /// What a whole says of its details: that there are none.
  private func none(_ whole: ShownEvidence) -> ShownEvidence? {
    switch whole {
    case .found(let shown) where shown.isZero: .empty(shown)
    case .empty, .notDue: whole
    case .found, .lacking, .unread, .nothing: nil
    }
  }

  private func evaluate(
    _ evidence: Checklist.Evidence, _ patterns: [SentencePattern], mayBeEmpty: Bool
  ) -> ShownEvidence {
    switch evidence {
    case .forms(let forms): tables.forms(forms)
    case .cells(let kinds): tables.cells(kinds)
    case .figures(let keys): tables.figures(keys)
    case .levels(let levels): tables.levels(levels)
    case .rows: tables.rows(patterns)
    case .emptyTables: tables.emptyTables()
    case .facts(let keys): narrative.facts(keys)
    case .changes(let kinds): narrative.changes(kinds)
    case .profile(let part): narrative.profile(part)
    case .sections(let kinds): narrative.sections(kinds, mayBeEmpty: mayBeEmpty)
    case .words: narrative.words(patterns)
    case .glossary: narrative.glossary()
    }
  }

  private func reasonNotDue(_ entry: Entry) -> String? {
    if isUniversity, entry.item.body == .government || entry.item.body == .administration { return "高等学校另有规定" }
    guard let year = document.fiscalYear else { return nil }
    if let since = entry.item.since, year < since { return "\(since)年度起公开" }
    let years = (entry.forms ?? []).compactMap { Catalogue.shared.form($0)?.years }
    guard let first = years.map(\.lowerBound).min(), !years.contains(where: { $0.contains(year) }) else { return nil }
    return first > year ? "\(first)年度起公开" : "本年度已不公开"
  }

  // MARK: Verdicts

  private func readParts(_ entries: [Entry], _ found: [String: ShownEvidence]) -> ReadParts {
    var parts = ReadParts(document)
    var tables = (found: 0, due: 0)
    var text = (found: 0, due: 0)
    // Details are as many as their whole has: one of them left out must not count as often.
    for entry in entries where entry.item.duty == .required && entry.item.whole == nil {
      let isOfTables = entry.forms != nil
      guard isOfTables || entry.item.evidence.contains(where: { !$0.isOfTables }) else { continue }
      switch found[entry.item.key] {
      case .notDue, nil: break
      case .found(let shown), .empty(let shown):
        if isOfTables {
          tables = (tables.found + 1, tables.due + 1)
        } else if !shown.isOfTables {
          text = (text.found + 1, text.due + 1)
        }
      case .unread, .lacking, .nothing:
        if isOfTables { tables.due += 1 } else { text.due += 1 }
      }
    }
    parts.weigh(found: tables.found, of: tables.due, inTables: true)
    parts.weigh(found: text.found, of: text.due, inTables: false)
    return parts
  }

  private func decide(
    _ item: inout DisclosureItem, _ entry: Entry, _ shown: ShownEvidence, _ parts: ReadParts
  ) {
    switch shown {
    case .found(let shown): item.show(.disclosed, shown)
    case .empty(let shown): item.show(.declaredEmpty, shown)
    case .lacking(let shown):
      item.show(.missing, shown)
      // A statement on an empty table may stand in the text.
      if case .emptyTables? = entry.item.evidence.first, let reason = parts.narrative { item.leaveOpen(reason) }
    case .unread(let reason): item.leaveOpen(reason)
    case .notDue(let reason):
      item.status = .notApplicable
      item.reason = reason
    case .nothing:
      if let forms = entry.forms {
        decide(&item, forms, parts)
      } else {
        let reasons = [
          entry.item.evidence.contains { !$0.isOfTables } ? parts.narrative : nil,
          entry.item.evidence.contains { $0.isOfTables } ? parts.tables : nil,
        ]
        if let reason = reasons.compactMap(\.self).first { return item.leaveOpen(reason) }
        if entry.item.body == .administration { decideAdministration(&item) }
      }
    }
  }

  /// A table that is not there: the document knows what final accounts have to hold, the checklist what budgets have.
  private func decide(_ item: inout DisclosureItem, _ forms: [String], _ parts: ReadParts) {
    if forms.contains(where: subject.isCalledFor) { return }
    if document.kind == .finalAccounts { return item.leaveOpen(parts.tables ?? "本文件只有报告的一部分") }
    if let reason = parts.tables { return item.leaveOpen(reason) }
    if let form = forms.first(where: subject.isTitlePrinted) {
      item.leaveOpen("《\(subject.title(of: form))》的版式未能识别")
    }
  }

  /// What only administrative bodies have: an institution that is not run like one owes nothing, and of a unit it is not
  /// known which it is unless the report says so.
  private func decideAdministration(_ item: inout DisclosureItem) {
    let kinds = Set(document.profile.personnel.compactMap(\.kind))
    if kinds.contains(.administrative) || kinds.contains(.civilServiceManaged) { return }
    let isInstitution =
      kinds.contains(.publicInstitution)
      || document.scope == .unit && subject.sentences.sentences.contains(where: Statements.shared.speaksOfInstitution)
    if isInstitution {
      item.status = .notApplicable
      item.reason = "事业单位"
    } else if document.scope == .unit {
      item.leaveOpen("不知是否行政单位或参照公务员法管理的单位")
    }
  }
}

extension DisclosureItem {
  fileprivate mutating func show(_ status: Status, _ shown: ShownEvidence.Shown) {
    self.status = status
    location = shown.location
    text = shown.text
  }

  fileprivate mutating func leaveOpen(_ reason: String) {
    status = .notRead
    self.reason = reason
    location = nil
    text = ""
  }
}
