import Glibc

/// Reads and writes files whole, without Foundation, which would double the time the command takes to start.
public enum FileBytes {
  public static let defaultLimit = 512 << 20

  /// - Parameter limit: the most bytes that are read; a longer file is refused.
  /// - Throws: `.missing`, `.directory`, `.notPermitted`, `.empty`, `.tooLarge`, or `.unreadable` with the system's
  ///   reason.
  public static func read(_ path: String, limit: Int = defaultLimit) throws(InputError) -> [UInt8] {
    try read(path: Array(path.utf8CString), limit: limit)
  }

  /// - Parameter path: with its closing zero byte. Names of files are bytes: those unpacked from archives of other
  ///   systems are often no UTF-8, and no `String` can hold them.
  public static func read(path: [CChar], limit: Int = defaultLimit) throws(InputError) -> [UInt8] {
    let (descriptor, size) = try opened(path, limit)
    defer { close(descriptor) }
    return try contents(of: descriptor, size: size, limit: limit)
  }

  /// A regular file that is open.
  /// - Throws: what `read(_:limit:)` throws.
  package static func read(descriptor: Int32, limit: Int = defaultLimit) throws(InputError) -> [UInt8] {
    try contents(of: descriptor, size: try size(of: descriptor, limit), limit: limit)
  }

  /// A file's SHA-256 and its length, read piece by piece.
  /// - Throws: what `read(_:limit:)` throws.
  package static func digest(
    path: [CChar], limit: Int = defaultLimit
  ) throws(InputError) -> (sha256: String, count: Int) {
    let descriptor = try opened(path, limit).descriptor
    defer { close(descriptor) }
    var digest = SHA256Digest()
    var count = 0
    while true {
      var failure: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 256 << 10) { buffer, count in
        count = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, failure: &failure)
      }
      guard failure == 0 else { throw InputError(errorNumber: failure) }
      if piece.isEmpty { break }
      count += piece.count
      guard count <= limit else { throw .tooLarge(bytes: count, limit: limit) }
      digest.update(piece)
    }
    guard count > 0 else { throw .empty }
    return (digest.hexadecimal(), count)
  }

  /// Opens a regular file, and tells its size.
  static func opened(
    _ path: [CChar], _ limit: Int
  ) throws(InputError) -> (descriptor: Int32, size: Int) {
    // O_NONBLOCK: opening a FIFO that nobody writes to must fail below instead of waiting for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw InputError(errorNumber: errno) }
    do throws(InputError) { return (descriptor, try size(of: descriptor, limit)) } catch {
      close(descriptor)
      throw error
    }
  }

  private static func size(of descriptor: Int32, _ limit: Int) throws(InputError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw InputError(errorNumber: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .directory
    default: throw .unreadable("not a regular file")
    }
    let size = Int(status.st_size)
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    return size
  }

  /// How much standard input claims to hold; nothing where it is no file.
  static func sizeOfStandardInput(_ limit: Int) throws(InputError) -> Int {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { throw InputError(errorNumber: errno) }
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    guard size <= limit else { throw .tooLarge(bytes: size, limit: limit) }
    return size
  }

  /// Standard input to its end, whether a file or a pipe.
  /// - Throws: what `read(_:limit:)` throws.
  public static func readStandardInput(limit: Int = defaultLimit) throws(InputError) -> [UInt8] {
    try contents(of: STDIN_FILENO, size: sizeOfStandardInput(limit), limit: limit)
  }

  private static func contents(of descriptor: Int32, size: Int, limit: Int) throws(InputError) -> [UInt8] {
    // One byte more than it claims, to notice the end. The loop serves files that grow, and those of /proc, which claim
    // to be empty.
    var bytes: [UInt8] = []
    var room = max(size + 1, 4096)
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        count = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor, failure: &failure)
      }
      guard failure == 0 else { throw InputError(errorNumber: failure) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
      if chunk.count < room { break }
      room = bytes.count
    }
    guard !bytes.isEmpty else { throw .empty }
    return bytes
  }

  /// Writes all bytes, going on after a signal.
  /// - Returns: false where it fails; `errno` says why.
  package static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  package static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { write($0, to: descriptor) }
  }

  /// Reads until the buffer is full or the file ends, and returns how much that was.
  static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32, failure: inout Int32
  ) -> Int {
    var count = 0
    while count < buffer.count {
      guard let start = buffer.baseAddress else { break }
      let got = Glibc.read(descriptor, start + count, buffer.count - count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        failure = errno
        break
      }
      count += got
    }
    return count
  }
}

extension InputError {
  init(errorNumber: Int32) {
    self =
      switch errorNumber {
      case ENOENT, ENOTDIR: .missing
      case EISDIR: .directory
      case EACCES, EPERM: .notPermitted
      default: .unreadable(String(cString: strerror(errorNumber)))
      }
  }
}
