/// All tables of the dataset with their columns.
public enum ColumnDictionary {
  /// The version of these definitions: a dataset of another version is not added to.
  public static let version = 2

  /// In the order in which they refer to each other.
  public static let tables: [DatasetTable] = [
    Definitions.forms.table, Definitions.formColumns.table, Definitions.formItems.table,
    Definitions.classification.table, Definitions.rules.table,
    Definitions.documents.table, Definitions.inputs.table, Definitions.tables.table, Definitions.lineItems.table,
    Definitions.facts.table, Definitions.findings.table, Definitions.evidence.table, Definitions.checks.table,
    Definitions.disclosure.table,
    Definitions.missingTables.table, Definitions.cellTables.table, Definitions.cells.table, Definitions.units.table,
    Definitions.personnel.table, Definitions.evaluations.table, Definitions.execution.table,
    Definitions.indicators.table, Definitions.problems.table,
  ]

  public static func table(_ name: String) -> DatasetTable? { tables.first { $0.name == name } }
}
