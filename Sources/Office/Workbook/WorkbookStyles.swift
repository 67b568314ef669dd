import Containers

/// Reads the part that says how the cells of a workbook look.
final class WorkbookStyles: XMLHandler {
  private struct Font {
    var isBold = false
    var size = 0.0
    var colour: CellColour?
  }

  private struct Border {
    /// Whether a line is drawn, by side.
    var isBoxed = false
  }

  private(set) var styles = CellStyles()
  private var formats: [Int: NumberFormat] = [:]
  private var fonts: [Font] = []
  /// nil where nothing is filled in.
  private var fills: [CellColour?] = []
  private var borders: [Border] = []
  private var path: [String] = []

  init() {}

  private func isWithin(_ list: String) -> Bool { path.count > 1 && path[1] == list }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    path.append(name.local)
    switch name.local {
    case "numFmt" where isWithin("numFmts"):
      if let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] {
        formats[id] = NumberFormat(stored: code)
      }
    case "font" where isWithin("fonts"): fonts.append(Font())
    case "b" where isWithin("fonts"): change(&fonts) { $0.isBold = attributes.isToggle }
    case "sz" where isWithin("fonts"): change(&fonts) { $0.size = attributes["val"].flatMap { Double($0) } ?? 0 }
    case "color" where isWithin("fonts"): change(&fonts) { $0.colour = CellColour(attributes) }
    case "fill" where isWithin("fills"): fills.append(nil)
    case "fgColor" where isWithin("fills"): change(&fills) { $0 = isSolid ? CellColour(attributes) : nil }
    case "patternFill" where isWithin("fills"): isSolid = attributes["patternType"] == "solid"
    case "border" where isWithin("borders"): borders.append(Border())
    case "left" where isWithin("borders"), "right" where isWithin("borders"), "start" where isWithin("borders"),
      "end" where isWithin("borders"):
      if let style = attributes["style"], style != "none" { change(&borders) { $0.isBoxed = true } }
    case "xf" where isWithin("cellXfs"): styles.append(style(attributes))
    default: break
    }
  }

  private var isSolid = false

  private func change<Element>(_ list: inout [Element], _ body: (inout Element) -> Void) {
    if !list.isEmpty { body(&list[list.count - 1]) }
  }

  private func style(_ attributes: XMLAttributes) -> CellStyle {
    func element<Element>(_ list: [Element], _ number: String?) -> Element? {
      number.flatMap { Int($0) }.flatMap { list.indices.contains($0) ? list[$0] : nil }
    }
    var style = CellStyle()
    let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
    style.format = formats[number] ?? BuiltInFormats.code(number).map { NumberFormat($0) } ?? .general
    if let font = element(fonts, attributes["fontId"]) {
      style.isBold = font.isBold
      style.size = font.size
      let paper = element(fills, attributes["fillId"]).flatMap(\.self) ?? .white
      style.isInvisible = font.colour == paper
    }
    style.isBoxed = element(borders, attributes["borderId"])?.isBoxed ?? false
    return style
  }

  func end(_ name: XMLName) { path.removeLast() }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  var isDone: Bool { false }
}
