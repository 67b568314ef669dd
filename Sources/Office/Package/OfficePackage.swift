import Containers
import PageContent

/// The parts of an Office document, by name.
struct OfficePackage {
  /// By the name in lower case: names differ in nothing but case nowhere.
  private var parts: [String: [UInt8]] = [:]
  /// What the document is called in messages.
  private let format: String

  /// - Throws: `.damaged`, `.encrypted`, `.packsTooMuch`.
  init(_ content: FileContent, format: String) throws(InputError) {
    self.format = format
    let archive: Archive
    do throws(InputError) {
      archive = try Archive(content, limits: .document)
      while let member = try archive.next() {
        let name = OfficePackage.key(member.name)
        guard member.isFile, OfficePackage.isRead(name) else { continue }
        if parts[name] != nil { throw .damaged(format, "it has two parts “\(name)”") }
        parts[name] = try archive.read()
      }
    } catch {
      switch error {
      case .damaged(_, let reason): throw .damaged(format, reason)
      case .encrypted: throw .encrypted(format)
      default: throw error
      }
    }
  }

  func part(_ name: String) -> [UInt8]? { parts[OfficePackage.key(name)] }

  /// Reads a part as XML; false where there is none.
  @discardableResult
  func read(_ name: String, into handler: XMLHandler) throws(InputError) -> Bool {
    guard let bytes = part(name) else { return false }
    do throws(InputError) { try XMLReader.read(bytes, named: name, into: handler) } catch {
      guard case .damaged(_, let reason) = error else { throw error }
      throw .damaged(format, reason)
    }
    return true
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

  private static func key(_ name: String) -> String {
    let name = String(name.map { $0 == "\\" ? "/" : $0 }).lowercased()
    return name.hasPrefix("/") ? String(name.dropFirst()) : name
  }

  /// Parts that say nothing of what is printed may be large.
  private static let unread = [
    "docprops/", "customxml/", "xl/calcchain", "xl/pivot", "xl/drawings/", "xl/charts/", "xl/comments",
    "xl/externallinks/",
    "word/charts/", "word/diagrams/", "word/glossary/", "word/fonttable", "word/websettings",
  ]

  private static func isRead(_ name: String) -> Bool {
    (name.hasSuffix(".xml") || name.hasSuffix(".rels")) && !unread.contains(where: name.hasPrefix)
  }
}
