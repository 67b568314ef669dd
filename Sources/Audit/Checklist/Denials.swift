import Disclosure
import PageContent

/// Where a report says that there is nothing of something.
extension Subject {
  /// That there is nothing for a form to show, wherever the report says so but beside the table itself.
  func denial(ofForm form: String) -> ShownEvidence.Shown? {
    let item = CompiledChecklist.shared.item(ofForm: form)
    return item.flatMap(denial) ?? denialInIndex(of: form)
  }

  /// That there is nothing of an item: 本部门没有政府性基金预算安排的支出, 政府性基金预算支出为0.
  func denial(of item: CompiledChecklist.Item) -> ShownEvidence.Shown? {
    // Something was budgeted, if nothing was spent.
    if amounts(of: item.item.zeroFacts).contains(where: { !$0.value.isZero }) { return nil }
    if let subjects = item.subjects {
      for sentence in sentences.sentences {
        if let words = Statements.shared.denied(subjects, in: sentence) {
          return ShownEvidence.Shown(sentence, from: words.text)
        }
      }
    }
    if !item.item.headings.isEmpty, let empty = emptyHeading(item.item.headings) { return empty }
    return amounts(of: item.item.zeroFacts).first { $0.isOwn(of: document.kind) }
      .map { ShownEvidence.Shown($0, in: document.narrative) }
  }

  /// What the narrative says of the year's own amounts, budgeted or spent.
  private func amounts(of kinds: [String]) -> [NarrativeFact] {
    if kinds.isEmpty { return [] }
    return document.narrative.facts.filter { fact in
      kinds.contains(fact.kind) && [.amount, .budget, .final].contains(fact.measure) && !isSilent(fact)
    }
  }

  /// Whether a fact stands in the contents or the glossary.
  func isSilent(_ fact: NarrativeFact) -> Bool {
    sentences.silent.contains(document.narrative.sentences[fact.sentence].paragraph)
  }

  /// The catalogue's id of lists of a report's tables, which may say of each whether it is empty, and why.
  private static let index = "reportIndex"

  private func denialInIndex(of form: String) -> ShownEvidence.Shown? {
    for table in document.otherTables where table.form == Subject.index {
      let rows = Dictionary(grouping: table.cells, by: \.row)
      for cell in table.cells where Catalogue.shared.form(titled: cell.text, kind: document.kind)?.id == form {
        guard let statement = rows[cell.row]?.first(where: { Catalogue.shared.declaresEmpty($0.text) }) else {
          continue
        }
        return ShownEvidence.Shown(
          statement.location, ShownEvidence.Shown.quotation(of: "\(cell.text) \(statement.text)"), isOfTables: true)
      }
    }
    return nil
  }

  /// Whether an empty table says that it is empty, or the report says elsewhere that there is nothing for it to show.
  func isExplained(_ table: FormTable) -> Bool { table.status != .blank || denial(ofForm: table.form) != nil }
}

extension NarrativeFact {
  /// Whether it is an amount or a number of the report's own year and kind.
  func isOwn(of kind: DisclosedDocument.Kind?) -> Bool {
    switch measure {
    case .amount, .count: true
    case .final: kind != .budget
    case .budget: kind == .budget
    case .prior, .change, .rate, .share, .completion, .ratio: false
    }
  }
}
