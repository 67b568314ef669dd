import Containers
import HTML
import Office
import PageContent

/// The documents in an archive, and in archives that lie in it, told by their content.
package struct ArchivedDocuments {
  /// What else there is: how many members, by suffix.
  package private(set) var others: [String: Int] = [:]
  private let budget = ArchiveBudget()

  package init() {}

  /// Whether a file is an archive, and no document itself.
  package static func isArchive(_ content: FileContent) throws(InputError) -> Bool {
    guard Archive.isArchive(content) else { return false }
    guard OfficeFile.isZip(content) else { return true }
    // Documents of other offices are archives too, and told by their names.
    switch FileSignature(content.edges) {
    case .powerPoint, .ofd, .openDocument: return false
    default: return try OfficeFile.kind(of: content) == .otherArchive
    }
  }

  /// Hands over each document with its name in the archive, or why it cannot be read.
  /// - Throws: what keeps the archive from being read to its end.
  package mutating func forEach(
    in content: FileContent, _ body: (_ name: String, _ document: Result<FileContent, InputError>) -> Void
  ) throws(InputError) {
    try forEach(in: content, named: "", depth: 1, body)
  }

  private mutating func forEach(
    in content: FileContent, named prefix: String, depth: Int,
    _ body: (_ name: String, _ document: Result<FileContent, InputError>) -> Void
  ) throws(InputError) {
    let archive = try Archive(content, budget: budget)
    var names: Set<String> = []
    while let member = try archive.next() {
      guard member.isFile, !ArchivedDocuments.isLitter(member.name) else { continue }
      let name = prefix + member.name
      guard names.insert(member.name).inserted else {
        body(name, .failure(.damaged("archive", "two members have this name")))
        continue
      }
      do throws(InputError) {
        let inner = FileContent(try archive.read())
        if try ArchivedDocuments.isArchive(inner) {
          guard depth < budget.limits.depth else {
            throw .packsTooMuch("more than \(budget.limits.depth) archives lie in each other")
          }
          try forEach(in: inner, named: name + MemberPath.separator, depth: depth + 1, body)
        } else if ArchivedDocuments.isDocument(inner, named: member.name) {
          body(name, .success(inner))
        } else {
          others[ArchivedDocuments.suffix(of: member.name), default: 0] += 1
        }
      } catch {
        // What is wrong with one member need not be wrong with the next.
        body(name, .failure(error))
        if case .damaged = error, !OfficeFile.isZip(content) { throw error }
      }
    }
  }

  /// A file, or the only document of an archive, with its name there.
  /// - Throws: `.nothingInArchive`, `.severalInArchive`.
  package static func opened(
    _ content: FileContent, named name: String
  ) throws(InputError) -> (content: FileContent, name: String) {
    guard try isArchive(content) else { return (content, name) }
    var documents = ArchivedDocuments()
    var first: Result<FileContent, InputError>?
    var names: [String] = []
    try documents.forEach(in: content) { name, document in
      first = first ?? document
      names.append(name)
    }
    guard let first else { throw .nothingInArchive }
    guard names.count == 1 else { throw .severalInArchive(names.count, Array(names.prefix(3))) }
    return (try first.get(), name + MemberPath.separator + names[0])
  }

  // MARK: Members

  /// What systems leave behind.
  private static func isLitter(_ name: String) -> Bool {
    let file = name.split(separator: "/").last ?? ""
    return name.hasPrefix("__MACOSX/") || file.hasPrefix(".") || file.hasPrefix("~$") || file == "Thumbs.db"
  }

  private static func isDocument(_ content: FileContent, named name: String) -> Bool {
    if DocumentReader.isPDF(content) { return true }
    // What is damaged is told when it is read.
    if OfficeFile.isDocument(content) || HTMLFile.isRead(content) { return true }
    return texts.contains(suffix(of: name))
  }

  private static let texts: Set = [".txt", ".text", ".md", ".markdown", ".csv", ".tsv"]

  private static func suffix(of name: String) -> String {
    let file = name.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), file.distance(from: dot, to: file.endIndex) <= 11 else {
      return "without suffix"
    }
    return file[dot...].lowercased()
  }
}

extension FileContent {
  /// As much of a file as its signature stands in.
  package var edges: [UInt8] {
    withBytes { bytes in
      bytes.count <= 4096 + 65536 ? Array(bytes) : Array(bytes.prefix(4096)) + Array(bytes.suffix(65536))
    }
  }
}
