/// Rows as lines of CSV (RFC 4180, UTF-8), by table.
struct CSVRows: RowSink, Sendable {
  /// By the table's name.
  private(set) var lines: [String: [UInt8]] = [:]
  private var table = ""
  /// The line of the row at hand, and where each of its values ends.
  private var line: [UInt8] = []
  private var ends: [Int] = []

  mutating func begin(_ table: DatasetTable, keeping kept: Int) {
    self.table = table.name
    ends.removeLast(ends.count - kept)
    line.removeLast(line.count - (ends.last ?? 0))
  }

  mutating func put(_ value: Value) {
    if !ends.isEmpty { line.append(UInt8(ascii: ",")) }
    switch value {
    case .null: break
    case .integer(let integer): line.append(contentsOf: String(integer).utf8)
    case .flag(let flag): line.append(contentsOf: (flag ? "true" : "false").utf8)
    case .text(let text): append(text)
    case .yuan, .longYuan: line.append(contentsOf: (value.yuan ?? .zero).text(decimals: 2).utf8)
    }
    ends.append(line.count)
  }

  mutating func end() {
    lines[table, default: []].append(contentsOf: line)
    lines[table, default: []].append(UInt8(ascii: "\n"))
  }

  /// A text stands in quotation marks where it needs them, or is empty: an empty field without them is no value.
  private mutating func append(_ text: String) {
    let text = SpreadsheetText.field(text)
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
}
