import PageContent

/// The text of a paragraph, with white space as a browser shows it.
struct FlowText {
  private(set) var scalars = String.UnicodeScalarView()
  private(set) var isBold = true
  private(set) var size = 0.0
  /// Blanks wait for what follows; a line end between Chinese characters is none.
  private var pending: Unicode.Scalar?
  private var hasInk = false

  var text: String { String(scalars) }
  var isEmpty: Bool { scalars.isEmpty }
  /// Whether all that is printed is bold.
  var isAllBold: Bool { hasInk && isBold }

  mutating func append(_ text: String, _ looks: ElementLooks) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{C}":
        if looks.isPreformatted {
          // A browser makes one line end of two.
          if scalar == "\r" { continue }
          scalars.append(scalar)
          pending = nil
        } else if pending != " " {
          pending = scalar == "\n" || scalar == "\r" ? "\n" : " "
        }
      default:
        setPending(before: scalar)
        scalars.append(scalar)
        if scalar.properties.isWhitespace { continue }
        hasInk = true
        if !looks.isBold { isBold = false }
        size = max(size, looks.size)
      }
    }
  }

  /// A line break or a tab.
  mutating func mark(_ scalar: Unicode.Scalar) {
    scalars.append(scalar)
    pending = nil
  }

  private mutating func setPending(before scalar: Unicode.Scalar) {
    guard let blank = pending else { return }
    pending = nil
    guard let last = scalars.last, last != "\n", last != "\t" else { return }
    if blank == "\n", last.value > 0x2E7F, scalar.value > 0x2E7F { return }
    scalars.append(" ")
  }
}
