import Glibc
import PageContent
import Report

/// A result as it lies in a run's folder: whether it is still what the run wrote there, told from its two ends alone.
enum StoredResult {
  static func isDocument(_ path: [CChar], of sha256: String) -> Bool { holds(DocumentJSON.format, sha256, path) }

  static func isReport(_ path: [CChar], of sha256: String) -> Bool { holds(ReportJSON.format, sha256, path) }

  /// The format and the source stand first, the source's name in it is a file's.
  private static let headLength = 8192

  private static func holds(_ format: String, _ sha256: String, _ path: [CChar]) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let head = bytes(descriptor, min(Int(status.st_size), headLength), at: 0),
      let tail = bytes(descriptor, 2, at: max(0, Int(status.st_size) - 2))
    else { return false }
    let text = String(decoding: head, as: UTF8.self)
    return tail == Array("}\n".utf8) && text.hasPrefix("{") && text.contains("\"\(format)\"")
      && text.contains("\"sha256\": \"\(sha256)\"")
  }

  private static func bytes(_ descriptor: Int32, _ count: Int, at offset: Int) -> [UInt8]? {
    var filled = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      while filled < count {
        let got = pread(descriptor, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
      initialized = filled
    }
    return filled == count ? bytes : nil
  }
}
