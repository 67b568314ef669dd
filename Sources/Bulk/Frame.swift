/// A message between the run and a worker: some byte strings, each behind its length, the whole behind its own.
struct Frame: Hashable {
  var fields: [[UInt8]]

  /// No message needs more; what claims to is none.
  static let limit = 1 << 20

  init(_ fields: [[UInt8]]) { self.fields = fields }

  init(_ words: String...) { fields = words.map { Array($0.utf8) } }

  func text(_ index: Int) -> String? {
    fields.indices.contains(index) ? String(decoding: fields[index], as: UTF8.self) : nil
  }

  func number(_ index: Int) -> Int? { text(index).flatMap { Int($0) } }

  func encoded() -> [UInt8] {
    let body = fields.flatMap { Frame.bytes(of: $0.count) + $0 }
    return Frame.bytes(of: body.count) + body
  }

  private static func bytes(of count: Int) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
  }
}

/// Takes frames out of bytes as they come.
struct FrameReader {
  enum Malformed: Error { case malformed }

  private var bytes: [UInt8] = []

  mutating func add(_ more: some Collection<UInt8>) { bytes += more }

  /// The next frame; nil until all of it has come.
  mutating func next() throws(Malformed) -> Frame? {
    guard let count = Self.count(bytes[...]) else { return nil }
    guard count <= Frame.limit else { throw .malformed }
    guard bytes.count >= 4 + count else { return nil }
    var rest = bytes[4..<(4 + count)]
    var fields: [[UInt8]] = []
    while !rest.isEmpty {
      guard let length = Self.count(rest), rest.count >= 4 + length else { throw .malformed }
      rest = rest.dropFirst(4)
      fields.append(Array(rest.prefix(length)))
      rest = rest.dropFirst(length)
    }
    bytes.removeFirst(4 + count)
    return Frame(fields)
  }

  private static func count(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= 4 else { return nil }
    return bytes.prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
