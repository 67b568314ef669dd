/// An HTML page as it is written: elements with their attributes, everything from a document escaped.
///
/// It stays smaller than 3 MB, so that any browser shows it and any mail takes it: who writes a part asks whether there is
/// room for more, and says what was left out.
struct HTMLText {
  private(set) var text = ""

  /// Where a part of the page ends at the latest, in bytes: what follows has its own room.
  enum Part: Int {
    case findings = 2_550_000
    case checks = 2_700_000
    case tables = 2_900_000
  }

  /// Words end here, whoever writes them.
  private static let mostBytes = 2_950_000

  func hasRoom(in part: Part) -> Bool { text.utf8.count < part.rawValue }

  /// Writes markup of this program's own making.
  mutating func raw(_ markup: String) { text += markup }

  mutating func words(_ content: String) {
    let room = max(0, HTMLText.mostBytes - text.utf8.count)
    // What is longer than the room is not escaped to find that out.
    let escaped = content.utf8.count > room ? "…" : content.escapedForXML
    text += escaped.utf8.count > room ? "…" : escaped
  }

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

  /// Says how much of what stands before it was left out; nothing where all of it is there.
  mutating func leftOut(_ count: Int, _ unit: String) {
    if count == 0 { return }
    element("p", [("class", "note")], "本页以3 MB为限，其余\(count)\(unit)从略；全部内容见 JSON。")
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
