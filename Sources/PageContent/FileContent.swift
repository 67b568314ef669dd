import CNettle
import Glibc

/// A file's bytes at an address that stays, held once however many read them.
///
/// A large file is mapped, so that it takes no memory of the process's own: a report of scanned pages has hundreds of
/// megabytes, of which next to nothing is looked at. Who cuts it short meanwhile ends the process (SIGBUS); a small file
/// is read and cannot change.
public final class FileContent: @unchecked Sendable {
  private let bytes: UnsafeMutableRawBufferPointer
  private let isMapped: Bool

  private init(_ bytes: UnsafeMutableRawBufferPointer, isMapped: Bool) {
    self.bytes = bytes
    self.isMapped = isMapped
  }

  public init(_ bytes: [UInt8]) {
    // Not `allocate`, since memory that is read into grows.
    let copy = UnsafeMutableRawBufferPointer(start: malloc(max(bytes.count, 1)), count: bytes.count)
    copy.copyBytes(from: bytes)
    self.bytes = copy
    isMapped = false
  }

  deinit {
    if isMapped { munmap(bytes.baseAddress, bytes.count) } else { free(bytes.baseAddress) }
  }

  /// From here on a file is mapped.
  private static let leastToMap = 16 << 20

  /// - Throws: what `FileBytes.read(_:limit:)` throws.
  public static func read(path: [CChar], limit: Int = FileBytes.defaultLimit) throws(InputError) -> FileContent {
    let (descriptor, size) = try FileBytes.opened(path, limit)
    defer { close(descriptor) }
    return try read(descriptor, size: size, limit: limit)
  }

  public static func read(_ path: String) throws(InputError) -> FileContent {
    try read(path: Array(path.utf8CString))
  }

  /// Standard input to its end, whether a file or a pipe.
  public static func readStandardInput(limit: Int = FileBytes.defaultLimit) throws(InputError) -> FileContent {
    try read(STDIN_FILENO, size: FileBytes.sizeOfStandardInput(limit), limit: limit)
  }

  private static func read(_ descriptor: Int32, size: Int, limit: Int) throws(InputError) -> FileContent {
    // Standard input may have been read in part.
    if size >= leastToMap, lseek(descriptor, 0, SEEK_CUR) == 0,
      let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    {
      return FileContent(UnsafeMutableRawBufferPointer(start: start, count: size), isMapped: true)
    }
    return try FileContent(reading: descriptor, size: size, limit: limit)
  }

  /// Reads on to the end; the loop serves pipes, files that grow, and those of /proc, which claim to be empty.
  private convenience init(reading descriptor: Int32, size: Int, limit: Int) throws(InputError) {
    // One byte more than it claims, to notice the end.
    var room = max(size + 1, 4096)
    var start = malloc(room)
    var count = 0
    var failure: Int32 = 0
    while let memory = start {
      count += FileBytes.fill(
        UnsafeMutableRawBufferPointer(start: memory + count, count: room - count), from: descriptor, failure: &failure)
      if count < room || count > limit || failure != 0 { break }
      room *= 2
      guard let larger = realloc(memory, room) else {
        free(memory)
        start = nil
        break
      }
      start = larger
    }
    guard let start else { throw .unreadable(String(cString: strerror(ENOMEM))) }
    let reason: InputError? =
      if failure != 0 {
        InputError(errorNumber: failure)
      } else if count > limit {
        .tooLarge(bytes: count, limit: limit)
      } else {
        count == 0 ? .empty : nil
      }
    if let reason {
      free(start)
      throw reason
    }
    self.init(UnsafeMutableRawBufferPointer(start: realloc(start, count) ?? start, count: count), isMapped: false)
  }

  public var count: Int { bytes.count }

  package func withBytes<Result, Failure>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(UnsafeBufferPointer(bytes.bindMemory(to: UInt8.self)))
  }

  /// Its bytes as a value of their own.
  package func copied() -> [UInt8] { Array(bytes) }

  /// Its SHA-256, in lower-case hexadecimal.
  package func sha256() -> String {
    var digest = SHA256Digest()
    let piece = isMapped ? 1 << 20 : max(bytes.count, 1)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      let part = UnsafeMutableRawBufferPointer(rebasing: bytes[start..<min(start + piece, bytes.count)])
      digest.update(UnsafeRawBufferPointer(part))
      // Most of a mapped file is never looked at again, and comes back where it is.
      if isMapped { madvise(part.baseAddress, part.count, MADV_DONTNEED) }
    }
    return digest.hexadecimal()
  }
}
