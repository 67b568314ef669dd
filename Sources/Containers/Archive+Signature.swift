import PageContent

extension Archive {
  /// Whether a file begins as an archive does; one of the zips may be a document of an office.
  package static func isArchive(_ content: FileContent) -> Bool {
    content.withBytes { bytes in
      magics.contains { bytes.starts(with: $0) } || bytes.count > 262 && bytes[257..<262].elementsEqual("ustar".utf8)
    }
  }

  private static let magics: [[UInt8]] = [
    [0x50, 0x4B, 3, 4], [0x50, 0x4B, 5, 6], [0x1F, 0x8B, 8], Array("Rar!".utf8) + [0x1A, 7],
    [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0],
  ]
}
