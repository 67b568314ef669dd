import Containers

/// The styles of an XML Spreadsheet, each built upon another.
struct XMLSpreadsheetStyles {
  private struct Look {
    var style = CellStyle()
    var colour: CellColour?
    /// nil where nothing is filled in.
    var paper: CellColour?
  }

  private(set) var styles = CellStyles()
  /// By the name by which cells call them.
  private var numbers: [String: Int] = [:]
  private var looks: [Look] = []
  private var current: (id: String, look: Look)?

  init() { styles.append(CellStyle()) }

  /// The number of a style by its name; that of the default one for none.
  func number(of id: String?) -> Int { id.flatMap { numbers[$0] } ?? numbers[XMLSpreadsheetStyles.normal] ?? 0 }

  /// What every style is built upon that names no other.
  private static let normal = "Default"

  mutating func begin(_ attributes: XMLAttributes) {
    guard let id = attributes["ID"] else { return }
    let parent = numbers[attributes["Parent"] ?? XMLSpreadsheetStyles.normal].map { looks[$0 - 1] }
    current = (id, parent ?? Look())
  }

  mutating func take(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "Font":
      if let bold = attributes["Bold"] { current?.look.style.isBold = bold == "1" }
      if let size = attributes["Size"].flatMap({ Double($0) }) { current?.look.style.size = size }
      if let colour = attributes["Color"] { current?.look.colour = CellColour(hexadecimal: colour) }
    case "Interior":
      let isFilled = attributes["Pattern"] == "Solid"
      current?.look.paper = isFilled ? attributes["Color"].flatMap { CellColour(hexadecimal: $0) } : nil
    case "NumberFormat":
      current?.look.style.format = XMLSpreadsheetStyles.format(attributes["Format"] ?? "General")
    case "Borders": current?.look.style.isBoxed = false
    case "Border":
      guard attributes["Position"] == "Left" || attributes["Position"] == "Right",
        let line = attributes["LineStyle"], line != "None"
      else { return }
      current?.look.style.isBoxed = true
    default: break
    }
  }

  mutating func end() {
    guard let id = current?.id, var look = current?.look else { return }
    current = nil
    look.style.isInvisible = look.colour == look.paper ?? .white
    styles.append(look.style)
    looks.append(look)
    numbers[id] = looks.count
  }

  private static func format(_ code: String) -> NumberFormat {
    NumberFormat(stored: builtIn[code].flatMap { BuiltInFormats.code($0) } ?? written[code] ?? code)
  }

  /// Formats that have names, by their numbers in other workbooks.
  private static let builtIn = [
    "General Number": 0, "General Date": 22, "Long Date": 31, "Medium Date": 15, "Short Date": 14, "Long Time": 19,
    "Medium Time": 18, "Short Time": 20, "Currency": 8, "Fixed": 2, "Standard": 4, "Percent": 10, "Scientific": 11,
  ]
  private static let written = [
    "Euro Currency": ##""€"#,##0.00;[Red]"€"-#,##0.00"##, "Yes/No": ##""Yes";"Yes";"No""##,
    "True/False": ##""True";"True";"False""##, "On/Off": ##""On";"On";"Off""##,
  ]
}

extension CellColour {
  /// nil for anything but `#FFFFFF`.
  fileprivate init?(hexadecimal text: String) {
    guard text.hasPrefix("#"), text.utf8.count == 7 else { return nil }
    self = .rgb(text.dropFirst().uppercased())
  }
}
