import Containers
import PageContent

/// The parts of an Office document, by name.
struct OfficePackage {
  private let parts: PackageParts
  /// What the document is called in messages.
  private let format: String

  /// - Throws: `.damaged`, `.encrypted`, `.packsTooMuch`.
  init(_ content: FileContent, format: String) throws(InputError) {
    self.format = format
    parts = try PackageParts(content, format: format, isRead: OfficePackage.isRead)
  }

  func part(_ name: String) -> [UInt8]? { parts[name] }

  /// Reads a part as XML; false where there is none.
  @discardableResult
  func read(_ name: String, into handler: XMLHandler) throws(InputError) -> Bool {
    try parts.read(name, into: handler)
  }

  /// What a part refers to, by id; `""` is the package itself.
  func relationships(of part: String) throws(InputError) -> Relationships {
    let slash = part.lastIndex(of: "/")
    let folder = slash.map { String(part[...$0]) } ?? ""
    let file = slash.map { String(part[part.index(after: $0)...]) } ?? part
    let relationships = Relationships(in: folder)
    try read("\(folder)_rels/\(file).rels", into: relationships)
    return relationships
  }

  /// The main part: a document or a workbook.
  func mainPart() throws(InputError) -> String {
    guard let main = try relationships(of: "").first(ofType: "officeDocument"), part(main.target) != nil else {
      throw .damaged(format, "it has no main part")
    }
    return main.target
  }

  /// Parts that say nothing of what is printed may be large.
  private static let unread = [
    "docprops/", "customxml/", "xl/calcchain", "xl/pivot", "xl/drawings/", "xl/charts/", "xl/comments",
    "xl/externallinks/",
    "word/charts/", "word/diagrams/", "word/glossary/", "word/fonttable", "word/websettings",
    "word/theme/", "word/settings", "word/styleswitheffects", "xl/theme/",
  ]

  private static func isRead(_ name: String) -> Bool {
    (name.hasSuffix(".xml") || name.hasSuffix(".rels")) && !unread.contains(where: name.hasPrefix)
  }
}
