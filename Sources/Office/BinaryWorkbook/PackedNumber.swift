/// A number in four bytes (RK, [MS-XLS] 2.5.217): an integer or the upper half of a double, perhaps a hundredth of it.
enum PackedNumber {
  static func value(_ bits: Int) -> Double {
    let number =
      bits & 2 != 0
      ? Double(Int32(truncatingIfNeeded: bits) >> 2) : Double(bitPattern: UInt64(bits & 0xFFFF_FFFC) << 32)
    return bits & 1 != 0 ? number / 100 : number
  }
}
