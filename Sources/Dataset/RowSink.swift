/// Takes rows. Those of one document come together, sorted by their keys within each table.
package protocol RowSink {
  mutating func add(_ row: [Value], to table: DatasetTable) throws
  /// Room for a row, used again for the next.
  var row: [Value] { get set }
}

extension RowSink {
  /// - Parameter isSameRow: the record is another figure of the row of the last one.
  mutating func add<Record>(
    _ record: Record, to definition: TableDefinition<Record>, isSameRow: Bool = false
  ) throws {
    definition.fill(&row, with: record, keeping: isSameRow ? definition.shared : 0)
    let row = row
    try add(row, to: definition.table)
  }
}
