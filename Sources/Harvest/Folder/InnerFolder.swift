import Glibc

/// Files and folders below an open folder, by names that cannot lead out of it: no `..`, no link on the way or at the end.
struct InnerFolder {
  /// For messages.
  let path: String
  /// The open folder.
  let root: Int32

  /// The segments of a name; nil for one that is none, or could lead elsewhere.
  static func segments(_ name: String) -> [String]? {
    let segments = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let isSound = segments.allSatisfy { segment in
      (1...255).contains(segment.utf8.count) && segment != "." && segment != ".." && !segment.utf8.contains(0)
    }
    return isSound ? segments : nil
  }

  /// Opens a regular file.
  func open(_ name: String, _ flags: Int32) throws(FolderProblem) -> Int32 {
    let (parent, last) = try parent(of: name, making: false)
    defer { close(parent) }
    // O_NONBLOCK: opening a FIFO that nobody writes to must fail below instead of waiting for ever.
    let descriptor = openat(parent, last, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0o666)
    guard descriptor >= 0 else { throw problem(name, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FolderProblem("\(path)/\(name)", message: "not a regular file")
    }
    return descriptor
  }

  /// Opens a folder; the empty name is the root's.
  func folder(_ name: String, making: Bool) throws(FolderProblem) -> Int32 {
    try parent(of: name.isEmpty ? "x" : "\(name)/x", making: making).folder
  }

  /// What is there under a name, be it a link; nil where nothing is.
  func status(_ name: String) -> stat? {
    guard let (parent, last) = try? parent(of: name, making: false) else { return nil }
    defer { close(parent) }
    var status = stat()
    return fstatat(parent, last, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status : nil
  }

  func remove(_ name: String) {
    guard let (parent, last) = try? parent(of: name, making: false) else { return }
    unlinkat(parent, last, 0)
    close(parent)
  }

  /// Moves a file, in place of what has the new name; makes the folders that this stands in.
  func rename(_ name: String, to newName: String) throws(FolderProblem) {
    let (parent, last) = try parent(of: name, making: false)
    defer { close(parent) }
    let (newParent, newLast) = try self.parent(of: newName, making: true)
    defer { close(newParent) }
    guard renameat(parent, last, newParent, newLast) == 0 else { throw problem(newName, errno) }
  }

  /// Opens the folder that a name stands in.
  private func parent(of name: String, making: Bool) throws(FolderProblem) -> (folder: Int32, last: String) {
    guard let segments = InnerFolder.segments(name), let last = segments.last else {
      throw FolderProblem(path, message: "a name leads out of the folder")
    }
    var folder = fcntl(root, F_DUPFD_CLOEXEC, 0)
    guard folder >= 0 else { throw FolderProblem(path, errno) }
    for (index, segment) in segments.dropLast().enumerated() {
      let shown = segments[...index].joined(separator: "/")
      if making { _ = mkdirat(folder, segment, 0o777) }
      let next = openat(folder, segment, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, 0)
      let error = errno
      close(folder)
      guard next >= 0 else { throw problem(shown, error) }
      folder = next
    }
    return (folder, last)
  }

  private func problem(_ name: String, _ error: Int32) -> FolderProblem {
    // Which of the two a link gives depends on what was asked for.
    let mayBeLink = error == ELOOP || error == ENOTDIR
    var status = stat()
    if mayBeLink, lstat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      return FolderProblem("\(path)/\(name)", message: "is a link, which could lead out of the folder")
    }
    return FolderProblem("\(path)/\(name)", error)
  }
}
