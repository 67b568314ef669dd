import Disclosure
import PageContent

/// The facts of a narrative, with what rules ask of them again and again.
struct NarrativeIndex {
  let narrative: Narrative
  /// The facts that are no reasons, by their paragraph, in printed order.
  let byParagraph: [(paragraph: Int, facts: [NarrativeFact])]

  init(_ narrative: Narrative) {
    self.narrative = narrative
    var groups: [(paragraph: Int, facts: [NarrativeFact])] = []
    for fact in narrative.facts where !fact.isInReason {
      let paragraph = narrative.sentences[fact.sentence].paragraph
      if groups.last?.paragraph == paragraph {
        groups[groups.count - 1].facts.append(fact)
      } else {
        groups.append((paragraph, [fact]))
      }
    }
    byParagraph = groups
  }

  func paragraph(of fact: NarrativeFact) -> Int { narrative.sentences[fact.sentence].paragraph }

  /// The facts before one in its paragraph, the nearest first, as long as they are of the same subject.
  func before(_ index: Int, in facts: [NarrativeFact]) -> [NarrativeFact] {
    facts[..<index].reversed().filter { $0.isAbout(facts[index]) }
  }
}

extension NarrativeFact {
  /// Whether another fact speaks of the same thing.
  func isAbout(_ other: NarrativeFact) -> Bool {
    kind == other.kind && path == other.path && (kind != "other" || subject == other.subject)
  }

  /// Whether it is the figure of the report's own year and kind: the final one of final accounts, the budget's of a budget.
  func isCurrent(in kind: DisclosedDocument.Kind?) -> Bool {
    switch measure {
    case .amount: true
    case .final: kind != .budget
    case .budget: kind == .budget
    case .prior, .change, .rate, .share, .completion, .ratio, .count: false
    }
  }

  /// A change or a rate with the sign that its direction gives it. A negative figure keeps its sign, whatever the word.
  var signed: ExactNumber { direction == .decrease && value.mantissa > 0 ? -value : value }

  /// Whether a change is told against the year's own budget, and not against the year before: 比年初预算数增加.
  func isAgainstBudget(in document: DisclosedDocument) -> Bool {
    guard document.kind != .budget, base?.holds("预算") ?? false else { return false }
    return comparedYear == nil || comparedYear == document.fiscalYear
  }

  var evidence: Evidence { Evidence(location: location, row: subject, text: text + unit) }

  /// “行政运行”
  var name: String { "“" + (path.last ?? subject) + "”" }

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
    return "“\(document.narrative.sections[section].heading)”"
  }
}
