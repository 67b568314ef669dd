/// Writes zip files as tests need them, honest or not.
public struct TinyZip {
  private var file: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  public init() {}

  public static func of(_ members: KeyValuePairs<String, String>) -> [UInt8] {
    var zip = TinyZip()
    for (name, text) in members { zip.add(name, Array(text.utf8)) }
    return zip.bytes
  }

  /// A member that is not packed.
  public mutating func add(_ name: String, _ content: [UInt8]) {
    add(Array(name.utf8), content, isUTF8: true)
  }

  /// - Parameter isUTF8: whether the member says that its name is in UTF-8.
  public mutating func add(_ name: [UInt8], _ content: [UInt8], isUTF8: Bool, isEncrypted: Bool = false) {
    add(
      name, packed: content, size: content.count, checksum: TinyZip.checksum(content), method: 0,
      flags: (isUTF8 ? 0x800 : 0) | (isEncrypted ? 1 : 0))
  }

  /// A member of so many zeros, packed to a thousandth; more than it claims to have, where `claimed` is given.
  public mutating func addZeros(_ name: String, count: Int, claimed: Int? = nil) {
    add(
      Array(name.utf8), packed: TinyZip.deflated(zeros: count), size: claimed ?? count,
      checksum: TinyZip.checksum([UInt8](repeating: 0, count: count)), method: 8, flags: 0x800)
  }

  private mutating func add(
    _ name: [UInt8], packed: [UInt8], size: Int, checksum: UInt32, method: Int, flags: Int
  ) {
    let offset = file.count
    let common =
      Self.number(20, 2) + Self.number(flags, 2) + Self.number(method, 2) + Self.number(0, 4)
      + Self.number(Int(checksum), 4) + Self.number(packed.count, 4) + Self.number(size, 4)
      + Self.number(name.count, 2) + Self.number(0, 2)
    file += [0x50, 0x4B, 3, 4] + common + name + packed
    directory += [0x50, 0x4B, 1, 2] + Self.number(20, 2) + common + Self.number(0, 10) + Self.number(offset, 4) + name
    count += 1
  }

  public var bytes: [UInt8] {
    file + directory + [0x50, 0x4B, 5, 6] + Self.number(0, 4) + Self.number(count, 2) + Self.number(count, 2)
      + Self.number(directory.count, 4) + Self.number(file.count, 4) + Self.number(0, 2)
  }

  private static func number(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: value >> (8 * $0)) : 0 }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
    return ~sum
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
  }

  /// A zero, then runs of 258 more (RFC 1951, fixed codes); zeros that no run of 258 makes are left out.
  private static func deflated(zeros count: Int) -> [UInt8] {
    var bits: [UInt8] = []
    var current = 0
    var filled = 0
    func put(_ bit: Int) {
      current |= bit << filled
      filled += 1
      if filled == 8 {
        bits.append(UInt8(current))
        current = 0
        filled = 0
      }
    }
    func put(code: Int, _ length: Int) { for place in (0..<length).reversed() { put(code >> place & 1) } }
    put(1)
    put(1)
    put(0)
    put(code: 0b0011_0000, 8)
    for _ in 0..<((count - 1) / 258) {
      put(code: 0b1100_0101, 8)
      put(code: 0, 5)
    }
    for _ in 0..<((count - 1) % 258) { put(code: 0b0011_0000, 8) }
    put(code: 0, 7)
    for _ in 0..<8 where filled > 0 { put(0) }
    return bits
  }
}
