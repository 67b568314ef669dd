import PageContent

/// How an element's text looks: what it takes from the elements around it, and what its own style says.
struct ElementLooks: Sendable {
  /// Why nothing of it is seen.
  var hidden: LeftOut.Reason?
  var isInvisible = false
  var isBold = false
  /// Points.
  var size = 12.0
  /// Line ends and blanks count.
  var isPreformatted = false
  var colour = StyleColour.black
  /// What it stands on; nil for a picture.
  var ground: StyleColour? = .white
  var isStruckOut = false
  var latin = LatinWidths.serif

  /// In the colour of what it stands on.
  var isOnItsColour: Bool { ground.map(colour.isLike) ?? false }

  /// - Parameters:
  ///   - name: the element's.
  ///   - styles: what its classes and its own style declare.
  func inside(
    _ name: String, _ styles: StyleDeclarations, attribute: (String) -> String?
  ) -> ElementLooks {
    var looks = self
    looks.take(element: name, attribute)
    if let value = attribute("bgcolor").flatMap({ StyleColour($0) }) { looks.ground = value }
    if attribute("background") != nil { looks.ground = nil }
    if attribute("hidden") != nil { looks.hidden = .hiddenText }
    if !styles.isEmpty { looks.take(styles) }
    return looks
  }

  private mutating func take(element name: String, _ attribute: (String) -> String?) {
    switch name {
    case "b", "strong", "th": isBold = true
    case "h1", "h2", "h3", "h4", "h5", "h6":
      isBold = true
      let sizes = [24, 18, 14, 12, 10, 9.0]
      if let level = Int(name.dropFirst()) { size = sizes[level - 1] }
    case "font":
      if let face = attribute("face").flatMap({ LatinWidths(families: $0) }) { latin = face }
      if let value = attribute("color").flatMap({ StyleColour($0) }) { colour = value }
      let sizes = [7.5, 10, 12, 13.5, 18, 24, 36]
      if let value = attribute("size").flatMap({ Int($0) }), (1...7).contains(value) { size = sizes[value - 1] }
    case "pre", "listing", "xmp": isPreformatted = true
    case "del": isStruckOut = true
    default: break
    }
  }

  private mutating func take(_ styles: StyleDeclarations) {
    if styles["display"] == "none" || styles["mso-hide"] == "all" { hidden = .hiddenText }
    switch styles["visibility"] {
    // What lies in it may be seen again.
    case "hidden", "collapse": isInvisible = true
    case "visible": isInvisible = false
    default: break
    }
    if styles["opacity"].flatMap({ Double($0) }) == 0 { hidden = .hiddenText }
    if let value = styles["font-size"].flatMap({ StyleLength.fontSize($0, around: size) })
      ?? styles["font"].flatMap(ElementLooks.sizeInFont)
    {
      size = value
      if value == 0 { hidden = .hiddenText }
    }
    if let family = (styles["font-family"] ?? styles["font"]).flatMap({ LatinWidths(families: $0) }) { latin = family }
    if let weight = styles["font-weight"] {
      isBold = weight == "bold" || weight == "bolder" || Int(weight).map { $0 >= 600 } ?? false
    }
    if let value = styles["color"].flatMap({ StyleColour($0) }) { colour = value }
    if let value = styles["background-color"] ?? styles["background"] {
      if let colour = value.split(separator: " ").lazy.compactMap({ StyleColour($0) }).first {
        ground = colour
      } else if value.contains("url(") || value.contains("gradient") {
        ground = nil
      }
    }
    if let value = styles["background-image"], value != "none" { ground = nil }
    if let value = styles["white-space"] { isPreformatted = value.hasPrefix("pre") }
  }

  /// `normal 10pt/1.5 SimSun`
  private static func sizeInFont(_ font: String) -> Double? {
    font.split(separator: " ").lazy.compactMap { part in
      let size = part.split(separator: "/").first ?? part
      return size.last?.isLetter ?? false ? StyleLength.points(size) : nil
    }.first
  }
}
