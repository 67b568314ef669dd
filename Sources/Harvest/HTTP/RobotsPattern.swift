/// The path of a rule in a robots.txt: percent-encoded, perhaps with `*` for any bytes and a `$` at its end, which the
/// target must end with too (RFC 9309, 2.2.3).
struct RobotsPattern: Sendable {
  private let bytes: [UInt8]
  private let isAnchored: Bool
  let firstStar: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isAnchored = bytes.last == UInt8(ascii: "$")
    firstStar = bytes.firstIndex(of: UInt8(ascii: "*"))
  }

  /// As it is written.
  var count: Int { bytes.count }

  /// Whether a target begins as the pattern says. Each part between stars is taken where it stands first, which leaves
  /// most for those behind it: so no part is ever looked for anew, and the time is linear in pattern and target.
  func matches(_ target: [UInt8]) -> Bool {
    let pattern = isAnchored ? bytes.dropLast() : bytes[...]
    guard let firstStar else {
      return isAnchored ? target.elementsEqual(pattern) : target.starts(with: pattern)
    }
    guard beginsAlike(target) else { return false }
    var rest = target[firstStar...]
    let parts = pattern[firstStar...].split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
    for part in parts.dropLast() {
      guard let found = RobotsPattern.end(of: part, in: rest) else { return false }
      rest = rest[found...]
    }
    guard let last = parts.last else { return true }
    return isAnchored ? rest.suffix(last.count).elementsEqual(last) : RobotsPattern.end(of: last, in: rest) != nil
  }

  /// Past the place where a part stands first (Knuth, Morris and Pratt: no byte of the target is looked at twice).
  private static func end(of part: ArraySlice<UInt8>, in target: ArraySlice<UInt8>) -> Int? {
    let part = Array(part)
    guard !part.isEmpty else { return target.startIndex }
    // How much of the part's beginning stands at the end of what has matched.
    var borders = [Int](repeating: 0, count: part.count)
    var border = 0
    for index in part.indices.dropFirst() {
      while border > 0, part[border] != part[index] { border = borders[border - 1] }
      if part[border] == part[index] { border += 1 }
      borders[index] = border
    }
    var matched = 0
    for index in target.indices {
      while matched > 0, part[matched] != target[index] { matched = borders[matched - 1] }
      if part[matched] == target[index] { matched += 1 }
      if matched == part.count { return index + 1 }
    }
    return nil
  }

  /// Whether a target begins with what stands before the first star.
  func beginsAlike(_ target: [UInt8]) -> Bool { target.starts(with: bytes.prefix(firstStar ?? count)) }
}
