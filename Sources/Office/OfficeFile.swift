import Containers
import PageContent

/// Tells by its content whether a file is an Office document, and reads it.
package enum OfficeFile {
  package enum Kind: Sendable, Hashable {
    case word, workbook
    /// .xls since Excel 97.
    case binaryWorkbook
    /// A zip that is made as neither: an archive, or a document of another format.
    case otherArchive
  }

  /// nil for what is none.
  /// - Throws: `.damaged` where its directory cannot be read, `.encrypted` where nothing but a lock can be told.
  package static func kind(of content: FileContent) throws(InputError) -> Kind? {
    try opened(content)?.kind
  }

  /// The content of an Office document; nil where the file is none.
  package static func read(_ content: FileContent) throws(InputError) -> OfficeContent? {
    switch try opened(content) {
    case .word: try WordReader.read(content)
    case .workbook: try WorkbookReader.read(content)
    case .binaryWorkbook(let records): try BinaryWorkbookReader.read(records)
    case .otherArchive, nil: nil
    }
  }

  /// Whether a file is a document, or made as one: what is damaged or locked is told when it is read.
  package static func isDocument(_ content: FileContent) -> Bool {
    if isZip(content) { return true }
    do throws(InputError) { return try kind(of: content) != nil } catch { return true }
  }

  package static func isZip(_ content: FileContent) -> Bool {
    content.withBytes { $0.starts(with: [0x50, 0x4B, 0x03, 0x04]) || $0.starts(with: [0x50, 0x4B, 0x05, 0x06]) }
  }

  // MARK: Opening

  /// A file as far as it has to be looked at to tell what it is.
  private enum Opened {
    case word, workbook, otherArchive
    case binaryWorkbook(records: [UInt8])

    var kind: Kind {
      switch self {
      case .word: .word
      case .workbook: .workbook
      case .otherArchive: .otherArchive
      case .binaryWorkbook: .binaryWorkbook
      }
    }
  }

  private static func opened(_ content: FileContent) throws(InputError) -> Opened? {
    if isZip(content) { return try zip(content) }
    if CompoundFile.isCompound(content) { return try compound(CompoundFile(content)) }
    return nil
  }

  private static func zip(_ content: FileContent) throws(InputError) -> Opened {
    let archive = try Archive(content)
    var names: Set<String> = []
    while let member = try archive.next() { names.insert(member.name.lowercased()) }
    func holdsPart(_ name: String) -> Bool { names.contains { $0.hasPrefix(name) && $0.hasSuffix(".xml") } }
    guard names.contains("[content_types].xml") else { return .otherArchive }
    if holdsPart("word/document") { return .word }
    return holdsPart("xl/workbook") ? .workbook : .otherArchive
  }

  private static func compound(_ file: CompoundFile) throws(InputError) -> Opened? {
    // What Office locks since 2007 is a zip in here, of which no more can be told.
    if file.has("EncryptedPackage") { throw .encrypted("Office document") }
    if let records = try BinaryWorkbookReader.records(of: file) { return .binaryWorkbook(records: records) }
    return nil
  }
}
