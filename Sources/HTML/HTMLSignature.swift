import PageContent

extension HTMLFile {
  /// Whether a file is the source of a web page: by its first elements, whatever it is called.
  package static func isHTML(_ content: FileContent) -> Bool {
    let head = content.withBytes { bytes in ascii(bytes.prefix(headLength)) }
    if FileSignature.isWebPage(head) { return true }
    guard let name = firstElement(of: head) else { return false }
    if wholePages.contains(name) { return true }
    // A text, too, may begin with the markup of a table; one that holds nothing besides is a page.
    return parts.contains(name) && content.count <= mostBytes && holdsOnlyElements(content)
  }

  private static let headLength = 4096

  /// What of a page says which elements there are: ASCII in whatever encoding.
  private static func ascii(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String {
    String(decoding: bytes.filter { $0 != 0 }.map { $0 < 0x80 ? $0 : 0x3F }.drop { $0 == 0x3F }, as: UTF8.self)
  }

  private static let wholePages: Set = ["html", "head", "body", "meta", "title", "style", "script", "link", "base"]
  private static let parts: Set = ["table", "div", "center", "p", "font", "span", "section", "article"]

  private static func firstElement(of head: String) -> String? {
    guard head.first(where: { !$0.isWhitespace }) == "<" else { return nil }
    for token in HTMLTokens(head) {
      switch token {
      case .start(let tag): return tag.name
      case .text(let text) where text.allSatisfy(\.isWhitespace): continue
      default: return nil
      }
    }
    return nil
  }

  private static func holdsOnlyElements(_ content: FileContent) -> Bool {
    let bytes = content.copied()
    var depth = 0
    var hasRow = false
    for token in HTMLTokens(PageEncoding.detect(bytes, contentType: nil).text(of: bytes)) {
      switch token {
      case .start(let tag):
        if parts.contains(tag.name) { depth += 1 }
        if tag.name == "tr" { hasRow = true }
      case .end(let name): if parts.contains(name) { depth -= 1 }
      case .text(let text): if depth <= 0, !text.allSatisfy(\.isWhitespace) { return false }
      case .raw: continue
      }
    }
    return hasRow
  }
}
