/// A set of lines or rows of a page, by their indices.
struct LineSet {
  /// A bit for each line.
  private var bits: [UInt64] = []

  mutating func insert(_ line: Int) {
    let index = line / UInt64.bitWidth
    while bits.count <= index { bits.append(0) }
    bits[index] |= 1 << (line % UInt64.bitWidth)
  }

  mutating func formUnion(_ other: LineSet) {
    while bits.count < other.bits.count { bits.append(0) }
    for index in other.bits.indices { bits[index] |= other.bits[index] }
  }

  func isDisjoint(with other: LineSet) -> Bool { zip(bits, other.bits).allSatisfy { $0 & $1 == 0 } }
}
