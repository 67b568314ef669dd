/// Rows as SQLite takes them, one after the other: they are made where documents are read, and bound where they are written.
struct RowTape: RowSink, Sendable {
  /// A value as it is bound.
  enum Cell: Sendable {
    case null
    case integer(Int64)
    case real(Double)
    /// A part of `texts`.
    case text(start: Int32, length: Int32)
  }

  struct Row: Sendable {
    /// Index into `tables`.
    var table: Int
    /// How many of its first values are those of the row before.
    var kept: Int
    /// Where its other values end in `cells`.
    var end: Int
  }

  private(set) var tables: [DatasetTable] = []
  private(set) var rows: [Row] = []
  private(set) var cells: [Cell] = []
  /// In UTF-8.
  private(set) var texts: [UInt8] = []

  mutating func begin(_ table: DatasetTable, keeping kept: Int) {
    // Most often that of the row before.
    if tables.last?.name != table.name { tables.append(table) }
    rows.append(Row(table: tables.count - 1, kept: kept, end: cells.count))
  }

  mutating func put(_ value: Value) {
    switch value {
    case .null: cells.append(.null)
    case .integer(let integer): cells.append(.integer(Int64(integer)))
    case .flag(let flag): cells.append(.integer(flag ? 1 : 0))
    case .text(let text):
      let start = texts.count
      texts.append(contentsOf: text.utf8)
      cells.append(.text(start: Int32(start), length: Int32(texts.count - start)))
    case .yuan(let digits, scale: 2): cells.append(.integer(digits))
    case .yuan, .longYuan:
      switch Fen(value.yuan ?? .zero) {
      case .whole(let fen): cells.append(.integer(fen))
      case .nearest(let fen): cells.append(.real(fen))
      }
    }
  }

  mutating func end() { rows[rows.count - 1].end = cells.count }
}
