/// The number of a page, as it is printed on it, or stands on a line of its own where a text was taken from pages.
///
/// `12`, `- 12 -`, `第 12 页`, `第12页，共30页`, `共30页 第12页`, `12/30`, `-- 3 of 29 --`, `Page 3 of 29`, `P12`, `第十二页`.
package struct PageNumber: Sendable, Hashable {
  package var number: Int
  /// Whether it says that it is one: neither a bare figure nor one with a sign.
  package var isMarked: Bool

  /// Reads a text without layout spaces; nil where it is anything else.
  package init?(_ text: String) {
    self.init(text.unicodeScalars.prefix(Self.longest + 1))
  }

  /// Reads scalars among which layout spaces may stand.
  package init?(_ scalars: some Collection<Unicode.Scalar>) {
    guard scalars.count <= Self.longest else { return nil }
    var parts = Parts(scalars.filter { !$0.isLayoutSpace }[...])
    let isOpened = parts.dropMarks(fromEnd: false)
    let isClosed = parts.dropMarks(fromEnd: true)
    guard let (number, isMarked) = parts.number() else { return nil }
    self.number = number
    self.isMarked = isMarked || isOpened && isClosed
  }

  /// In scalars, without spaces a little less.
  private static let longest = 30
}

/// What is left to read of a page number.
private struct Parts {
  private var rest: ArraySlice<Unicode.Scalar>

  init(_ scalars: ArraySlice<Unicode.Scalar>) { rest = scalars }

  /// Drops the ornaments at one end; tells whether there were any.
  mutating func dropMarks(fromEnd: Bool) -> Bool {
    let count = rest.count
    while let scalar = fromEnd ? rest.last : rest.first, Self.ornaments.contains(scalar) {
      if fromEnd { rest.removeLast() } else { rest.removeFirst() }
    }
    return rest.count < count
  }

  private static let ornaments = Set("-‐‑‒–—―−－~～〜·•∙*＊|｜".unicodeScalars)

  /// The number that the whole of it is, and whether words or a count of pages say so.
  mutating func number() -> (Int, isMarked: Bool)? {
    let isEnglish = take("page") || take("p")
    if isEnglish { _ = take(".") }
    var count: Int?
    if take("共") {
      guard let pages = figure(), take("页") else { return nil }
      count = pages
      skipSeparators()
    }
    let isOrdinal = take("第")
    guard let number = isOrdinal ? figure() ?? chineseFigure() : figure() else { return nil }
    let isCounted = take("页")
    if isOrdinal && !isCounted { return nil }
    var isMarked = isEnglish || isOrdinal || isCounted || count != nil
    if rest.isEmpty { return count.map { number <= $0 } ?? true ? (number, isMarked) : nil }
    guard count == nil else { return nil }
    let isFraction = take("/") || take("／") || take("of")
    skipSeparators()
    if take("共") || isCounted && take("总") {
      let isRead = (figure() ?? chineseFigure()) != nil && take("页") && rest.isEmpty
      return isRead ? (number, true) : nil
    }
    guard isFraction else { return nil }
    isMarked = true
    let pages = figure()
    _ = take("页")
    guard rest.isEmpty, let pages, number <= pages else { return nil }
    return (number, isMarked)
  }

  private mutating func skipSeparators() {
    while let scalar = rest.first, "/／,，、".unicodeScalars.contains(scalar) { rest.removeFirst() }
  }

  /// Takes a word in whatever case.
  private mutating func take(_ word: String) -> Bool {
    var left = rest
    for scalar in word.unicodeScalars {
      guard let first = left.popFirst(), first == scalar || first.isASCIILetter && first.value | 0x20 == scalar.value
      else { return false }
    }
    rest = left
    return true
  }

  private mutating func figure() -> Int? {
    let digits = rest.prefix { $0.digit != nil }
    guard (1...4).contains(digits.count) else { return nil }
    rest = rest[digits.endIndex...]
    return digits.reduce(0) { 10 * $0 + ($1.digit ?? 0) }
  }

  /// 一 to 九十九.
  private mutating func chineseFigure() -> Int? {
    var value = 0
    var digit: Int?
    let scalars = rest.prefix { Self.chineseDigits[$0] != nil || $0 == "十" }
    guard !scalars.isEmpty else { return nil }
    for scalar in scalars {
      if scalar == "十" {
        value += 10 * (digit ?? 1)
        digit = nil
      } else {
        digit = Self.chineseDigits[scalar]
      }
    }
    rest = rest[scalars.endIndex...]
    return value + (digit ?? 0)
  }

  private static let chineseDigits: [Unicode.Scalar: Int] = [
    "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
}
