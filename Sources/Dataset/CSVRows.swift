/// Puts rows into CSV files (RFC 4180, UTF-8), one for each table.
struct CSVRows: RowSink {
  let folder: String
  var row: [Value] = []
  private var files: [String: CSVFile] = [:]

  init(folder: String) { self.folder = folder }

  /// Writes the head of a table's file.
  mutating func begin(_ table: DatasetTable) throws {
    let file = try CSVFile("\(folder)/\(table.name).csv")
    file.write(table.columns.map(\.name).joined(separator: ","))
    file.write("\n")
    files[table.name] = file
  }

  func add(_ row: [Value], to table: DatasetTable) throws {
    guard let file = files[table.name] else { return }
    for (index, value) in row.enumerated() {
      if index > 0 { file.write(",") }
      switch value {
      case .null: break
      case .integer(let integer): file.write(String(integer))
      case .flag(let flag): file.write(flag ? "true" : "false")
      case .text(let text): file.writeField(text)
      case .yuan(let yuan): file.write(yuan.text(decimals: 2))
      }
    }
    file.write("\n")
    try file.flushIfFull()
  }

  func finish() throws {
    for file in files.values { try file.close() }
  }
}
