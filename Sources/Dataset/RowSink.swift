/// Takes rows, value by value, and keeps them in memory. Those of one document come together, sorted by their keys within each table.
package protocol RowSink {
  /// Begins a row.
  ///
  /// - Parameter kept: how many of its first values are those of the row before, which was of the same table: the figures
  ///   of a printed row share most of what is said of them.
  mutating func begin(_ table: DatasetTable, keeping kept: Int)
  mutating func put(_ value: Value)
  /// The row is complete.
  mutating func end()
}

extension RowSink {
  /// - Parameter isSameRow: the record is another figure of the row of the last one.
  mutating func add<Record>(
    _ record: Record, to definition: TableDefinition<Record>, isSameRow: Bool = false
  ) {
    let kept = isSameRow ? definition.shared : 0
    begin(definition.table, keeping: kept)
    for value in definition.values[kept...] { put(value(record)) }
    end()
  }
}
