/// The numbering that begins a heading or list item: `一、`, `（二）`, `3.`, `4、`, `第五部分`, `①`.
package enum HeadingMark {
  package static func begins(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, mayBegin(first) else { return false }
    return begins(Array(text.unicodeScalars)[...])
  }

  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "(", "第", "\u{2460}"..."\u{24FF}": true
    default: scalar.isDigit || isNumeral(scalar) || isBullet(scalar)
    }
  }

  package static func begins(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = text.first else { return false }
    if isBullet(first) || (0x2460...0x24FF).contains(first.value) { return true }
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
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "零", "〇": true
    default: false
    }
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "#", "-", "*", "•", "●", "○", "■", "□", "◆", "★", "·", "※", "|", ">": true
    default: false
    }
  }
}
