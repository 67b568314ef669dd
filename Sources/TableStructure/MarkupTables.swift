import PageContent

/// Tables that are marked up in a text, as converters write them into Markdown: `<table><tr><td rowspan="2">…`.
struct MarkupTables {
  /// The tables in their order, one inside another after it.
  private(set) var tables: [Table] = []
  /// The line on which the last of them ends, and the column behind it.
  private(set) var end: (line: Int, column: Int)

  private var tokens: HTMLTokens
  private var places: PlaceCursor
  private let lines: ArraySlice<TextLine>
  /// The tables that are open, the outermost first; their cells go to the innermost.
  private var open: [OpenMarkup] = []

  /// Whether a table's markup begins on a line, and in which column.
  static func start(in line: TextLine) -> Int? { mark("<table", in: line) }

  private static func mark(_ mark: String, in line: TextLine) -> Int? {
    guard line.hasTag else { return nil }
    let mark = Array(mark.unicodeScalars)
    return line.content.first { index in
      line.scalars[index] == "<" && line.scalars.count > index + mark.count
        && zip(line.scalars[index...], mark).allSatisfy { $0.lowercased == $1 }
        && !line.scalars[index + mark.count].isASCIILetterOrDigit
    }
  }

  /// The lines up to the end of the table that begins on the first: to the last one where nothing closes it.
  private static func extent(of lines: ArraySlice<TextLine>) -> ArraySlice<TextLine> {
    var depth = 0
    for index in lines.indices where lines[index].hasTag {
      depth += count("<table", in: lines[index]) - count("</table", in: lines[index])
      if depth <= 0 { return lines[...index] }
    }
    return lines
  }

  private static func count(_ mark: String, in line: TextLine) -> Int {
    String(String.UnicodeScalarView(line.text)).lowercased().split(separator: mark, omittingEmptySubsequences: false)
      .count - 1
  }

  /// Reads from the column of a line where a table begins until it is closed, or the lines end.
  init(_ rest: ArraySlice<TextLine>, from column: Int) {
    let lines = Self.extent(of: rest)
    // What stands before the table on its line is not looked at, but keeps its columns.
    let first = lines[lines.startIndex]
    let head = [Unicode.Scalar](repeating: " ", count: column) + first.scalars[column...]
    self.lines = lines
    let texts = [head] + lines.dropFirst().map(\.scalars)
    let text = texts.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n")
    tokens = HTMLTokens(text)
    places = PlaceCursor(text)
    end = (lines.startIndex, column)
    read()
  }

  private mutating func read() {
    var hasBegun = false
    while !hasBegun || !open.isEmpty {
      let start = tokens.index
      guard let token = tokens.next() else { break }
      switch token {
      case .start(let tag): begin(tag, at: start)
      case .end(let name): finish(name)
      case .text(let text):
        if let last = open.indices.last { open[last].take(text, from: places.place(of: start)) }
      case .raw: break
      }
      hasBegun = hasBegun || !open.isEmpty
    }
    while !open.isEmpty { close() }
    let place = places.place(of: tokens.index)
    end = (lines.startIndex + place.line, place.column)
  }

  private mutating func begin(_ tag: HTMLTag, at start: Int) {
    guard let last = open.indices.last else {
      if tag.name == "table" { open.append(OpenMarkup(at: places.place(of: start))) }
      return
    }
    switch tag.name {
    case "table": if open.count < OpenMarkup.deepest { open.append(OpenMarkup(at: places.place(of: start))) }
    case "tr": open[last].beginRow()
    case "td", "th": open[last].beginCell(tag, at: places.place(of: start))
    case "br", "p", "div", "li": open[last].take("\n", from: nil)
    case "b", "strong": open[last].boldDepth += 1
    default: break
    }
  }

  private mutating func finish(_ name: String) {
    guard let last = open.indices.last else { return }
    switch name {
    case "table": close()
    case "tr": open[last].endRow()
    case "td", "th": open[last].endCell()
    case "p", "div", "li": open[last].take("\n", from: nil)
    case "b", "strong": open[last].boldDepth = max(0, open[last].boldDepth - 1)
    default: break
    }
  }

  private mutating func close() {
    guard var markup = open.popLast() else { return }
    markup.endRow()
    guard let table = markup.table(lines) else { return }
    // An inner table ends before the one around it.
    if open.isEmpty { tables.insert(table, at: 0) } else { tables.append(table) }
  }
}

/// A table while its cells are read.
private struct OpenMarkup {
  static let deepest = 8
  private static let mostColumns = 400
  private static let mostRows = 20_000

  private struct Entry {
    var cell: Cell
    var place: PlaceCursor.Place
    var end: Int
    var text: [Unicode.Scalar] = []
    var isBold = true
  }

  private let start: PlaceCursor.Place
  private var entries: [Entry] = []
  private var current: Entry?
  private var row = -1
  private var column = 0
  /// For each column, the row from which it is free again.
  private var taken: [Int] = []
  private var isRowOpen = false
  var boldDepth = 0

  init(at place: PlaceCursor.Place) { start = place }

  mutating func beginRow() {
    endRow()
    row += 1
    column = 0
    isRowOpen = true
  }

  mutating func endRow() {
    endCell()
    isRowOpen = false
  }

  mutating func beginCell(_ tag: HTMLTag, at place: PlaceCursor.Place) {
    endCell()
    if !isRowOpen { beginRow() }
    while column < taken.count, taken[column] > row { column += 1 }
    guard column < Self.mostColumns, row < Self.mostRows else { return }
    let columnSpan = min(Self.span(tag["colspan"]), Self.mostColumns - column)
    // 0 is down to the table's end; so far down no form reaches.
    let rowSpan = min(Self.span(tag["rowspan"]), 1000)
    let end = column + columnSpan
    // Cells that would overlap give way.
    let width = (column..<end).prefix { $0 >= taken.count || taken[$0] <= row }.count
    while taken.count < column + width { taken.append(0) }
    for column in column..<column + width { taken[column] = row + rowSpan }
    current = Entry(
      cell: Cell(
        row: row, column: column, rowSpan: rowSpan, columnSpan: width, text: "", location: .line(1, columns: 1...1)),
      place: place, end: place.column)
    boldDepth = tag.name == "th" ? 1 : 0
    column += width
  }

  private static func span(_ value: String?) -> Int { max(1, value.flatMap { Int($0) } ?? 1) }

  /// Text of the open cell; a line end in it, nil for its place, parts words as a blank does.
  mutating func take(_ text: String, from place: PlaceCursor.Place?) {
    guard current != nil else { return }
    let scalars = Array(text.unicodeScalars)
    if let place, let first = scalars.firstIndex(where: { !$0.isBlank }) {
      if current?.text.allSatisfy(\.isBlank) ?? false {
        current?.place = place
        // Blanks before the text on its own line are not its place.
        if !scalars[..<first].contains("\n") { current?.place.column += first }
      }
      if boldDepth == 0 { current?.isBold = false }
    }
    current?.text += scalars
  }

  mutating func endCell() {
    guard let entry = current else { return }
    entries.append(entry)
    current = nil
  }

  func table(_ lines: ArraySlice<TextLine>) -> Table? {
    let columnCount = taken.count
    let rowCount = row + 1
    guard rowCount > 0, columnCount > 0, rowCount * columnCount <= DelimitedTable.mostCells else { return nil }
    var filled = [Bool](repeating: false, count: rowCount * columnCount)
    var cells: [Cell] = []
    for entry in entries {
      var cell = entry.cell
      cell.rowSpan = min(cell.rowSpan, rowCount - cell.row)
      let words = InlineMarkup(entry.text[...], joiningChinese: true)
      cell.text = words.text
      cell.isBold = !words.text.isEmpty && (words.isBold || entry.isBold)
      cell.location = entry.place.location(length: words.text.unicodeScalars.count, in: lines)
      for row in cell.rows { for column in cell.columns { filled[row * columnCount + column] = true } }
      cells.append(cell)
    }
    for square in filled.indices where !filled[square] {
      cells.append(
        Cell(
          row: square / columnCount, column: square % columnCount, text: "",
          location: start.location(length: 0, in: lines)))
    }
    cells.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    return Table(
      origin: .markup, rowCount: rowCount, columnCount: columnCount, cells: cells,
      location: start.location(length: 1, in: lines))
  }
}

/// Tells the line and column of places in a text that are asked for in their order.
private struct PlaceCursor {
  struct Place {
    /// From the first line of the text, from 0.
    var line = 0
    /// In Unicode scalars, from 0.
    var column = 0

    func location(length: Int, in lines: ArraySlice<TextLine>) -> Location {
      let line = lines[min(lines.startIndex + line, lines.endIndex - 1)]
      let start = min(column, line.scalars.count)
      return line.location(start..<min(start + length, line.scalars.count))
    }
  }

  private let bytes: [UInt8]
  private var index = 0
  private var current = Place()

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func place(of offset: Int) -> Place {
    while index < min(offset, bytes.count) {
      if bytes[index] == 0x0A {
        current = Place(line: current.line + 1, column: 0)
      } else if bytes[index] & 0xC0 != 0x80 {
        current.column += 1
      }
      index += 1
    }
    return current
  }
}

extension Unicode.Scalar {
  fileprivate var lowercased: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(value + 0x20) ?? self : self
  }
}
