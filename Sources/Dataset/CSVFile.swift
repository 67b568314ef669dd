import Glibc
import PageContent

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
    guard FileBytes.write(bytes, to: descriptor) else { throw PartialOutput.failure() }
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
