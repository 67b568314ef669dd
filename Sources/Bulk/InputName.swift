import Containers

/// The path by which an input was given or found: bytes, as the system has them. Names unpacked from archives of other
/// systems are often no UTF-8.
package struct InputName: Hashable, Sendable {
  package let bytes: [UInt8]

  /// - Parameter bytes: without doubled slashes and a leading `./` the same file has one name.
  package init(_ bytes: [UInt8]) {
    var kept: [UInt8] = []
    for byte in bytes where byte != Self.slash || kept.last != Self.slash { kept.append(byte) }
    while kept.count > 2, kept[0] == UInt8(ascii: "."), kept[1] == Self.slash { kept.removeFirst(2) }
    self.bytes = kept
  }

  package init(_ text: String) { self.init(Array(text.utf8)) }

  /// For people and for JSON; what is no UTF-8 is replaced.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether `text` says all of it.
  package var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// The name without its folder, as it stands in the document's JSON; of a member of an archive with the archive's.
  package var fileName: String {
    let archive = MemberPath.archiveEnd(in: bytes) ?? bytes.count
    let start = bytes[..<archive].lastIndex(of: Self.slash).map { $0 + 1 } ?? 0
    // Of a folder's own name nothing else is left.
    return start < bytes.count
      ? String(decoding: bytes[start...], as: UTF8.self)
      : String(decoding: bytes.split(separator: Self.slash).last ?? bytes[...], as: UTF8.self)
  }

  /// For the system, with its closing zero byte; nil where no file can be called so.
  package var path: [CChar]? {
    bytes.contains(0) ? nil : bytes.map { CChar(bitPattern: $0) } + [0]
  }

  /// The suffix in lower case without its dot, or nil.
  package var suffix: String? {
    let parts = (bytes.split(separator: Self.slash).last ?? []).split(
      separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, !last.isEmpty, last.count <= 10 else { return nil }
    return String(decoding: last, as: UTF8.self).lowercased()
  }

  func appending(_ component: [UInt8]) -> InputName {
    InputName(bytes.last == Self.slash ? bytes + component : bytes + [Self.slash] + component)
  }

  private static let slash = UInt8(ascii: "/")
}

extension InputName: Comparable {
  package static func < (left: InputName, right: InputName) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
