import FoundationEssentials
import Glibc

/// A file or a folder on its way: written beside its place under another name, and renamed when it is whole.
struct PartialOutput {
  let path: String
  private let final: String

  init(_ final: String) {
    self.final = final
    path = "\(final).\(getpid()).partial"
  }

  /// Removes what processes that were killed have left here.
  func removeLeftovers() {
    let parts = final.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.count > 1 ? parts.dropLast().joined(separator: "/") + "/" : "./"
    let name = parts.last.map(String.init) ?? ""
    for other in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      guard other.hasPrefix(name + "."), other.hasSuffix(".partial"),
        let process = pid_t(other.dropFirst(name.count + 1).dropLast(".partial".count)),
        process == getpid() || kill(process, 0) != 0 && errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: folder + other)
    }
  }

  /// Puts a file in its place.
  func finish() throws(DatasetError) {
    try PartialOutput.synchronise(path)
    guard rename(path, final) == 0 else { throw PartialOutput.failure() }
  }

  /// Puts a folder in its place; one that is there is taken away.
  func finishFolder() throws(DatasetError) {
    let old = path + ".old"
    let isReplacing = rename(final, old) == 0
    guard rename(path, final) == 0 else {
      let error = PartialOutput.failure()
      if isReplacing { rename(old, final) }
      throw error
    }
    if isReplacing { try? FileManager.default.removeItem(atPath: old) }
  }

  /// What is renamed must be on the disk before its name is.
  static func synchronise(_ path: String) throws(DatasetError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure() }
  }

  static func failure() -> DatasetError { .output(String(cString: strerror(errno))) }
}
