/// The fonts, formats and extended formats of a binary workbook, which together say how a cell looks.
struct BinaryStyles {
  private struct Font {
    var isBold: Bool
    var size: Double
    var colour: Int
  }

  private var fonts: [Font] = []
  private var formats: [Int: NumberFormat] = [:]
  private var records: [WorkbookRecord] = []
  /// Colours that the workbook has made, by index.
  private var palette: [Int: String] = [:]

  mutating func take(font record: WorkbookRecord) {
    guard let height = record.uint16(0), let colour = record.uint16(4), let weight = record.uint16(6) else { return }
    fonts.append(Font(isBold: weight > 500, size: Double(height) / 20, colour: colour))
  }

  mutating func take(format record: WorkbookRecord) {
    var rest = ContinuedRecord(record, from: 2)
    guard let number = record.uint16(0), let code = rest.text() else { return }
    formats[number] = NumberFormat(stored: code)
  }

  mutating func take(style record: WorkbookRecord) { records.append(record) }

  mutating func take(palette record: WorkbookRecord) {
    for index in 0..<min(record.uint16(0) ?? 0, 56) {
      guard let colour = record.uint32(2 + index * 4) else { return }
      // Red comes first.
      let digits = [colour & 0xFF, colour >> 8 & 0xFF, colour >> 16 & 0xFF].map { byte in
        (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
      palette[8 + index] = digits.joined()
    }
  }

  /// By the number that cells name.
  func styles() -> CellStyles {
    var styles = CellStyles()
    for record in records { styles.append(style(record)) }
    return styles
  }

  private func style(_ record: WorkbookRecord) -> CellStyle {
    var style = CellStyle()
    guard let number = record.uint16(0), let format = record.uint16(2), let lines = record.uint32(10),
      let fill = record.uint32(14), let colours = record.uint16(18)
    else { return style }
    style.format = formats[format] ?? BuiltInFormats.code(format).map { NumberFormat($0) } ?? .general
    style.isBoxed = lines & 0xFF != 0
    // There is no font 4: the numbers leave it out.
    let index = number > 4 ? number - 1 : number
    if fonts.indices.contains(index) {
      style.isBold = fonts[index].isBold
      style.size = fonts[index].size
      let isFilled = fill >> 26 == BinaryStyles.solid
      let paper = isFilled ? colour(colours & 0x7F) ?? .white : .white
      style.isInvisible = colour(fonts[index].colour) == paper
    }
    return style
  }

  /// The pattern that is the colour in front alone.
  private static let solid = 1

  /// nil for the colour that the system chooses.
  private func colour(_ index: Int) -> CellColour? {
    switch index {
    case 0..<8: colour(index + 8)
    case 8..<64:
      if let colour = palette[index] { .rgb(colour) } else { index == 9 ? .white : .indexed("\(index)") }
    case 65: .white
    default: nil
    }
  }
}
