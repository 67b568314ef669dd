import Glibc

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

  /// - Parameter name: as it is written, with its prefix.
  /// - Returns: nil where no namespace has the prefix.
  init?(_ name: UnsafePointer<CChar>, in namespaces: XMLNamespaces) {
    var colon = 0
    while name[colon] != 0, name[colon] != XMLName.colon { colon += 1 }
    let isPrefixed = name[colon] != 0
    let prefix = UnsafeBufferPointer(start: name, count: isPrefixed ? colon : 0)
    guard let vocabulary = namespaces.vocabulary(of: prefix) else { return nil }
    self.vocabulary = vocabulary
    local = String(cString: isPrefixed ? name + (colon + 1) : name)
  }

  /// Between a prefix and a name.
  static let colon = CChar(bitPattern: UInt8(ascii: ":"))
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
    let count = strlen(key)
    let start = count - name.utf8CodeUnitCount
    guard start == 0 || start > 0 && key[start - 1] == XMLName.colon,
      memcmp(key + start, name.utf8Start, name.utf8CodeUnitCount) == 0
    else { return false }
    // What makes a prefix is no attribute of that name.
    return start == 0 || !XMLNamespaces.isDeclaration(key)
  }
}
