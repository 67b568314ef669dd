/// What a page of HTML consists of, piece by piece.
package enum HTMLToken: Equatable {
  case start(HTMLTag)
  case end(String)
  case text(String)
  /// The content of an element in which no markup counts, such as a script.
  case raw(element: String, String)
}

/// A start tag: its name and its attributes' names in lower case.
package struct HTMLTag: Equatable {
  package var name: String
  package var attributes: [(name: String, value: String)]

  /// The value of an attribute; of one that stands twice, the first counts.
  package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  package static func == (left: HTMLTag, right: HTMLTag) -> Bool {
    left.name == right.name && left.attributes.elementsEqual(right.attributes) { $0 == $1 }
  }
}

/// The pieces of a page, cut where the WHATWG's tokeniser cuts them. Links need no tree; so no markup, however broken,
/// can make this fail or take more than one pass.
package struct HTMLTokens: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  /// How many bytes of the text have been taken.
  package private(set) var index = 0
  /// The element whose content is raw and comes next.
  private var rawElement: String?

  package init(_ text: String) { bytes = Array(text.utf8) }

  package mutating func next() -> HTMLToken? {
    if let element = rawElement {
      rawElement = nil
      return .raw(element: element, rawContent(of: element))
    }
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else { return .text(text()) }
      switch peek(1) {
      case UInt8(ascii: "!")?: skipDeclaration()
      case UInt8(ascii: "?")?: skip(past: ">")
      case UInt8(ascii: "/")? where isLetter(peek(2)):
        index += 2
        let name = tagName()
        skip(past: ">")
        return .end(name)
      case let byte where isLetter(byte):
        index += 1
        let tag = startTag()
        if HTMLTokens.rawElements.contains(tag.name) { rawElement = tag.name }
        return .start(tag)
      default: return .text(text())
      }
    }
    return nil
  }

  private static let rawElements: Set = ["script", "style", "textarea", "title", "xmp", "noframes"]

  // MARK: Tags

  private mutating func tagName() -> String {
    let start = index
    while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">"),
      bytes[index] != UInt8(ascii: "/")
    {
      index += 1
    }
    return string(start..<index).lowercased()
  }

  private mutating func startTag() -> HTMLTag {
    var tag = HTMLTag(name: tagName(), attributes: [])
    while index < bytes.count {
      while index < bytes.count, isSpace(bytes[index]) || bytes[index] == UInt8(ascii: "/") { index += 1 }
      guard index < bytes.count else { break }
      if bytes[index] == UInt8(ascii: ">") {
        index += 1
        break
      }
      let attribute = attribute()
      // Nobody has so many; a hostile page might.
      if tag.attributes.count < 64 { tag.attributes.append(attribute) }
    }
    return tag
  }

  private mutating func attribute() -> (name: String, value: String) {
    let start = index
    index += 1
    while index < bytes.count, !isSpace(bytes[index]), ![0x2F, 0x3E, 0x3D].contains(bytes[index]) { index += 1 }
    let name = string(start..<index).lowercased()
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return (name, "") }
    index += 1
    skipSpace()
    guard index < bytes.count else { return (name, "") }
    let quote = bytes[index]
    let valueStart: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      valueStart = index + 1
      index = bytes[valueStart...].firstIndex(of: quote) ?? bytes.count
    } else {
      valueStart = index
      while index < bytes.count, !isSpace(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
      return (name, HTMLTokens.unescaped(string(valueStart..<index)))
    }
    let value = string(valueStart..<index)
    index = Swift.min(index + 1, bytes.count)
    return (name, HTMLTokens.unescaped(value))
  }

  private mutating func skipDeclaration() {
    guard peek(2) == UInt8(ascii: "-"), peek(3) == UInt8(ascii: "-") else {
      // The mark around the records of a list inside a script; what it holds is markup.
      if bytes[index...].starts(with: "<![CDATA[".utf8) { index += 9 } else { skip(past: ">") }
      return
    }
    index += 4
    while index < bytes.count {
      if bytes[index...].starts(with: "-->".utf8) {
        index += 3
        return
      }
      index += 1
    }
  }

  // MARK: Text

  private mutating func text() -> String {
    let start = index
    index += 1
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return HTMLTokens.unescaped(string(start..<index))
  }

  private mutating func rawContent(of element: String) -> String {
    let start = index
    let name = Array(element.utf8)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), peek(1) == UInt8(ascii: "/"), index + 2 + name.count <= bytes.count,
        bytes[(index + 2)..<(index + 2 + name.count)].elementsEqual(name, by: { $0 | 0x20 == $1 })
      {
        break
      }
      index += 1
    }
    let content = string(start..<index)
    return element == "title" || element == "textarea" ? HTMLTokens.unescaped(content) : content
  }

  /// With the characters that references such as `&amp;` stand for.
  package static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if scalars[index] == "&", let reference = CharacterReference(scalars, at: index) {
        result.append(reference.scalar)
        index = reference.end
      } else {
        result.append(scalars[index])
        index += 1
      }
    }
    return String(result)
  }

  // MARK: Bytes

  private func peek(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

  private func isLetter(_ byte: UInt8?) -> Bool { byte.map { (0x61...0x7A).contains($0 | 0x20) } ?? false }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private mutating func skipSpace() {
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
  }

  private mutating func skip(past end: Unicode.Scalar) {
    while index < bytes.count, bytes[index] != UInt8(ascii: end) { index += 1 }
    index = Swift.min(index + 1, bytes.count)
  }

  private func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
