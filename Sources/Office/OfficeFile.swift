import Containers
import PageContent

/// Tells by its content whether a file is an Office document, and reads it.
package enum OfficeFile {
  package enum Kind: Sendable, Hashable {
    case word, workbook
    /// .xls since Excel 97.
    case binaryWorkbook
    /// XML Spreadsheet 2003.
    case xmlSpreadsheet
    /// A format that is read by way of LibreOffice.
    case convertible
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
    case .xmlSpreadsheet: try XMLSpreadsheetReader.read(content)
    case .convertible(let format, let original): try ConvertedReader.read(content, format, original: original)
    case .otherArchive, nil: nil
    }
  }

  /// Whether a file is a document, or made as one: what is damaged or locked is told when it is read.
  package static func isDocument(_ content: FileContent) -> Bool {
    if isZip(content) { return true }
    do throws(InputError) { return try kind(of: content) != nil } catch { return true }
  }

  /// The suffix by which the XML of Office 2003 is known; nil for anything else.
  package static func xmlSuffix(_ head: [UInt8]) -> String? {
    switch OfficeXML(head) {
    case .spreadsheet: "xls"
    case .document: "doc"
    case nil: nil
    }
  }

  package static func isZip(_ content: FileContent) -> Bool {
    content.withBytes { $0.starts(with: [0x50, 0x4B, 0x03, 0x04]) || $0.starts(with: [0x50, 0x4B, 0x05, 0x06]) }
  }

  // MARK: Opening

  /// A file as far as it has to be looked at to tell what it is.
  private enum Opened {
    case word, workbook, xmlSpreadsheet, otherArchive
    case binaryWorkbook(records: [UInt8])
    /// With what is in it, where that can be told.
    case convertible(ConvertibleFormat, BinaryWordText?)

    var kind: Kind {
      switch self {
      case .word: .word
      case .workbook: .workbook
      case .xmlSpreadsheet: .xmlSpreadsheet
      case .otherArchive: .otherArchive
      case .binaryWorkbook: .binaryWorkbook
      case .convertible: .convertible
      }
    }
  }

  private static func opened(_ content: FileContent) throws(InputError) -> Opened? {
    if isZip(content) { return try zip(content) }
    if CompoundFile.isCompound(content) { return try compound(CompoundFile(content)) }
    if content.withBytes({ $0.starts(with: Array(#"{\rtf"#.utf8)) }) { return .convertible(.richText, nil) }
    if isBareWorkbook(content) {
      let records = content.copied()
      return BinaryWorkbookReader.isRead(records)
        ? .binaryWorkbook(records: records) : .convertible(.oldWorkbook, nil)
    }
    return switch content.withBytes({ OfficeXML($0) }) {
    case .spreadsheet: .xmlSpreadsheet
    case .document: .convertible(.wordXML, nil)
    case nil: nil
    }
  }

  /// Records of a workbook without a compound file around them, as Excel 2 to 4 wrote them, and some programs still do.
  private static func isBareWorkbook(_ content: FileContent) -> Bool {
    content.withBytes { bytes in
      bytes.count > 8 && bytes[0] == 0x09 && [0x00, 0x02, 0x04, 0x08].contains(bytes[1])
        && [4, 6, 8, 16].contains(bytes[2]) && bytes[3] == 0
    }
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
    if let document = try file.stream(BinaryWordText.stream) {
      let original = try BinaryWordText(document, in: file)
      return .convertible(BinaryWordText.isWord97(document) ? .word97 : .oldWord, original)
    }
    if file.has("Book") || file.has("Workbook") { return .convertible(.oldWorkbook, nil) }
    return file.has("MatOST") ? .convertible(.works, nil) : nil
  }
}
