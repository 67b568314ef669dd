/// Takes rows. Those of one document come together, sorted by their keys within each table.
package protocol RowSink {
  mutating func add(_ row: [Value], to table: DatasetTable) throws
}

extension RowSink {
  mutating func add<Record>(_ record: Record, to definition: TableDefinition<Record>) throws {
    try add(definition.row(record), to: definition.table)
  }
}
