import Glibc
import PageContent

/// A picture that is wanted of a child; both are the same program, so that values go as they are in memory.
struct PictureRequest: BitwiseCopyable {
  let page: Int
  let dpi: Double
  /// Processor time that drawing it may take.
  let seconds: Double
  private let hasCrop: Bool
  private let x0, y0, x1, y1: Double

  init(page: Int, dpi: Double, crop: Box?, seconds: Double) {
    self.page = page
    self.dpi = dpi
    self.seconds = seconds
    hasCrop = crop != nil
    (x0, y0, x1, y1) = crop.map { ($0.x0, $0.y0, $0.x1, $0.y1) } ?? (0, 0, 0, 0)
  }

  var crop: Box? { hasCrop ? Box(x0: x0, y0: y0, x1: x1, y1: y1) : nil }
}

/// What goes before the bytes of a picture.
struct PictureAnswer: BitwiseCopyable {
  /// 0 where there is none.
  let byteCount: Int
  /// Processor time of the child until now.
  let seconds: Double
}

/// Sends and receives over a socket, whole or not at all; that nobody is at its other end is no signal.
enum Line {
  static func send(_ value: some BitwiseCopyable, to socket: Int32) -> Bool {
    withUnsafeBytes(of: value) { send($0, to: socket) }
  }

  static func send(_ bytes: [UInt8], to socket: Int32) -> Bool { bytes.withUnsafeBytes { send($0, to: socket) } }

  private static func send(_ bytes: UnsafeRawBufferPointer, to socket: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.send(
        socket, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  static func receive<Value: BitwiseCopyable>(_: Value.Type, from socket: Int32) -> Value? {
    receive(MemoryLayout<Value>.size, from: socket)?.withUnsafeBytes { $0.loadUnaligned(as: Value.self) }
  }

  static func receive(_ count: Int, from socket: Int32) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let got = recv(socket, start + filled, count - filled, 0)
        if got < 0, errno == EINTR { continue }
        if got <= 0 { break }
        filled += got
      }
    }
    return bytes.count == count ? bytes : nil
  }
}
