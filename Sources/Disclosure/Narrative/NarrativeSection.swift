import PageContent

/// A part of the narrative under one heading: 第三部分, 一、, （一）, 1., a Markdown heading, or a title without a number.
public struct NarrativeSection: Sendable, Hashable {
  /// What it is about. The catalogue of the narrative holds the wordings of each.
  public enum Kind: String, Sendable, CaseIterable {
    case overview, functions, units, personnel
    case incomeExpenditureSummary, income, expenditure, appropriationSummary
    case generalBudget, generalBudgetStructure, generalBudgetItems, basicExpenditure
    case threePublic, governmentFund, stateCapital
    case runningCosts, procurement, stateAssets, performance, glossary, other
  }

  /// As printed, with its number.
  public var heading: String
  /// Its own kind, or where its words tell none, that of the section it belongs to.
  public var kind: Kind
  /// 1: 第三部分 or `#`; 2: 一、 3: （一） 4: 1. 5: （1） 6: ①.
  public var level: Int
  public var location: Location
  /// The paragraphs under it and its subsections, counted over all paragraphs outside tables from 0; its heading is the
  /// first.
  public var paragraphs: Range<Int>

  public init(heading: String, kind: Kind, level: Int, location: Location, paragraphs: Range<Int>) {
    self.heading = heading
    self.kind = kind
    self.level = level
    self.location = location
    self.paragraphs = paragraphs
  }
}
