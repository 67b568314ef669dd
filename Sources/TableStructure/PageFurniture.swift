/// Lines that belong to the page, not to what it says.
enum PageFurniture {
  /// Marks page numbers and decorative rules in place: true where the line is to be passed over.
  ///
  /// A bare number needs a blank line or a page's edge beside it: in a text copied cell by cell it is an amount.
  static func marks(in lines: [TextLine]) -> [Bool] {
    lines.indices.map { index in
      let text = lines[index].text
      guard !text.isEmpty, text.count <= 80 else { return false }
      if isRule(text) || isMarkedPageNumber(text) { return true }
      guard text.count <= 3, text.allSatisfy(\.isDigit), !lines[index].hasTab else { return false }
      return index == 0 || index + 1 == lines.count || lines[index].startsPage || lines[index - 1].isBlank
        || lines[index + 1].isBlank || lines[index + 1].startsPage
    }
  }

  /// `- 12 -`, `— 12 —`, `第 3 页`, `第 3 页 共 20 页`.
  private static func isMarkedPageNumber(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard text.count <= 24, let first = text.first, let last = text.last else { return false }
    let inner = text.filter { !$0.isBlank }
    let digits = inner.count { $0.isDigit }
    guard digits > 0, digits <= 8 else { return false }
    if isDash(first), isDash(last) {
      return inner.allSatisfy { isDash($0) || $0.isDigit } && inner.drop(while: isDash).first?.isDigit == true
        && inner.drop(while: isDash).drop(while: \.isDigit).allSatisfy(isDash)
    }
    return first == "第" && last == "页" && inner.allSatisfy { $0.isDigit || "第页共，,/／".unicodeScalars.contains($0) }
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D: true
    default: false
    }
  }

  /// A line of nothing but dashes, underscores or the like.
  private static func isRule(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard text.count >= 3, let first = text.first, "-_=*".unicodeScalars.contains(first) else { return false }
    return text.allSatisfy { $0 == first || $0 == " " }
  }
}
