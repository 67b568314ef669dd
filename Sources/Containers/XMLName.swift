/// An element's name: the vocabulary that it belongs to, and its name there.
package struct XMLName: Hashable {
  /// Told from the namespace, in its transitional and its strict spelling.
  package enum Vocabulary: Hashable {
    /// WordprocessingML
    case word
    /// SpreadsheetML
    case sheet
    /// SpreadsheetML of Office 2003, a whole workbook in one file.
    case sheet2003
    /// What is written more than one way for readers of more than one age.
    case compatibility
    case other
  }

  package let vocabulary: Vocabulary
  package let local: String

  /// Between a namespace and a name.
  static let separator = UInt8(ascii: "\n")

  init(_ name: UnsafePointer<CChar>) {
    var end = 0
    var cut = -1
    while name[end] != 0 {
      if UInt8(bitPattern: name[end]) == XMLName.separator { cut = end }
      end += 1
    }
    local = String(cString: name + (cut + 1))
    vocabulary = cut < 0 ? .other : XMLName.vocabulary(of: UnsafeBufferPointer(start: name, count: cut))
  }

  private static func vocabulary(of namespace: UnsafeBufferPointer<CChar>) -> Vocabulary {
    // The namespaces end in their kind: …/wordprocessingml/2006/main, …/wordprocessingml/main.
    let text = namespace.lazy.map { UInt8(bitPattern: $0) }
    for (suffix, vocabulary) in suffixes where text.count >= suffix.count {
      if text.suffix(suffix.count).elementsEqual(suffix) { return vocabulary }
    }
    return .other
  }

  private static let suffixes: [([UInt8], Vocabulary)] = [
    (Array("/wordprocessingml/2006/main".utf8), .word), (Array("/spreadsheetml/2006/main".utf8), .sheet),
    (Array("/wordprocessingml/main".utf8), .word), (Array("/spreadsheetml/main".utf8), .sheet),
    (Array("/markup-compatibility/2006".utf8), .compatibility), (Array(":office:spreadsheet".utf8), .sheet2003),
  ]
}

/// The attributes of an element, as long as it is being started.
package struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.pairs = pairs }

  /// The value of an attribute by its name without a namespace; nil where there is none.
  package subscript(name: StaticString) -> String? {
    guard let pairs else { return nil }
    var index = 0
    while let key = pairs[index], let value = pairs[index + 1] {
      if XMLAttributes.isNamed(key, name) { return String(cString: value) }
      index += 2
    }
    return nil
  }

  /// Whether something is switched on: an attribute that is there and is not `0`, `false` or `off`.
  package func isOn(_ name: StaticString) -> Bool { self[name].map(XMLAttributes.isOn) ?? false }

  /// Of an element whose presence switches something on, unless its value switches it off.
  package var isToggle: Bool { self["val"].map(XMLAttributes.isOn) ?? true }

  private static func isOn(_ value: String) -> Bool { !["0", "false", "off", "none"].contains(value) }

  private static func isNamed(_ key: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    var start = 0
    var end = 0
    while key[end] != 0 {
      if UInt8(bitPattern: key[end]) == XMLName.separator { start = end + 1 }
      end += 1
    }
    guard end - start == name.utf8CodeUnitCount else { return false }
    for index in 0..<(end - start) where UInt8(bitPattern: key[start + index]) != name.utf8Start[index] { return false }
    return true
  }
}
