import Containers

/// The styles of a Word document, each with what it takes over from the one it is based on.
final class WordStyles: XMLHandler {
  /// What a style, or a run itself, says of letters; nil where it says nothing.
  struct Letters: Hashable {
    var isBold: Bool?
    var isHidden: Bool?
    /// Points.
    var size: Double?
    /// In hexadecimal, or `auto`.
    var colour: String?

    /// With what it does not say itself taken from another.
    func over(_ other: Letters) -> Letters {
      Letters(
        isBold: isBold ?? other.isBold, isHidden: isHidden ?? other.isHidden, size: size ?? other.size,
        colour: colour ?? other.colour)
    }

    /// Takes what an element of run properties says.
    mutating func take(_ name: String, _ attributes: XMLAttributes) {
      switch name {
      case "b": isBold = attributes.isToggle
      case "vanish", "specVanish": isHidden = attributes.isToggle
      case "sz": size = attributes["val"].flatMap { Double($0) }.map { $0 / 2 }
      case "color": colour = attributes["val"]
      default: break
      }
    }
  }

  struct Style {
    var name = ""
    var base: String?
    var letters = Letters()
    /// From 0; 9 is no heading.
    var outlineLevel: Int?
    var list: String?
    var listLevel: Int?
    /// A table in this style may fill its cells with a colour.
    var isShaded = false
  }

  private var styles: [String: Style] = [:]
  private(set) var defaults = Letters()
  private(set) var defaultParagraph = ""
  private var current: (id: String, style: Style)?
  /// In the style of a table, of which nothing counts but whether it fills cells.
  private var isOfTable = false
  private(set) var skipsContent = false
  private var isInDefaults = false
  /// Within the letters of a part of a table, such as its first row.
  private var conditionDepth = 0

  init() {}

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    skipsContent = false
    guard name.vocabulary == .word else { return }
    if isOfTable {
      takeOfTable(name.local, attributes)
      return
    }
    switch name.local {
    case "style":
      isOfTable = attributes["type"] == "table"
      let id = attributes["styleId"] ?? ""
      current = (id, Style())
      if attributes["type"] == "paragraph", attributes.isOn("default") { defaultParagraph = id }
    case "docDefaults": isInDefaults = true
    case "tblStylePr": conditionDepth += 1
    case "shd": if let fill = attributes["fill"], fill != "auto" { current?.style.isShaded = true }
    case "name": current?.style.name = attributes["val"] ?? ""
    case "basedOn": current?.style.base = attributes["val"]
    case "outlineLvl": current?.style.outlineLevel = attributes["val"].flatMap { Int($0) }
    case "numId": current?.style.list = attributes["val"]
    case "ilvl": current?.style.listLevel = attributes["val"].flatMap { Int($0) }
    default:
      if conditionDepth > 0 { return }
      if isInDefaults {
        defaults.take(name.local, attributes)
      } else {
        current?.style.letters.take(name.local, attributes)
      }
    }
  }

  /// The parts of a table, each with its letters and lines, are nine tenths of what there is of styles.
  private func takeOfTable(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "shd": if let fill = attributes["fill"], fill != "auto" { current?.style.isShaded = true }
    case "name": current?.style.name = attributes["val"] ?? ""
    case "basedOn": current?.style.base = attributes["val"]
    case "tblStylePr": skipsContent = current?.style.isShaded ?? false
    case "rPr", "pPr", "tblBorders", "tcBorders": skipsContent = true
    default: break
    }
  }

  func end(_ name: XMLName) {
    guard name.vocabulary == .word else { return }
    switch name.local {
    case "style":
      isOfTable = false
      if let (id, style) = current { styles[id] = style }
      current = nil
    case "docDefaults": isInDefaults = false
    case "tblStylePr" where !isOfTable: conditionDepth -= 1
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  var isDone: Bool { false }

  /// A style with all that it is based on, however these are bent to a ring.
  func resolved(_ id: String?) -> Style {
    var result = Style()
    var next = id
    for _ in 0..<WordStyles.longestChain {
      guard let id = next, let style = styles[id] else { break }
      if result.name.isEmpty { result.name = style.name }
      result.letters = result.letters.over(style.letters)
      result.outlineLevel = result.outlineLevel ?? style.outlineLevel
      result.list = result.list ?? style.list
      result.listLevel = result.listLevel ?? style.listLevel
      result.isShaded = result.isShaded || style.isShaded
      next = style.base
    }
    return result
  }

  private static let longestChain = 16
}
