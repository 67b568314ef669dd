/// An HTML tag inside a line. Only tags known by name count: `<` also compares.
struct InlineTag {
  enum Kind {
    case boldStart, boldEnd, lineBreak, other
    case checkbox(isChecked: Bool)
  }

  let kind: Kind
  /// Past the `>`.
  let end: Int

  init?(_ source: [Unicode.Scalar], at start: Int) {
    var index = start + 1
    let isClosing = index < source.count && source[index] == "/"
    if isClosing { index += 1 }
    var name = ""
    while index < source.count, name.count < 10, source[index].isASCIILetterOrDigit {
      name.unicodeScalars.append(source[index])
      index += 1
    }
    guard Self.names.contains(name.lowercased()) else { return nil }
    guard let close = source[index...].prefix(200).firstIndex(of: ">") else { return nil }
    // A tag's name ends at a blank, a slash or the bracket.
    guard index == close || source[index] == "/" || source[index].isBlank else { return nil }
    end = close + 1
    switch name.lowercased() {
    case "b", "strong": kind = isClosing ? .boldEnd : .boldStart
    case "br": kind = .lineBreak
    case "input":
      let attributes = String(String.UnicodeScalarView(source[index..<close])).lowercased()
      kind = attributes.contains("checkbox") ? .checkbox(isChecked: attributes.contains("checked")) : .other
    default: kind = .other
    }
  }

  private static let names: Set<String> = [
    "a", "b", "body", "br", "center", "code", "del", "div", "em", "figure", "font", "h1", "h2", "h3", "h4", "h5", "h6",
    "head", "html", "i", "img", "input", "ins", "li", "mark", "ol", "p", "s", "section", "small", "span", "strong",
    "sub", "sup", "u", "ul",
  ]
}

extension Unicode.Scalar {
  var isASCIILetterOrDigit: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
