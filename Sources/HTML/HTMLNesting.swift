import PageContent

/// How deep a page's markup nests, told before it is parsed: the time that a parser takes grows with the depth, and so
/// does the number of elements that it makes of formatting that is never closed.
struct HTMLNesting {
  private var open: [String] = []
  private var counts: [String: Int] = [:]
  /// Formatting elements that are started and not ended: a parser starts them again in each new block.
  private var formatting = 0

  /// Whether it nests deeper than any page of people.
  static func isTooDeep(_ text: String) -> Bool {
    var nesting = HTMLNesting()
    for token in HTMLTokens(text) {
      switch token {
      case .start(let tag): nesting.start(tag.name)
      case .end(let name): nesting.end(name)
      case .text, .raw: continue
      }
      if nesting.open.count > deepest || nesting.formatting > deepest { return true }
    }
    return false
  }

  /// More than the tree may have: what is left open here is often closed by the parser.
  private static let deepest = 4 * HTMLTree.deepest

  private mutating func start(_ name: String) {
    if HTMLNesting.void.contains(name) { return }
    if HTMLNesting.formattingElements.contains(name) { formatting += 1 }
    // One that closes the one before it.
    if HTMLNesting.implied.contains(name) { return }
    open.append(name)
    counts[name, default: 0] += 1
  }

  private mutating func end(_ name: String) {
    if HTMLNesting.formattingElements.contains(name) { formatting = max(0, formatting - 1) }
    guard counts[name, default: 0] > 0 else { return }
    while let last = open.popLast() {
      counts[last, default: 1] -= 1
      if last == name { break }
    }
  }

  private static let void: Set = [
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link",
    "meta", "param", "source", "track", "wbr", "script", "style", "textarea", "title",
  ]
  private static let implied: Set = [
    "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup", "caption", "colgroup",
  ]
  private static let formattingElements: Set = [
    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
  ]
}
