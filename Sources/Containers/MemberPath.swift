import PageContent

/// A path that may lead into archives: `reports.zip!/2024/a.pdf`.
package enum MemberPath {
  /// Between an archive and its member.
  package static let separator = "!/"

  /// The bytes of a file, or of a member of an archive. A file that is called so itself comes first.
  /// - Parameter path: without a closing zero byte.
  /// - Throws: what reading files and archives throws; `.missing` where there is no such member.
  package static func content(_ path: [UInt8]) throws(InputError) -> FileContent {
    if path.contains(0) { throw .missing }
    do throws(InputError) { return try FileContent.read(path: terminated(path[...])) } catch {
      guard error == .missing, let cut = archiveEnd(in: path) else { throw error }
      let archive = try FileContent.read(path: terminated(path[..<cut]))
      let rest = String(decoding: path[(cut + separator.utf8.count)...], as: UTF8.self)
      return try member(rest, of: archive, ArchiveBudget(), depth: 1)
    }
  }

  private static func terminated(_ path: ArraySlice<UInt8>) -> [CChar] { path.map { CChar(bitPattern: $0) } + [0] }

  /// Where the name of the outermost archive ends.
  package static func archiveEnd(in path: some RandomAccessCollection<UInt8>) -> Int? {
    let mark = Array(separator.utf8)
    let bytes = Array(path)
    return bytes.indices.dropLast(mark.count - 1).first { bytes[$0...].starts(with: mark) && $0 > 0 }
  }

  private static func member(
    _ path: String, of content: FileContent, _ budget: ArchiveBudget, depth: Int
  ) throws(InputError) -> FileContent {
    guard Archive.isArchive(content), depth <= budget.limits.depth else { throw .missing }
    let archive = try Archive(content, budget: budget)
    while let member = try archive.next() {
      guard member.isFile else { continue }
      if member.name == path { return FileContent(try archive.read()) }
      // A member's own name may hold the mark.
      let head = member.name + separator
      if path.hasPrefix(head) {
        let inner = FileContent(try archive.read())
        return try self.member(String(path.dropFirst(head.count)), of: inner, budget, depth: depth + 1)
      }
    }
    throw .missing
  }
}
