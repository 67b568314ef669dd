import PageContent

/// A report, read: who published it for which year, its tables, and what could not be read.
public struct DisclosedDocument: Sendable {
  public enum Kind: String, Sendable {
    /// 部门决算, 单位决算
    case finalAccounts
    /// 部门预算, 单位预算
    case budget
  }

  public enum Scope: String, Sendable {
    /// 部门: a department with all its units.
    case department
    /// 单位: one unit.
    case unit
  }

  /// Which of its two parts a file holds: they may be published apart.
  public enum Content: String, Sendable {
    case tables, narrative, both
  }

  public var source: SourceDocument.Identity
  public var department: String?
  public var fiscalYear: Int?
  public var kind: Kind?
  public var scope: Scope?
  /// ISO 8601: `2021-10-29`, or `2024-08` where only the month is printed.
  public var publishedOn: String?
  /// nil where it holds nothing of a report.
  public var content: Content?
  public var tables: [FormTable]
  /// Forms that its year and kind, or its own table of contents, call for and that it does not hold.
  public var missingTables: [String]
  /// Tables that are no statement of accounts, but known by their title: performance targets, procurement lists.
  public var otherTables: [CellTable]
  public var unrecognisedTables: [CellTable]
  /// 概况: functions, units, staff.
  public var profile: DepartmentProfile
  /// What its tables of self-evaluation (绩效自评表) say; their cells are among `otherTables`.
  public var performance: [PerformanceEvaluation]
  /// The forms that the table of contents lists.
  public var contents: [ContentsEntry]
  /// All lines of the table of contents.
  public var tableOfContents: [ContentsLine]
  /// 重点工作完成情况, where a table holds them.
  public var tasks: [MainTask]
  /// 名词解释
  public var glossary: [GlossaryEntry]
  /// Its text outside tables, in printed order.
  public var paragraphs: [TextParagraph]
  /// What it says outside its tables.
  public var narrative: Narrative
  /// What is on its pages and no part of it: watermarks, hidden text, page numbers.
  public var leftOut: [OmittedText]
  /// What kept a part of the document from being read, or being read surely.
  public var problems: [Problem]

  public init(
    source: SourceDocument.Identity, department: String? = nil, fiscalYear: Int? = nil, kind: Kind? = nil,
    scope: Scope? = nil, publishedOn: String? = nil, content: Content? = nil, tables: [FormTable] = [],
    missingTables: [String] = [],
    otherTables: [CellTable] = [], unrecognisedTables: [CellTable] = [],
    profile: DepartmentProfile = DepartmentProfile(), performance: [PerformanceEvaluation] = [],
    contents: [ContentsEntry] = [], tableOfContents: [ContentsLine] = [], tasks: [MainTask] = [],
    glossary: [GlossaryEntry] = [],
    paragraphs: [TextParagraph] = [], narrative: Narrative = Narrative(),
    leftOut: [OmittedText] = [], problems: [Problem] = []
  ) {
    self.source = source
    self.department = department
    self.fiscalYear = fiscalYear
    self.kind = kind
    self.scope = scope
    self.publishedOn = publishedOn
    self.content = content
    self.tables = tables
    self.missingTables = missingTables
    self.otherTables = otherTables
    self.unrecognisedTables = unrecognisedTables
    self.profile = profile
    self.performance = performance
    self.contents = contents
    self.tableOfContents = tableOfContents
    self.tasks = tasks
    self.glossary = glossary
    self.paragraphs = paragraphs
    self.narrative = narrative
    self.leftOut = leftOut
    self.problems = problems
  }

  /// The first table of a form.
  public func table(_ form: String) -> FormTable? { tables.first { $0.form == form } }
}

/// A paragraph outside tables, or a heading.
public struct TextParagraph: Sendable, Hashable {
  public var text: String
  /// Of its first line.
  public var location: Location

  public init(text: String, location: Location) {
    self.text = text
    self.location = location
  }
}

/// An entry of the table of contents that names a form.
public struct ContentsEntry: Sendable, Hashable {
  public var form: String
  public var text: String
  public var location: Location

  public init(form: String, text: String, location: Location) {
    self.form = form
    self.text = text
    self.location = location
  }
}

/// A printed table kept cell by cell: one that is no statement of accounts, or one that no form claims. None is dropped.
public struct CellTable: Sendable {
  /// The catalogue's id of its kind; nil where none claims it.
  public var form: String?
  /// The line above it that names it, or nil.
  public var title: String?
  public var pages: [Int]
  public var rowCount: Int
  public var columnCount: Int
  public var cells: [Cell]
  public var location: Location

  public struct Cell: Sendable, Hashable {
    public var row: Int
    public var column: Int
    public var rowSpan: Int
    public var columnSpan: Int
    public var text: String
    public var location: Location

    public init(row: Int, column: Int, rowSpan: Int, columnSpan: Int, text: String, location: Location) {
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.text = text
      self.location = location
    }
  }

  public init(
    form: String? = nil, title: String?, pages: [Int], rowCount: Int, columnCount: Int, cells: [Cell],
    location: Location
  ) {
    self.form = form
    self.title = title
    self.pages = pages
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.cells = cells
    self.location = location
  }
}

/// Something that could not be read, or not surely. A problem is about the reading; contradictions of the report itself
/// are findings of the audit.
public struct Problem: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case drawingErrors, deadline, tooManyGlyphs, tooManyRulings, unmappedGlyphs, scan, invisibleText
    case outlinedText
    /// Of a document in several web pages one is not there.
    case missingPage
    /// A cell of a numeric column holds text that is no number.
    case unreadableCell
    /// The header's wording is not in the catalogue.
    case unknownColumn
    /// No unit is printed with a table whose figures need one.
    case missingUnit
    /// The unit is not printed with the table; the other tables of the report agree on one.
    case inferredUnit
    /// An amount of the file that did not come through its conversion by LibreOffice.
    case lostFigure
    /// Tables of the file that did not come through its conversion by LibreOffice; the detail tells how many.
    case lostTable
    /// A printed figure that belongs to no column.
    case strayFigure
    /// A table's title and figures are printed, but its rows and columns could not be told apart.
    case unreadTable
    /// The cover, the titles and the captions name different publishers or years; the detail has the one taken first.
    case contradictoryHead
    /// The document holds nothing of a departmental report.
    case notAReport
  }

  public var kind: Kind
  /// What it is about: a title, a header, a cell's text, a count.
  public var detail: String
  public var location: Location?

  public init(kind: Kind, detail: String, location: Location? = nil) {
    self.kind = kind
    self.detail = detail
    self.location = location
  }
}
