import Disclosure
import PageContent

/// The facts of a narrative, with what rules ask of them again and again.
final class NarrativeIndex: Sendable {
  let narrative: Narrative
  private let kind: DisclosedDocument.Kind?
  private let fiscalYear: Int?
  private let department: String?
  private let sectionKinds: [NarrativeSection.Kind]
  /// The facts that are no reasons, by their paragraph, in printed order. A paragraph with more figures than any report's
  /// has is parted: what a figure is of is looked for among the nearest ones.
  let byParagraph: [(paragraph: Int, facts: [NarrativeFact])]
  /// Those of all paragraphs.
  let facts: [NarrativeFact]
  /// Those among them that are money of the report's own year and kind, with the words that name them normalised.
  let currentAmounts: [(fact: NarrativeFact, words: String)]
  private let amountsBySection: [Int?: [NarrativeFact]]
  private let partsBySection: [Int?: [NarrativeFact]]
  private let groupsOfParagraph: [Int: [Int]]

  /// The fullest paragraph of a hundred real reports has 33.
  private static let mostFacts = 100

  init(_ document: DisclosedDocument) {
    narrative = document.narrative
    sectionKinds = document.narrative.sections.map(\.kind)
    kind = document.kind
    fiscalYear = document.fiscalYear
    department = document.department
    var groups: [(paragraph: Int, facts: [NarrativeFact])] = []
    for fact in narrative.facts where !fact.isInReason {
      let paragraph = narrative.sentences[fact.sentence].paragraph
      if let last = groups.last, last.paragraph == paragraph, last.facts.count < NarrativeIndex.mostFacts {
        groups[groups.count - 1].facts.append(fact)
      } else {
        groups.append((paragraph, [fact]))
      }
    }
    byParagraph = groups
    groupsOfParagraph = Dictionary(grouping: groups.indices) { groups[$0].paragraph }
    let facts = groups.flatMap(\.facts)
    self.facts = facts
    currentAmounts = facts.compactMap {
      NarrativeIndex.isCurrentAmount($0, in: document.kind) ? ($0, Wording.normalised($0.subject)) : nil
    }
    amountsBySection = Dictionary(grouping: currentAmounts.map(\.fact), by: \.section)
    var parts: [Int?: [NarrativeFact]] = [:]
    for group in groups {
      for (position, fact) in group.facts.enumerated() where fact.measure == .share {
        let part = group.facts[..<position].last {
          $0.isAbout(fact) && NarrativeIndex.isCurrentAmount($0, in: document.kind)
        }
        if let part, parts[fact.section]?.last != part { parts[fact.section, default: []].append(part) }
      }
    }
    partsBySection = parts
  }

  /// The current amounts of a section up to a sentence, in printed order.
  func currentAmounts(inSection section: Int?, upTo sentence: Int) -> ArraySlice<NarrativeFact> {
    let amounts = amountsBySection[section] ?? []
    // They stand in the order of their sentences.
    var range = amounts.indices
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range = amounts[middle].sentence <= sentence ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return amounts[..<range.lowerBound]
  }

  /// The current amounts of a section that are told with their share of something.
  func partsWithShares(inSection section: Int?) -> [NarrativeFact] { partsBySection[section] ?? [] }

  /// Those of a sentence's paragraph that stand in it or before it.
  func facts(upTo sentence: Int) -> [NarrativeFact] {
    let groups = groupsOfParagraph[narrative.sentences[sentence].paragraph] ?? []
    guard let group = groups.last(where: { byParagraph[$0].facts[0].sentence <= sentence }) else { return [] }
    return byParagraph[group].facts.filter { $0.sentence <= sentence }
  }

  /// The kind of the section that a fact stands in.
  func sectionKind(of fact: NarrativeFact) -> NarrativeSection.Kind { fact.section.map { sectionKinds[$0] } ?? .other }

  /// The heading that a fact stands below and those above it, the nearest first.
  func headings(above fact: NarrativeFact) -> [String] {
    guard var index = fact.section else { return [] }
    var headings = [narrative.sections[index].heading]
    while let above = narrative.sections[max(0, index - Self.farthestHeading)..<index].lastIndex(where: {
      $0.level < narrative.sections[index].level
    }) {
      headings.append(narrative.sections[above].heading)
      index = above
    }
    return headings
  }

  /// No section has more subsections.
  private static let farthestHeading = 200

  func paragraph(of fact: NarrativeFact) -> Int { narrative.sentences[fact.sentence].paragraph }

  /// Whether a fact that names no item stands behind one in its paragraph: 对个人和家庭的补助（303）…，其中：人员经费… is of that
  /// item, not of the report.
  func isWithinItem(_ fact: NarrativeFact) -> Bool {
    sentences(upTo: fact).contains { index in
      let text = narrative.sentences[index].text
      let end = index == fact.sentence ? text.range(of: fact.text)?.lowerBound : nil
      return NarrativeIndex.namesCode(text[..<(end ?? text.endIndex)])
    }
  }

  /// Whether what a fact says is told of one of the department's units, with whose name its sentence or its paragraph begins.
  func isOfOneUnit(_ fact: NarrativeFact) -> Bool {
    guard let department else { return false }
    return sentences(upTo: fact).prefix(Self.farthestItem).contains {
      OrganisationName.opens(narrative.sentences[$0].text, besides: department)
    }
  }

  /// A fact's sentence and those before it in its paragraph, the nearest first.
  private func sentences(upTo fact: NarrativeFact) -> some Sequence<Int> {
    let paragraph = paragraph(of: fact)
    return (max(0, fact.sentence - Self.farthestItem)...fact.sentence).reversed().lazy
      .prefix { self.narrative.sentences[$0].paragraph == paragraph }
  }

  /// No item is named farther back than so many sentences.
  private static let farthestItem = 12

  /// A code of the classification in brackets: （303）, (2081099).
  private static func namesCode(_ text: Substring) -> Bool {
    text.split { $0 == "（" || $0 == "(" }.dropFirst().contains { inside in
      let digits = inside.utf8.prefix { (0x30...0x39).contains($0) }
      guard [3, 5, 7].contains(digits.count), let first = digits.first, (0x32...0x35).contains(first) else {
        return false
      }
      let rest = inside.utf8.dropFirst(digits.count)
      return rest.first == 0x29 || String(Substring(rest)).hasPrefix("）")
    }
  }

  /// The facts before one in its paragraph, the nearest first, as long as they are of the same subject.
  func before(_ index: Int, in facts: [NarrativeFact]) -> [NarrativeFact] {
    facts[..<index].reversed().filter { $0.isAbout(facts[index]) }
  }

  /// Whether it is money of the report's own year and kind: final in final accounts, budgeted in a budget.
  func isCurrentAmount(_ fact: NarrativeFact) -> Bool { NarrativeIndex.isCurrentAmount(fact, in: kind) }

  private static func isCurrentAmount(_ fact: NarrativeFact, in kind: DisclosedDocument.Kind?) -> Bool {
    switch fact.measure {
    case .amount: fact.amount != nil
    case .final: kind != .budget && fact.amount != nil
    case .budget: kind == .budget && fact.amount != nil
    case .prior, .change, .rate, .share, .completion, .ratio, .count: false
    }
  }

  /// The year's amount that a change or a rate is of: in the same sentence, or in one before it that has but one.
  func current(of fact: NarrativeFact, _ near: [NarrativeFact], _ facts: [NarrativeFact]) -> NarrativeFact? {
    guard let found = near.first(where: isCurrentAmount) else { return nil }
    if found.sentence == fact.sentence { return found }
    // A sentence that names its subject again, or one that can mean nothing else.
    if narrative.sentences[fact.sentence].text.holds(found.subject) { return found }
    let others = facts.count { $0.sentence < fact.sentence && isCurrentAmount($0) }
    return others == 1 ? found : nil
  }

  /// What a change or a rate is told against, among the facts near it: the year's own budget (比年初预算数增加), or the year
  /// before.
  func base(of change: NarrativeFact, in near: [NarrativeFact], besides current: NarrativeFact?) -> NarrativeFact? {
    let isAgainstBudget =
      kind != .budget && change.base?.holds("预算") ?? false
      && (change.comparedYear == nil || change.comparedYear == fiscalYear)
    return near.first { $0.measure == (isAgainstBudget ? .budget : .prior) && $0.amount != nil && $0 != current }
  }
}

extension NarrativeFact {
  /// Whether another fact speaks of the same thing.
  func isAbout(_ other: NarrativeFact) -> Bool {
    kind == other.kind && path == other.path && (kind != "other" || subject == other.subject)
  }

  /// A change or a rate with the sign that its direction gives it. A negative figure keeps its sign, whatever the word.
  var signed: ExactNumber { direction == .decrease && value.mantissa > 0 ? -value : value }

  var evidence: Evidence { Evidence(location: location, row: subject, text: text + unit) }

  /// “行政运行”
  var name: String { Wording.quoted(path.last ?? subject) }

  /// 1560.05万元
  var quoted: String { text + unit }

  /// 年初预算, 决算, 上年, …
  var measureWord: String {
    switch measure {
    case .amount: "金额"
    case .final: "决算数"
    case .budget: "预算数"
    case .prior: "上年数"
    case .change: "增减额"
    case .rate: "增减幅度"
    case .share: "占比"
    case .completion: "完成率"
    case .ratio: "比率"
    case .count: "数量"
    }
  }
}

extension Subject {
  /// 说明“一、收入支出决算总体情况说明”
  func heading(of section: Int?) -> String {
    guard let section, document.narrative.sections.indices.contains(section) else { return "说明" }
    return Wording.quoted(document.narrative.sections[section].heading)
  }
}
