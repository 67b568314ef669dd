import PageContent

/// A table of a report, told to be one of the catalogue's forms, with its rows and figures.
public struct FormTable: Sendable {
  public enum Status: String, Sendable {
    /// It holds figures.
    case present
    /// It is empty, and a statement beside it says so.
    case declaredEmpty
    /// It is empty without a word.
    case blank
  }

  /// The catalogue's id of the form.
  public var form: String
  /// The number printed with the table (表 2, 公开02表), or nil.
  public var number: Int?
  /// As printed, without the number.
  public var title: String
  /// Where the title is printed; the table's own place where it has none.
  public var titleLocation: Location
  public var unit: MonetaryUnit?
  public var status: Status
  /// The department as printed above the table (部门：…), or nil.
  public var department: String?
  public var pages: [Int]
  /// What is printed below the table: explanations, formulas, a statement that it is empty.
  public var notes: [Note]
  public var sections: [Section]
  public var location: Location

  /// A line printed below a table.
  public struct Note: Sendable, Hashable {
    public var text: String
    public var location: Location

    public init(text: String, location: Location) {
      self.text = text
      self.location = location
    }
  }

  /// The rows of one side of a two-sided table, or of the whole table.
  public struct Section: Sendable {
    /// `income`, `expenditure`, `personnel`, `public`; nil for a table with one side.
    public var side: String?
    public var columns: [Column]
    public var rows: [Row]

    public init(side: String?, columns: [Column], rows: [Row]) {
      self.side = side
      self.columns = columns
      self.rows = rows
    }
  }

  /// A numeric column.
  public struct Column: Sendable, Hashable {
    /// The catalogue's key; nil where the header's wording is not known.
    public var key: String?
    /// The header's words from the top down.
    public var header: [String]
    /// 栏次, where printed.
    public var number: Int?

    public init(key: String?, header: [String], number: Int?) {
      self.key = key
      self.header = header
      self.number = number
    }
  }

  /// The text of a label column beside code and name.
  public struct Label: Sendable, Hashable {
    /// The foot of the column's header.
    public var header: String
    public var text: String

    public init(header: String, text: String) {
      self.header = header
      self.text = text
    }
  }

  public struct Row: Sendable {
    public enum Role: String, Sendable {
      case item
      /// The sum of rows of the same section: adding it to them would count twice.
      case subtotal
      case total
    }

    public var role: Role
    /// 行次, where printed.
    public var lineNumber: Int?
    /// The printed code, its parts joined.
    public var code: String?
    /// As printed, without layout spaces.
    public var name: String
    /// The catalogue's key of a line item.
    public var item: String?
    /// Names a part of the row above it (其中：…).
    public var isOfWhich: Bool
    /// What further label columns say: a second classification, a unit, a project.
    public var labels: [Label]
    /// One for each column of the section; nil where blank.
    public var figures: [Figure?]
    /// Where the row's label is printed, or its first cell.
    public var location: Location

    public init(
      role: Role, lineNumber: Int? = nil, code: String? = nil, name: String, item: String? = nil,
      isOfWhich: Bool = false, labels: [Label] = [], figures: [Figure?], location: Location
    ) {
      self.role = role
      self.lineNumber = lineNumber
      self.code = code
      self.name = name
      self.item = item
      self.isOfWhich = isOfWhich
      self.labels = labels
      self.figures = figures
      self.location = location
    }

    /// What its name says of its code in a table that prints none.
    package var impliedCode: ClassificationCode?

    public var classification: ClassificationCode? { code.flatMap(ClassificationCode.init) ?? impliedCode }
  }

  public init(
    form: String, number: Int?, title: String, titleLocation: Location, unit: MonetaryUnit?, status: Status,
    department: String?, pages: [Int], notes: [Note], sections: [Section], location: Location
  ) {
    self.form = form
    self.number = number
    self.title = title
    self.titleLocation = titleLocation
    self.unit = unit
    self.status = status
    self.department = department
    self.pages = pages
    self.notes = notes
    self.sections = sections
    self.location = location
  }
}
