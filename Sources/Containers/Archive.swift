import CArchive
import PageContent

/// The members of a zip, rar, 7z, tar or gzip file, one after the other.
///
/// ```swift
/// let archive = try Archive(content)
/// while let member = try archive.next() {
///   if member.isFile { let bytes = try archive.read() }
/// }
/// ```
package final class Archive {
  package struct Member: Sendable, Hashable {
    /// With `/` between folders; decoded from UTF-8 or GB18030.
    package var name: String
    package var isFile: Bool
    package var isEncrypted: Bool
    /// What the archive claims it to have; nil where it says nothing.
    package var size: Int?
  }

  private let content: FileContent
  private let budget: ArchiveBudget
  private let handle: OpaquePointer
  private var current: Member?

  /// Loads libarchive, so that the processes that are forked from this one need not. Where it cannot be, they say so.
  package static func prepare() { _ = carchive_load() }

  package convenience init(_ content: FileContent, limits: ArchiveLimits = ArchiveLimits()) throws(InputError) {
    try self.init(content, budget: ArchiveBudget(limits))
  }

  /// - Parameter budget: shared by the archives that lie in each other.
  /// - Throws: `.unreadable` where libarchive cannot be loaded.
  package init(_ content: FileContent, budget: ArchiveBudget) throws(InputError) {
    if let problem = carchive_load() { throw .unreadable(String(cString: problem)) }
    // The content outlives the archive, which holds it.
    guard let handle = content.withBytes({ carchive_open($0.baseAddress, $0.count) }) else {
      throw .unreadable("out of memory")
    }
    self.content = content
    self.budget = budget
    self.handle = handle
  }

  deinit { carchive_close(handle) }

  /// The next member; nil at the end.
  /// - Throws: `.damaged` where the archive breaks off, `.packsTooMuch` where it has too many members.
  package func next() throws(InputError) -> Member? {
    var member = carchive_member()
    switch carchive_next(handle, &member) {
    case CARCHIVE_MEMBER: break
    case CARCHIVE_END: return nil
    default: throw problem()
    }
    try budget.takeMember()
    let name = Archive.decoded(member.name)
    let found = Member(
      name: name, isFile: member.is_file, isEncrypted: member.is_encrypted,
      size: member.size < 0 ? nil : Int(member.size))
    current = found
    return found
  }

  /// The bytes of the member that `next` returned last.
  /// - Throws: `.encrypted`, `.damaged`, `.packsTooMuch`.
  package func read() throws(InputError) -> [UInt8] {
    guard let member = current else { return [] }
    if member.isEncrypted { throw .encrypted("archive") }
    if let size = member.size { try budget.check(size, of: member.name, in: content.count) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(member.size ?? 0, 1 << 20))
    while true {
      var got = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 64 << 10) { buffer, count in
        got = carchive_read(handle, buffer.baseAddress, buffer.count)
        count = max(0, got)
      }
      if got < 0 { throw problem() }
      if got == 0 { break }
      bytes += piece
      try budget.check(bytes.count, of: member.name, in: content.count)
    }
    budget.take(bytes: bytes.count)
    return bytes
  }

  private func problem() -> InputError {
    let words = String(cString: carchive_problem(handle))
    return words.contains("assphrase") || words.contains("ncrypt")
      ? .encrypted("archive") : .damaged("archive", words)
  }

  /// Names are UTF-8, or what a Chinese Windows calls its files: GBK.
  private static func decoded(_ name: UnsafePointer<CChar>) -> String {
    if let text = String(validatingCString: name) { return text }
    let bytes = UnsafeBufferPointer(start: name, count: length(of: name)).map { UInt8(bitPattern: $0) }
    return TextConversion(bytes, from: "GB18030")?.text ?? String(decoding: bytes, as: UTF8.self)
  }

  private static func length(of name: UnsafePointer<CChar>) -> Int {
    var count = 0
    while name[count] != 0 { count += 1 }
    return count
  }
}
