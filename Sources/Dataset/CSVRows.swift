/// Puts rows into CSV files (RFC 4180, UTF-8), one for each table.
struct CSVRows: RowSink {
  let folder: String
  var row: [Value] = []
  private var files: [String: CSVFile] = [:]
  /// The line of the row at hand.
  private var line: [UInt8] = []

  init(folder: String) { self.folder = folder }

  /// Writes the head of a table's file.
  mutating func begin(_ table: DatasetTable) throws {
    let file = try CSVFile("\(folder)/\(table.name).csv")
    try file.write(Array((table.columns.map(\.name).joined(separator: ",") + "\n").utf8))
    files[table.name] = file
  }

  mutating func add(_ row: [Value], to table: DatasetTable) throws {
    line.removeAll(keepingCapacity: true)
    for (index, value) in row.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      switch value {
      case .null: break
      case .integer(let integer): line.append(contentsOf: String(integer).utf8)
      case .flag(let flag): line.append(contentsOf: (flag ? "true" : "false").utf8)
      case .text(let text): append(text)
      case .yuan, .longYuan: line.append(contentsOf: (value.yuan ?? .zero).text(decimals: 2).utf8)
      }
    }
    line.append(UInt8(ascii: "\n"))
    try files[table.name]?.write(line)
  }

  /// A text stands in quotation marks where it needs them, or is empty: an empty field without them is no value.
  private mutating func append(_ text: String) {
    var needsQuotes = text.isEmpty
    for byte in text.utf8 where byte == 0x22 || byte == 0x2C || byte == 0x0A || byte == 0x0D { needsQuotes = true }
    guard needsQuotes else { return line.append(contentsOf: text.utf8) }
    line.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { line.append(0x22) }
      line.append(byte)
    }
    line.append(0x22)
  }

  func finish() throws {
    for file in files.values { try file.close() }
  }
}
