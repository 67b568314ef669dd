import PageContent
import TableStructure

/// Gathers the tables that are no statements of accounts but typed parts of a report, while its blocks are told apart.
struct PartTables {
  private var evaluations = PerformanceTables()
  private var units: [(paragraph: Int, items: [ProfileItem])] = []
  private var tasks: [MainTask] = []
  /// The catalogue's id of tables of units.
  private static let unitsForm = "departmentUnits"

  /// Takes a table that is kept cell by cell, and gives it its kind where it is one of them. It stands before the
  /// `paragraph`th paragraph; `isBare` says that nothing stands between it and the table before it.
  mutating func take(_ table: Table, as cells: inout CellTable, paragraph: Int, isBare: Bool) {
    if evaluations.take(table, form: cells.form, title: cells.title, isBare: isBare) {
      cells.form = PerformanceTables.form
    } else if cells.form == nil || cells.form == Self.unitsForm, let items = UnitList.items(in: table) {
      units.append((paragraph, items))
      cells.form = Self.unitsForm
    } else if cells.form == nil || cells.form == MainTaskReader.form, let rows = MainTaskReader.tasks(in: table) {
      tasks += rows
      cells.form = MainTaskReader.form
    }
  }

  /// Another table stands between.
  mutating func close() { evaluations.close() }

  func read(_ paragraphs: [Paragraph], into document: inout DisclosedDocument) {
    evaluations.read(into: &document)
    let sections = document.narrative.sections
    document.profile = ProfileReader.profile(paragraphs, sections, unitTables: units)
    document.tasks = tasks
    document.glossary = GlossaryReader.entries(paragraphs, sections)
    document.tableOfContents = ContentsReader.lines(paragraphs)
  }
}
