/// A colour of a style, as red, green and blue from 0 to 255.
struct StyleColour: Hashable, Sendable {
  var red: Int
  var green: Int
  var blue: Int

  static let white = StyleColour(red: 255, green: 255, blue: 255)
  static let black = StyleColour(red: 0, green: 0, blue: 0)

  init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// `#fff`, `#ffffff`, `rgb(255, 255, 255)`, and the few names that hide or show text; nil for another.
  init?(_ text: some StringProtocol) {
    let text = text.trimmed.lowercased()
    if let named = StyleColour.named[text] {
      self = named
      return
    }
    if text.hasPrefix("rgb"), let open = text.firstIndex(of: "(") {
      let parts = text[text.index(after: open)...].split { ", )/".contains($0) }.prefix(3).compactMap { Double($0) }
      guard parts.count == 3 else { return nil }
      let numbers = parts.map { Int(max(0, min(255, $0))) }
      self.init(red: numbers[0], green: numbers[1], blue: numbers[2])
      return
    }
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    guard let value = Int(digits, radix: 16), digits.allSatisfy(\.isHexDigit) else { return nil }
    switch digits.count {
    case 3: self.init(red: (value >> 8 & 15) * 17, green: (value >> 4 & 15) * 17, blue: (value & 15) * 17)
    case 6: self.init(red: value >> 16, green: value >> 8 & 255, blue: value & 255)
    default: return nil
    }
  }

  private static let named: [String: StyleColour] = [
    "white": .white, "window": .white, "black": .black, "windowtext": .black,
    "red": StyleColour(red: 255, green: 0, blue: 0), "blue": StyleColour(red: 0, green: 0, blue: 255),
    "gray": StyleColour(red: 128, green: 128, blue: 128), "yellow": StyleColour(red: 255, green: 255, blue: 0),
  ]

  /// Whether text in one cannot be told from a ground in the other.
  func isLike(_ other: StyleColour) -> Bool {
    abs(red - other.red) + abs(green - other.green) + abs(blue - other.blue) < 12
  }
}
