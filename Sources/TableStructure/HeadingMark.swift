/// The numbering that begins a heading or list item: `一、`, `（二）`, `3.`, `4、`, `第五部分`, `①`.
package enum HeadingMark {
  package static func begins(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first else { return false }
    if "#-*•●○■□◆★·※|>".unicodeScalars.contains(first) || (0x2460...0x24FF).contains(first.value) { return true }
    if first == "（" || first == "(" {
      let inner = text.dropFirst().prefix(6)
      guard let close = inner.firstIndex(where: { $0 == "）" || $0 == ")" }), close > inner.startIndex else {
        return false
      }
      return inner[..<close].allSatisfy { $0.isDigit || isNumeral($0) || $0.isBlank }
    }
    if first == "第" {
      let rest = text.dropFirst().drop { isNumeral($0) || $0.isDigit || $0.isBlank }
      return rest.first.map { "部章节条款".unicodeScalars.contains($0) } ?? false
    }
    if isNumeral(first) {
      return text.drop(while: isNumeral).first.map { "、．.".unicodeScalars.contains($0) } ?? false
    }
    if first.isDigit {
      let rest = text.drop(while: \.isDigit)
      guard text.count - rest.count <= 3, let mark = rest.first else { return false }
      // `3.5 万元` is a number.
      return mark == "、" || ("．.)）".unicodeScalars.contains(mark) && rest.dropFirst().first?.isDigit != true)
    }
    return false
  }

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    "一二三四五六七八九十百零〇".unicodeScalars.contains(scalar)
  }
}
