import PageContent

/// The numbering that begins a heading or list item: `一、`, `（二）`, `3.`, `4、`, `第五部分`, `①`.
package enum HeadingMark {
  package static func begins(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, mayBegin(first) else { return false }
    return begins(Array(text.unicodeScalars)[...])
  }

  private static func mayBegin(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "(", "第", "\u{2460}"..."\u{24FF}": true
    default: scalar.isDigit || scalar.isChineseNumeral || isBullet(scalar)
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
      return inner[..<close].allSatisfy { $0.isDigit || $0.isChineseNumeral || $0.isBlank }
    }
    if first == "第" {
      let rest = text.dropFirst().drop { $0.isChineseNumeral || $0.isDigit || $0.isBlank }
      return rest.first.map { "部章节条款".unicodeScalars.contains($0) } ?? false
    }
    if first.isChineseNumeral {
      return text.drop(while: \.isChineseNumeral).first.map { "、．.".unicodeScalars.contains($0) } ?? false
    }
    if first.isDigit {
      let rest = text.drop(while: \.isDigit)
      guard text.count - rest.count <= 3, let mark = rest.first else { return false }
      // `3.5 万元` is a number.
      return mark == "、" || ("．.)）".unicodeScalars.contains(mark) && rest.dropFirst().first?.isDigit != true)
    }
    return false
  }

  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "#", "-", "*", "•", "●", "○", "■", "□", "◆", "★", "·", "※", "|", ">": true
    default: false
    }
  }
}
