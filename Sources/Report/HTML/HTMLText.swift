/// An HTML page as it is written: elements with their attributes, everything from a document escaped.
struct HTMLText {
  private(set) var text = ""

  /// Writes markup of this program's own making.
  mutating func raw(_ markup: String) { text += markup }

  mutating func words(_ content: String) { text += content.escapedForXML }

  mutating func open(_ name: String, _ attributes: [(String, String?)] = []) {
    text += "<\(name)"
    for case (let key, let value?) in attributes { text += " \(key)=\"\(value.escapedForXML)\"" }
    text += ">"
  }

  mutating func close(_ name: String) { text += "</\(name)>" }

  mutating func lineEnd() { text += "\n" }

  /// An element that holds words only.
  mutating func element(_ name: String, _ attributes: [(String, String?)] = [], _ content: String) {
    open(name, attributes)
    words(content)
    close(name)
  }

  /// An element with what the closure writes, on lines of its own.
  mutating func block(
    _ name: String, _ attributes: [(String, String?)] = [], _ content: (inout HTMLText) -> Void
  ) {
    open(name, attributes)
    lineEnd()
    content(&self)
    close(name)
    lineEnd()
  }

  /// What is folded until a reader asks for it.
  mutating func folded(
    _ summary: String, _ attributes: [(String, String?)] = [], _ content: (inout HTMLText) -> Void
  ) {
    block("details", attributes) { html in
      html.element("summary", [], summary)
      html.lineEnd()
      content(&html)
    }
  }
}
