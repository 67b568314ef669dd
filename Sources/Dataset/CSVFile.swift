import Glibc

/// A file that is written through a buffer.
final class CSVFile {
  private var descriptor: Int32
  private var bytes: [UInt8] = []
  private static let capacity = 1 << 16

  init(_ path: String) throws(DatasetError) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw PartialOutput.failure() }
    bytes.reserveCapacity(2 * CSVFile.capacity)
  }

  deinit { if descriptor >= 0 { Glibc.close(descriptor) } }

  func write(_ line: [UInt8]) throws(DatasetError) {
    bytes += line
    if bytes.count >= CSVFile.capacity { try flush() }
  }

  private func flush() throws(DatasetError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        buffer.baseAddress.map { Glibc.write(descriptor, $0 + written, buffer.count - written) } ?? 0
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw PartialOutput.failure() }
      written += count
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes what is left, and waits until it is on the disk.
  func close() throws(DatasetError) {
    try flush()
    guard fsync(descriptor) == 0, Glibc.close(descriptor) == 0 else { throw PartialOutput.failure() }
    descriptor = -1
  }

  static func write(_ content: [UInt8], to path: String) throws(DatasetError) {
    let file = try CSVFile(path)
    try file.write(content)
    try file.close()
  }
}
