import Containers

/// A colour, as far as it can be told without the theme: what matters is whether two are the same.
enum CellColour: Hashable {
  case rgb(String)
  case theme(String, tint: String)
  case indexed(String)

  static let white = CellColour.rgb("FFFFFF")

  init?(_ attributes: XMLAttributes) {
    if let rgb = attributes["rgb"] {
      self = .rgb(String(rgb.suffix(6)).uppercased())
    } else if let theme = attributes["theme"] {
      // The first of a theme's colours is what its paper has.
      self = theme == "0" && attributes["tint"] == nil ? .white : .theme(theme, tint: attributes["tint"] ?? "")
    } else if let number = attributes["indexed"] {
      self = number == "1" || number == "9" || number == "65" ? .white : .indexed(number)
    } else {
      return nil
    }
  }
}
