/// The integers that a script assigns to some variables: `var countPage = 3`, `total='12'`. Found in one pass for all of
/// them; the first assignment of a number counts.
struct AssignedNumbers {
  private var values: [String: Int] = [:]

  init(of variables: [String], in script: String) {
    var wanted = Set(variables.filter { !$0.isEmpty && $0.utf8.allSatisfy(AssignedNumbers.mayStandInName) })
    let longest = wanted.map(\.utf8.count).max() ?? 0
    guard longest > 0 else { return }
    let bytes = Array(script.utf8)
    let blank = UInt8(ascii: " ")
    var index = 0
    while !wanted.isEmpty, let equals = bytes[index...].firstIndex(of: UInt8(ascii: "=")) {
      defer { index = equals + 1 }
      // What stands before the last such sign was looked at already.
      let left = bytes[index..<equals]
      let end = left.lastIndex { $0 != blank }.map { $0 + 1 } ?? index
      let name = left[..<end].reversed().prefix { AssignedNumbers.mayStandInName($0) }
      guard name.count <= longest else { continue }
      let variable = String(decoding: name.reversed(), as: UTF8.self)
      guard wanted.contains(variable) else { continue }
      let digits = bytes[(equals + 1)...].drop { $0 == blank || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        .prefix { (0x30...0x39).contains($0) }
      guard let number = ForeignNumber.value(String(decoding: digits, as: UTF8.self)) else { continue }
      values[variable] = number
      wanted.remove(variable)
    }
  }

  subscript(variable: String) -> Int? { values[variable] }

  /// Letters, digits and `_`, of ASCII alone.
  static func mayStandInName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
