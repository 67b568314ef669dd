/// Writes JSON straight to UTF-8 bytes: the same calls give the same bytes on every machine. No floating-point
/// formatting, no locale, and no allocation but the growth of the bytes themselves.
///
///     var json = JSONWriter()
///     json.object(.block) { json in
///       json.member("unit", "万元")
///       json.member("pages", [8, 9])
///     }
///
/// Values are written where they stand; `member` and `element` write what separates them from the one before.
package struct JSONWriter {
  /// How the members of a container are laid out.
  package enum Layout {
    /// On lines of their own, indented by two more spaces.
    case block
    /// Behind each other on one line: for leaves such as cells, so that a changed cell is a changed line.
    case line
  }

  package private(set) var bytes: [UInt8] = []
  private var layout = Layout.line
  private var isFirst = true
  private var depth = 0

  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Ends the text with a line end, as files do.
  package consuming func finish() -> [UInt8] {
    literal("\n")
    return bytes
  }

  // MARK: Containers

  package mutating func object(_ layout: Layout, _ members: (inout JSONWriter) -> Void) {
    literal(layout == .line ? "{ " : "{")
    contents(layout, members)
    literal(layout == .line ? " }" : "}")
  }

  package mutating func array(_ layout: Layout, _ elements: (inout JSONWriter) -> Void) {
    literal("[")
    contents(layout, elements)
    literal("]")
  }

  /// Lets some members of a block share one line.
  package mutating func onOneLine(_ members: (inout JSONWriter) -> Void) {
    separate()
    let outer = layout
    layout = .line
    isFirst = true
    members(&self)
    layout = outer
    isFirst = false
  }

  private mutating func contents(_ inner: Layout, _ body: (inout JSONWriter) -> Void) {
    let outer = layout
    layout = inner
    isFirst = true
    depth += inner == .block ? 1 : 0
    body(&self)
    depth -= inner == .block ? 1 : 0
    if inner == .block, !isFirst { newLine() }
    layout = outer
    isFirst = false
  }

  // MARK: Separators

  /// Begins a member: its value follows.
  package mutating func member(_ name: StaticString) {
    separate()
    literal("\"")
    literal(name)
    literal("\": ")
  }

  /// Begins an element of an array: its value follows.
  package mutating func element() { separate() }

  private mutating func separate() {
    switch (layout, isFirst) {
    case (.line, true): break
    case (.line, false): literal(", ")
    case (.block, true): newLine()
    case (.block, false):
      literal(",")
      newLine()
    }
    isFirst = false
  }

  private mutating func newLine() {
    let blank: StaticString = "\n                                "
    let (count, atOnce) = (2 * depth, blank.utf8CodeUnitCount - 1)
    bytes.append(contentsOf: UnsafeBufferPointer(start: blank.utf8Start, count: 1 + min(count, atOnce)))
    for _ in 0..<max(0, count - atOnce) { literal(" ") }
  }

  // MARK: Scalars

  package mutating func null() { literal("null") }

  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  package mutating func string(_ text: String) {
    literal("\"")
    let isContiguous: Void? = text.utf8.withContiguousStorageIfAvailable { escape($0) }
    if isContiguous == nil { Array(text.utf8).withUnsafeBufferPointer { escape($0) } }
    literal("\"")
  }

  /// Writes text that is JSON already.
  mutating func literal(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ part: some Collection<UInt8>) {
    bytes.append(contentsOf: part)
  }
}
