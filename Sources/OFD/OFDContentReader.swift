import Containers
import PageContent

/// Reads the objects of a page, of a template, or of the units that resources draw.
final class OFDContentReader: XMLHandler {
  /// The page's own size, where it says one.
  private(set) var area: OFDBox?
  /// The templates that it is drawn over, by id, and whether they come on top.
  private(set) var templates: [(id: String, isOnTop: Bool)] = []
  /// Of the page itself.
  private(set) var objects: [OFDObject] = []
  /// What resources draw, by id.
  private(set) var units: [String: [OFDObject]] = [:]
  private(set) var boldFonts: Set<String>
  private(set) var lineWidths: [String: Double]
  private(set) var isTooLarge = false

  private var path: [String] = []
  private var unit: String?
  private var text: OFDText?
  private var shape: OFDPath?
  private var characters: [UInt8] = []
  private var takesCharacters = false
  private var count = 0
  /// How deep within something that is not shown.
  private var hiddenDepth = 0

  private static let mostObjects = 500_000
  static let mostTemplates = 16

  init(boldFonts: Set<String> = [], lineWidths: [String: Double] = [:]) {
    self.boldFonts = boldFonts
    self.lineWidths = lineWidths
  }

  var isDone: Bool { isTooLarge }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    path.append(name.local)
    if hiddenDepth > 0 || attributes["Visible"] == "false" {
      hiddenDepth += 1
      return
    }
    switch name.local {
    case "Template":
      if let id = attributes["TemplateID"], templates.count < OFDContentReader.mostTemplates {
        templates.append((id, attributes["ZOrder"] == "Foreground"))
      }
    case "Font":
      let fontName = attributes["FontName"] ?? ""
      if let id = attributes["ID"], attributes.isOn("Bold") || fontName.lowercased().contains("bold") {
        boldFonts.insert(id)
      }
    case "DrawParam":
      if let id = attributes["ID"], let width = attributes["LineWidth"].flatMap({ OFDNumbers.number($0) }) {
        lineWidths[id] = width
      }
    case "CompositeGraphicUnit", "CompositeGraphUnit": unit = attributes["ID"]
    case "TextObject": text = newText(attributes)
    case "PathObject": shape = newPath(attributes)
    case "ImageObject": if let box = OFDNumbers.box(attributes["Boundary"]) { add(.image(box)) }
    case "CompositeObject", "CompositeGraphicObject":
      if let id = attributes["ResourceID"] { add(.composite(id: id, matrix: matrix(attributes))) }
    case "FillColor", "StrokeColor": takeColour(name.local, attributes)
    case "TextCode":
      // One without a place goes on from that before it.
      let last = text?.codes.last
      text?.codes.append(
        OFDText.Code(
          x: attributes["X"].flatMap { OFDNumbers.number($0) } ?? last?.x ?? 0,
          y: attributes["Y"].flatMap { OFDNumbers.number($0) } ?? last?.y ?? 0, deltaX: attributes["DeltaX"],
          deltaY: attributes["DeltaY"]))
      takesCharacters = text != nil
    case "PhysicalBox", "AbbreviatedData": takesCharacters = true
    default: break
    }
  }

  func end(_ name: XMLName) {
    path.removeLast()
    if hiddenDepth > 0 {
      hiddenDepth -= 1
      return
    }
    switch name.local {
    case "PhysicalBox": area = OFDNumbers.box(takenText()) ?? area
    case "AbbreviatedData": shape?.data = takenText()
    case "TextCode":
      let piece = takenText()
      if let last = text?.codes.indices.last { text?.codes[last].text = piece }
    case "TextObject":
      if let text { add(.text(text)) }
      text = nil
    case "PathObject":
      if let shape { add(.path(shape)) }
      shape = nil
    case "CompositeGraphicUnit", "CompositeGraphUnit": unit = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if takesCharacters, hiddenDepth == 0 { characters += bytes }
  }

  private func takenText() -> String {
    defer {
      characters.removeAll(keepingCapacity: true)
      takesCharacters = false
    }
    return String(decoding: characters, as: UTF8.self)
  }

  private func add(_ object: OFDObject) {
    count += 1
    if count > OFDContentReader.mostObjects { isTooLarge = true }
    if let unit { units[unit, default: []].append(object) } else { objects.append(object) }
  }

  // MARK: Objects

  private func matrix(_ attributes: XMLAttributes) -> OFDMatrix {
    let box = OFDNumbers.box(attributes["Boundary"])
    return OFDNumbers.matrix(attributes["CTM"]).then(.moved(box?.x ?? 0, box?.y ?? 0))
  }

  private func newText(_ attributes: XMLAttributes) -> OFDText {
    var text = OFDText(matrix: matrix(attributes), size: attributes["Size"].flatMap { OFDNumbers.number($0) } ?? 0)
    text.horizontalScale = attributes["HScale"].flatMap { OFDNumbers.number($0) } ?? 1
    text.isBold =
      attributes["Weight"].flatMap { Int($0) }.map { $0 >= 600 } ?? false
      || attributes["Font"].map(boldFonts.contains) ?? false
    let isFilled = attributes["Fill"] != "false"
    text.isInvisible = !isFilled && attributes["Stroke"] != "true" || attributes["Alpha"] == "0"
    text.readDirection = attributes["ReadDirection"].flatMap { Int($0) } ?? 0
    return text
  }

  private func newPath(_ attributes: XMLAttributes) -> OFDPath {
    let width = attributes["LineWidth"].flatMap { OFDNumbers.number($0) }
    return OFDPath(
      matrix: matrix(attributes), lineWidth: width ?? attributes["DrawParam"].flatMap { lineWidths[$0] } ?? 0.353,
      isStroked: attributes["Stroke"] != "false" && attributes["Alpha"] != "0",
      isFilled: attributes["Fill"] == "true" && attributes["Alpha"] != "0")
  }

  private func takeColour(_ name: String, _ attributes: XMLAttributes) {
    guard path.count > 1 else { return }
    let colour = OFDColour(value: attributes["Value"])
    let isClear = attributes["Alpha"] == "0"
    switch (path[path.count - 2], name) {
    case ("TextObject", "FillColor"):
      if let colour { text?.colour = colour }
      if isClear { text?.isInvisible = true }
    case ("PathObject", "FillColor"):
      shape?.fillColour = colour
      if isClear { shape?.isFilled = false }
    case ("PathObject", "StrokeColor"):
      if let colour { shape?.strokeColour = colour }
      if isClear { shape?.isStroked = false }
    default: break
    }
  }
}
