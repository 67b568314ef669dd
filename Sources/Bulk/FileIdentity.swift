import Glibc

/// Which file it is, by whatever path it is reached.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt
  private let number: UInt

  enum Kind { case file, folder, link, other }

  /// nil where there is no such file.
  package init?(_ name: InputName) {
    var status = stat()
    guard let path = name.path, stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }

  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    number = UInt(status.st_ino)
  }

  static func kind(of name: InputName, followsLinks: Bool = true) -> Kind? {
    var status = stat()
    guard let path = name.path else { return nil }
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}

extension InputName {
  /// Whether it is a folder, or stands below it, by whatever path; false where either is not there.
  package func isWithin(_ folder: InputName) -> Bool {
    guard let own = resolved, let other = folder.resolved else { return false }
    return own == other || own.starts(with: other + [UInt8(ascii: "/")])
  }

  private var resolved: [UInt8]? {
    guard let path, let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return UnsafeBufferPointer(start: resolved, count: strlen(resolved)).map { UInt8(bitPattern: $0) }
  }
}
