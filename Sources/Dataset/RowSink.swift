/// Takes rows. Those of one document come together, sorted by their keys within each table.
package protocol RowSink {
  mutating func add(_ row: [Value], to table: DatasetTable) throws
  /// Room for a row, used again for the next.
  var row: [Value] { get set }
}

extension RowSink {
  mutating func add<Record>(_ record: Record, to definition: TableDefinition<Record>) throws {
    row.removeAll(keepingCapacity: true)
    definition.fill(&row, with: record)
    let row = row
    try add(row, to: definition.table)
  }
}
