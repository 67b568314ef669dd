import Containers
import PageContent

/// Tells by its content whether a file is an Office document, and reads it.
package enum OfficeFile {
  package enum Kind: Sendable, Hashable {
    case word, workbook
    /// A zip that is made as neither: an archive, or a document of another format.
    case otherArchive
  }

  /// nil for what is no zip.
  /// - Throws: `.damaged` where its directory cannot be read.
  package static func kind(of content: FileContent) throws(InputError) -> Kind? {
    guard isZip(content) else { return nil }
    let archive = try Archive(content)
    var names: Set<String> = []
    while let member = try archive.next() { names.insert(member.name.lowercased()) }
    func holdsPart(_ name: String) -> Bool { names.contains { $0.hasPrefix(name) && $0.hasSuffix(".xml") } }
    guard names.contains("[content_types].xml") else { return .otherArchive }
    if holdsPart("word/document") { return .word }
    return holdsPart("xl/workbook") ? .workbook : .otherArchive
  }

  /// The content of an Office document; nil where the file is none.
  package static func read(_ content: FileContent) throws(InputError) -> OfficeContent? {
    switch try kind(of: content) {
    case .word: try WordReader.read(content)
    case .workbook: try WorkbookReader.read(content)
    case .otherArchive, nil: nil
    }
  }

  package static func isZip(_ content: FileContent) -> Bool {
    content.withBytes { $0.starts(with: [0x50, 0x4B, 0x03, 0x04]) || $0.starts(with: [0x50, 0x4B, 0x05, 0x06]) }
  }
}
