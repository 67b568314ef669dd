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
///
/// The folder may come from elsewhere, with its manifest, its journal and links in it. Names are therefore followed from
/// the open folder, segment by segment, without following any link: what is read, written, renamed or removed lies inside.
final class HarvestFolder {
  let path: String
  private let root: Int32
  private let lock: Int32
  /// Folders in which names have changed.
  private var touched: Set<String> = []

  /// Makes the folder where there is none, and takes it for this process.
  init(_ path: String) throws(FolderProblem) {
    self.path = path
    try HarvestFolder.make(path)
    root = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard root >= 0 else { throw FolderProblem(path, errno) }
    let inside = InnerFolder(path: path, root: root)
    do throws(FolderProblem) {
      for part in ["files", "pages", "partial"] { close(try inside.folder(part, making: true)) }
      lock = try inside.open(".lock", O_RDWR | O_CREAT)
    } catch {
      close(root)
      throw error
    }
    guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
      close(lock)
      close(root)
      throw FolderProblem(path, message: "another fetch works in this folder")
    }
  }

  deinit {
    close(lock)
    close(root)
  }

  private var inside: InnerFolder { InnerFolder(path: path, root: root) }

  /// A name as it is shown to a person.
  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Makes a folder and those that it stands in.
  private static func make(_ path: String) throws(FolderProblem) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw FolderProblem(path, ENOTDIR) }
      return
    }
    if let slash = path.dropLast().lastIndex(of: "/"), slash > path.startIndex { try make(String(path[..<slash])) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw FolderProblem(path, errno) }
  }

  /// Whether a manifest may call a file so: `files/HOST/NAME` or `pages/HOST/NAME`.
  static func isFileName(_ name: String) -> Bool {
    let segments = InnerFolder.segments(name) ?? []
    return segments.count == 3 && (segments[0] == "files" || segments[0] == "pages")
  }

  // MARK: Files

  /// Opens a new file for writing, in place of what has its name.
  func create(_ name: String) throws(FolderProblem) -> Int32 {
    remove(name)
    return try inside.open(name, O_WRONLY | O_CREAT | O_EXCL)
  }

  /// Opens a file for writing at its end. One that has another name too could be anybody's.
  func append(to name: String, creating: Bool) throws(FolderProblem) -> Int32 {
    let descriptor = try inside.open(name, O_WRONLY | O_APPEND | (creating ? O_CREAT : 0))
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_nlink == 1 else {
      close(descriptor)
      throw FolderProblem(self(name), message: "has another name too (a hard link), and is not written to")
    }
    return descriptor
  }

  /// Opens a file for reading.
  func open(_ name: String) throws(FolderProblem) -> Int32 { try inside.open(name, O_RDONLY) }

  /// A file's bytes; nil where there is none, or nothing in it.
  func read(_ name: String, limit: Int) throws(FolderProblem) -> [UInt8]? {
    guard inside.status(name) != nil else { return nil }
    let descriptor = try open(name)
    defer { close(descriptor) }
    do throws(InputError) {
      return try FileBytes.read(descriptor: descriptor, limit: limit)
    } catch {
      if error == .empty { return nil }
      throw FolderProblem(self(name), message: error.description)
    }
  }

  /// The size of a file of the harvest, where it is there.
  func size(of name: String) -> Int? {
    guard let status = inside.status(name), status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  func remove(_ name: String) { inside.remove(name) }

  /// Makes a finished file durable and moves it to its name. The name is durable after `synchronise()`; where a crash
  /// takes it before, the manifest speaks of a file that is not there, and it is fetched again.
  func place(_ temporary: String, at name: String) throws(FolderProblem) {
    let descriptor = try open(temporary)
    defer { close(descriptor) }
    try HarvestFolder.synchronise(descriptor, path: self(temporary))
    try inside.rename(temporary, to: name)
    touched.insert(name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "")
  }

  /// Makes the names of all files durable.
  func synchronise() throws(FolderProblem) {
    for name in touched {
      let descriptor = try inside.folder(name, making: false)
      defer { close(descriptor) }
      try HarvestFolder.synchronise(descriptor, path: self(name))
    }
    touched = []
  }

  private static func synchronise(_ descriptor: Int32, path: String) throws(FolderProblem) {
    // Some file systems cannot synchronise folders.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw FolderProblem(path, errno) }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws(FolderProblem) {
    guard FileBytes.write(bytes, to: descriptor) else { throw FolderProblem(path, errno) }
  }
}
