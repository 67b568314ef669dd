/// Workbooks of Excel 97 to 2003 as small as tests need them, record by record.
///
/// Styles: 0 plain, 1 framed, 2 framed with two decimals, 3 white, 4 framed, in 万元 by its format.
public struct TinyBinaryWorkbook {
  /// The records of each sheet, by name; one whose name begins with `!` is hidden.
  private let sheets: KeyValuePairs<String, [UInt8]>
  private let texts: [UInt8]
  private let more: [UInt8]

  /// - Parameters:
  ///   - texts: the records of the shared texts.
  ///   - more: further records of the workbook.
  public init(_ sheets: KeyValuePairs<String, [UInt8]>, texts: [UInt8] = [], more: [UInt8] = []) {
    self.sheets = sheets
    self.texts = texts
    self.more = more
  }

  public var file: [UInt8] { TinyCompound.file(["Workbook": stream]) }

  public var stream: [UInt8] {
    let head = Self.record(0x0809, Self.words(0x0600, 5, 0, 0) + Self.words(0, 0, 0, 0)) + more + Self.looks
    let bodies = sheets.map {
      Self.record(0x0809, Self.words(0x0600, 0x10, 0, 0, 0, 0, 0, 0)) + Self.size + $0.value + Self.end
    }
    func list(_ start: Int) -> [UInt8] {
      var offset = start
      var list: [UInt8] = []
      for (sheet, body) in zip(sheets, bodies) {
        let state: [UInt8] = [sheet.key.hasPrefix("!") ? 1 : 0, 0]
        let name = Self.text(String(sheet.key.drop { $0 == "!" }), isShort: true)
        list += Self.record(0x0085, TinyCompound.number(offset, 4) + state + name)
        offset += body.count
      }
      return list
    }
    let count = head.count + list(0).count + texts.count + Self.end.count
    return head + list(count) + texts + Self.end + bodies.flatMap(\.self)
  }

  // MARK: Records

  public static func record(_ number: Int, _ body: [UInt8]) -> [UInt8] { words(number, body.count) + body }

  public static let end = record(0x000A, [])

  public static func words(_ values: Int...) -> [UInt8] { values.flatMap { TinyCompound.number($0, 2) } }

  public static func double(_ value: Double) -> [UInt8] {
    TinyCompound.number(Int(bitPattern: UInt(value.bitPattern)), 8)
  }

  /// Two bytes a character.
  public static func text(_ text: String, isShort: Bool = false) -> [UInt8] {
    let letters = Array(text.utf16)
    return TinyCompound.number(letters.count, isShort ? 1 : 2) + [1] + letters.flatMap { words(Int($0)) }
  }

  /// Cells of a row from its first column on, each with its style: texts and numbers, nil for a blank one.
  public static func row(_ row: Int, _ cells: [(style: Int, value: Any?)], from first: Int = 0) -> [UInt8] {
    cells.enumerated().flatMap { index, cell -> [UInt8] in
      let place = words(row - 1, first + index, cell.style)
      switch cell.value {
      case let text as String: return record(0x0204, place + Self.text(text))
      case let number as Double: return record(0x0203, place + double(number))
      default: return record(0x0201, place)
      }
    }
  }

  public static func merged(_ ranges: [(rows: ClosedRange<Int>, columns: ClosedRange<Int>)]) -> [UInt8] {
    let parts = ranges.flatMap { rows, columns in
      words(rows.lowerBound - 1, rows.upperBound - 1, columns.lowerBound - 1, columns.upperBound - 1)
    }
    return record(0x00E5, words(ranges.count) + parts)
  }

  /// Rows and columns that a sheet says to have.
  private static let size = record(0x0200, words(0, 0, 9, 0, 0, 9, 0))

  // MARK: Looks

  private static let looks: [UInt8] =
    font(colour: 0x7FFF) + font(colour: 9) + record(0x041E, words(200) + text("0!.0,"))
    + style() + style(format: 0, isFramed: true) + style(format: 4, isFramed: true) + style(font: 1)
    + style(format: 200, isFramed: true)

  private static func font(colour: Int) -> [UInt8] {
    record(0x0031, words(220, 0, colour, 400, 0, 0, 0) + text("宋体", isShort: true))
  }

  private static func style(font: Int = 0, format: Int = 0, isFramed: Bool = false) -> [UInt8] {
    record(0x00E0, words(font, format, 0, 0, 0, isFramed ? 0x1111 : 0, 0, 0, 0, 0))
  }
}
