import Glibc

/// What is done with descriptors; reading goes on after a signal.
enum Descriptor {
  /// Up to `count` bytes; empty at the end, nil where it fails.
  static func read(_ descriptor: Int32, count: Int = 1 << 16) -> [UInt8]? {
    var got = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
      repeat { got = Glibc.read(descriptor, buffer.baseAddress, count) } while got < 0 && errno == EINTR
      initialised = max(0, got)
    }
    return got < 0 ? nil : bytes
  }

  /// A pipe that no other program inherits: programs are started by the thread that makes pipes.
  static func pipe() throws(RunError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw .system("a pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }
}
