import Glibc
import PageContent

/// Why the folder cannot be worked in. It ends the whole work: nothing would be kept.
package struct FolderProblem: Error, Hashable, Sendable {
  package var path: String
  package var message: String

  init(_ path: String, _ error: Int32) {
    self.path = path
    message = String(cString: strerror(error))
  }

  init(_ path: String, message: String) {
    self.path = path
    self.message = message
  }
}

/// The folder that a harvest is gathered in, and the only place where it writes:
///
/// ```
/// manifest.jsonl        a line for each address
/// files/HOST/NAME       documents
/// pages/HOST/NAME       listing pages, as they came
/// partial/              transfers under way, and those to be resumed
/// journal.jsonl         what a run under way has done so far
/// ```
///
/// A file is written under `partial`, made durable, and moved to its name: it is never seen half.
final class HarvestFolder {
  let path: String
  private let lock: Int32
  /// Folders in which names have changed.
  private var touched: Set<String> = []

  /// Makes the folder where there is none, and takes it for this process.
  init(_ path: String) throws(FolderProblem) {
    self.path = path
    for part in ["", "/files", "/pages", "/partial"] { try HarvestFolder.make(path + part) }
    lock = open(path + "/.lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard lock >= 0 else { throw FolderProblem(path + "/.lock", errno) }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      throw FolderProblem(path, message: "another fetch works in this folder")
    }
  }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a folder and those that it stands in.
  static func make(_ path: String) throws(FolderProblem) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw FolderProblem(path, ENOTDIR) }
      return
    }
    if let slash = path.dropLast().lastIndex(of: "/"), slash > path.startIndex { try make(String(path[..<slash])) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FolderProblem(path, errno) }
  }

  /// Makes a finished file durable and moves it to its name. The name is durable after `synchronise()`; where a crash
  /// takes it before, the manifest speaks of a file that is not there, and it is fetched again.
  func place(_ temporary: String, at name: String) throws(FolderProblem) {
    let target = self(name)
    let folder = String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)])
    try HarvestFolder.make(folder)
    try HarvestFolder.synchronise(temporary)
    guard rename(temporary, target) == 0 else { throw FolderProblem(target, errno) }
    touched.insert(folder)
  }

  /// Makes the names of all files durable.
  func synchronise() throws(FolderProblem) {
    for folder in touched { try HarvestFolder.synchronise(folder) }
    touched = []
  }

  deinit { close(lock) }

  private static func synchronise(_ path: String) throws(FolderProblem) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FolderProblem(path, errno) }
    defer { close(descriptor) }
    // Some file systems cannot synchronise folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FolderProblem(path, errno) }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FolderProblem) {
    guard FileBytes.write(bytes, to: descriptor) else { throw FolderProblem(path, errno) }
  }

  /// The size of a file of the harvest, where it is there.
  func size(of name: String) -> Int? {
    var status = stat()
    guard stat(self(name), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  func remove(_ name: String) { unlink(self(name)) }
}
