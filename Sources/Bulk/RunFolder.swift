import CWorker
import Glibc
import PageContent

/// The folder of a run:
///
///     run.json                             what the results depend on besides the inputs
///     index.jsonl                          a line for each input name
///     documents/ab/ab….json, ….report.json the results, by the hash of the content
///     .run/                                the run's own while it goes: lock, journal, results that are none yet
///
/// Whatever has its final name is whole: it was written under another, brought to the disk, and renamed.
final class RunFolder: Sendable {
  let root: InputName
  private let lock: Int32

  static let description = "run.json"
  static let index = "index.jsonl"
  static let journal = ".run/journal.jsonl"
  static let temporary = ".run/new"
  private static let lockFile = ".run/lock"

  /// Makes the folder where it is missing, and takes it for this run.
  init(_ root: InputName) throws(RunError) {
    self.root = root
    switch FileIdentity.kind(of: root) {
    case .folder?:
      guard Self.isOfRun(root) else {
        throw .usage("\(root.text): this folder holds other things than a run; give an empty or a new one")
      }
    case nil: break
    default: throw .usage("\(root.text): is not a folder")
    }
    try Self.makeFolder(root)
    try Self.makeFolder(root.appending(".run"))
    lock = try Self.lock(root)
    // What a run left that was killed.
    try removeTemporaries()
    try Self.makeFolder(root.appending(Self.temporary))
  }

  deinit { close(lock) }

  private static func isOfRun(_ root: InputName) -> Bool {
    let own = [description, ".run"].contains { FileIdentity.kind(of: root.appending($0)) != nil }
    return own || (root.entries() ?? []).isEmpty
  }

  private static func makeFolder(_ name: InputName) throws(RunError) {
    guard let path = name.path else { throw .usage("the output folder's name holds a zero byte") }
    var isMade = mkdir(path, 0o777) == 0 || errno == EEXIST
    if !isMade, errno == ENOENT, let parent = name.folder {
      try makeFolder(parent)
      isMade = mkdir(path, 0o777) == 0 || errno == EEXIST
    }
    guard isMade else { throw .system(name.text) }
  }

  /// One run at a time. One that was killed a moment ago may still be ending.
  private static func lock(_ root: InputName) throws(RunError) -> Int32 {
    let name = root.appending(lockFile)
    guard let path = name.path else { throw .usage("the output folder's name holds a zero byte") }
    for _ in 0..<20 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw .system(name.text) }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        // A run that ended just now may have removed the file that was opened.
        if let locked = FileIdentity(descriptor: descriptor), locked == FileIdentity(name) { return descriptor }
        close(descriptor)
        try makeFolder(root.appending(".run"))
      } else {
        let number = errno
        close(descriptor)
        guard number == EWOULDBLOCK || number == EINTR else { throw .system(name.text, number) }
        usleep(100_000)
      }
    }
    throw .busy(path: root.text)
  }

  /// Where workers write.
  var temporaryFolder: InputName { root.appending(Self.temporary) }

  func path(_ relative: String) -> [CChar] {
    (root.appending(relative).path ?? [0])
  }

  func shown(_ relative: String) -> String { root.appending(relative).text }

  // MARK: Changes

  /// Writes a file whole or not at all, and for good.
  func write(_ bytes: [UInt8], _ relative: String) throws(RunError) {
    let temporary = "\(Self.temporary)/file"
    let descriptor = open(path(temporary), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .system(shown(temporary)) }
    let isWritten = FileBytes.write(bytes, to: descriptor) && fsync(descriptor) == 0
    let number = errno
    guard close(descriptor) == 0, isWritten else { throw .system(shown(relative), number) }
    try rename(temporary, to: relative)
    try syncFolder("")
  }

  /// Makes a temporary file a result. What it holds is on the disk before its name says so.
  func settle(_ temporary: String, as relative: String) throws(RunError) {
    let descriptor = open(path(temporary), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(shown(temporary)) }
    let isSynced = fsync(descriptor) == 0
    let number = errno
    close(descriptor)
    guard isSynced else { throw .system(shown(relative), number) }
    try rename(temporary, to: relative)
  }

  private func rename(_ temporary: String, to relative: String) throws(RunError) {
    let (from, to) = (path(temporary), path(relative))
    if Glibc.rename(from, to) == 0 { return }
    if errno == ENOENT, let folder = root.appending(relative).folder {
      try Self.makeFolder(folder)
      if Glibc.rename(from, to) == 0 { return }
    }
    throw .system(shown(relative))
  }

  /// Removes a file; that it is missing is as good.
  func remove(_ relative: String) throws(RunError) {
    guard unlink(path(relative)) == 0 || errno == ENOENT else { throw .system(shown(relative)) }
  }

  /// Removes a folder if nothing is in it.
  func removeIfEmpty(_ relative: String) { _ = rmdir(path(relative)) }

  /// Brings a folder's names to the disk. Not every file system can.
  func syncFolder(_ relative: String) throws(RunError) {
    let name = relative.isEmpty ? root : root.appending(relative)
    guard let path = name.path else { return }
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP else { throw .system(name.text) }
  }

  /// The names in a folder; none where there is no such folder.
  func names(_ relative: String) -> [String] {
    (root.appending(relative).entries() ?? []).map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  private func removeTemporaries() throws(RunError) {
    for name in names(Self.temporary) { try remove("\(Self.temporary)/\(name)") }
  }

  /// Leaves nothing behind but results. The lock goes last.
  func finish() throws(RunError) {
    try removeTemporaries()
    removeIfEmpty(Self.temporary)
    try remove(Self.journal)
    try remove(Self.lockFile)
    removeIfEmpty(".run")
    try syncFolder("")
  }

  /// After a run that was stopped: what is no result yet is of no use to the next.
  func tidy() { try? removeTemporaries() }
}

extension InputName {
  func appending(_ component: String) -> InputName { appending(Array(component.utf8)) }

  /// The folder that it stands in; nil where the name does not say.
  var folder: InputName? {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return nil }
    return InputName(Array(bytes[..<slash]))
  }
}
