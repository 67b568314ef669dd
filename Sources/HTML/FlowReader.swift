import PageContent
import TableStructure

/// Reads a page whose text flows: its paragraphs and tables in their order.
final class FlowReader {
  let page: StyledTree
  let furniture: SiteFurniture
  /// Which of the pages that make the document it is, from 1.
  let pageNumber: Int
  /// How many paragraphs and tables came before, on this page and those before it.
  private(set) var blockCount: Int
  private(set) var leftOut: [LeftOut] = []
  /// The paragraphs outside of tables, as they are set.
  private(set) var lines: [ParagraphTables.Line] = []
  /// Why the page is not read to its end.
  var problem: InputError?

  /// What takes the blocks that come: the page itself, or a cell.
  struct Container {
    var isCell: Bool
    var blocks: [Block] = []
    var lines: [String] = []
    var isBold = true
  }

  var containers: [Container] = [Container(isCell: false)]

  // The paragraph that is open.
  private var text = FlowText()
  private var textPath = ElementPath.root
  private var headingLevel: Int?
  /// The number of a list's item that waits for its text.
  private var mark = ""
  private var marks: [ListMarks?] = []

  init(_ page: StyledTree, pageNumber: Int, blocksBefore: Int) {
    self.page = page
    self.pageNumber = pageNumber
    blockCount = blocksBefore
    furniture = SiteFurniture(page.tree)
  }

  var blocks: [Block] { containers.first?.blocks ?? [] }

  /// - Throws: `.packsTooMuch`.
  func read() throws(InputError) {
    guard let html = page.tree.nodes.indices.first else { return }
    var counts: [String: Int] = [:]
    read(html, page.path(of: html, &counts, below: .root), ElementLooks(), isRoot: true)
    endParagraph()
    if let problem { throw problem }
  }

  // MARK: Elements

  /// - Parameter isRoot: whether it holds all of the page, and so cannot be what stands around it.
  func read(_ index: Int, _ path: ElementPath, _ around: ElementLooks, isRoot: Bool = false) {
    let name = page.tree.name(index)
    if problem != nil || SiteFurniture.unprinted.contains(name) { return }
    let styles = page.styles(of: index)
    let looks = page.looks(of: index, in: around, styles)
    if let reason = looks.hidden { return leave(index, path, name == "tr" ? .hiddenRow : reason) }
    if looks.isStruckOut, !around.isStruckOut { return leave(index, path, .deletedText) }
    if ["header", "footer", "comment-list"].contains(styles["mso-element"] ?? "") {
      return leave(index, path, .runningHead)
    }
    let holdsAll = isRoot || name == "body"
    if !holdsAll, furniture.contains(index) { return leave(index, path, .navigation) }
    if let count = styles["mso-tab-count"].flatMap({ Int($0.prefix { $0.isNumber }) }) { return put(tabs: count, path) }
    switch name {
    case "br": lineBreak(path)
    case "table": readTable(index, path, looks)
    case "ol", "ul":
      endParagraph()
      let type = styles["list-style-type"] ?? styles["list-style"] ?? page.tree.attribute("type", of: index)
      let start = page.tree.attribute("start", of: index).flatMap { Int32($0) }.map(Int.init)
      marks.append(name == "ol" ? ListMarks(start: start, type: type) : nil)
      readChildren(index, path, looks, isRoot: false)
      endParagraph()
      marks.removeLast()
    case "li":
      endParagraph()
      let value = page.tree.attribute("value", of: index).flatMap { Int32($0) }.map(Int.init)
      if !marks.isEmpty { mark = marks[marks.count - 1]?.mark(value: value) ?? "" }
      readChildren(index, path, looks, isRoot: false)
      endParagraph()
      mark = ""
    default:
      let isBlock = FlowReader.isBlock(name, styles)
      if isBlock { endParagraph() }
      let level = headingLevel
      if let new = FlowReader.level(of: name) { headingLevel = new }
      readChildren(index, path, looks, isRoot: holdsAll)
      if isBlock { endParagraph() }
      headingLevel = level
    }
  }

  func readChildren(_ index: Int, _ path: ElementPath, _ looks: ElementLooks, isRoot: Bool) {
    let isBlock = isRoot || FlowReader.isBlock(page.tree.name(index), page.styles(of: index))
    var counts: [String: Int] = [:]
    for child in page.tree.children(index) {
      if page.tree.nodes[child].isText {
        put(page.tree.text(child), looks, path)
      } else {
        let way = page.path(of: child, &counts, below: path)
        read(child, way, looks)
        // What follows a block in this one is a paragraph of this one's.
        if isBlock, text.isEmpty { textPath = path }
      }
    }
  }

  private static func isBlock(_ name: String, _ styles: StyleDeclarations) -> Bool {
    switch styles["display"] {
    case "inline", "inline-block", "contents": return false
    case let value? where value != "none" && !value.hasPrefix("inline") && value != "initial": return true
    default: return blockElements.contains(name)
    }
  }

  private static let blockElements: Set = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "legend", "li", "listing", "main", "menu", "ol", "p", "pre", "section", "summary", "ul", "caption", "td", "th",
    "tr", "tbody", "thead", "tfoot", "table", "xmp",
  ]

  private static func level(of name: String) -> Int? {
    guard name.utf8.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()), (1...6).contains(level) else {
      return nil
    }
    return level
  }

  // MARK: Text

  private func put(_ piece: String, _ looks: ElementLooks, _ path: ElementPath) {
    if looks.isInvisible { return leave(piece, path, .hiddenText) }
    if looks.isOnItsColour { return leave(piece, path, .backgroundColour) }
    if text.isEmpty {
      guard piece.utf8.contains(where: { $0 > 0x20 }) else { return }
      textPath = path
      if !mark.isEmpty {
        text.append(mark, looks)
        mark = ""
      }
    }
    text.append(piece, looks)
  }

  private func put(tabs count: Int, _ path: ElementPath) {
    if text.isEmpty { textPath = path }
    for _ in 0..<min(max(1, count), 16) { text.mark("\t") }
  }

  private func lineBreak(_ path: ElementPath) {
    if !text.isEmpty { text.mark("\n") }
  }

  /// Text that is left out.
  private func leave(_ text: String, _ path: ElementPath, _ reason: LeftOut.Reason) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    leftOut.append(
      LeftOut(
        reason: reason, text: SpacedText.line(String(text.prefix(FlowReader.longestLeftOut))),
        location: .element(ElementPlace(page: pageNumber, path: path, block: max(1, blockCount)))))
  }

  /// All that an element holds.
  func leave(_ index: Int, _ path: ElementPath, _ reason: LeftOut.Reason) {
    var whole = ""
    for node in page.tree.descendants(index) where page.tree.nodes[node].isText {
      let parent = page.tree.parent(node).map(page.tree.name) ?? ""
      if SiteFurniture.unprinted.contains(parent) { continue }
      whole += page.tree.text(node)
      if whole.utf8.count > 4 * FlowReader.longestLeftOut { break }
    }
    leave(whole, path, reason)
  }

  private static let longestLeftOut = 200

  // MARK: Paragraphs

  func nextBlock() -> Int {
    blockCount += 1
    return blockCount
  }

  func endParagraph() {
    guard !text.isEmpty else { return }
    let paragraph = text
    text = FlowText()
    let set = SetLines.lines(of: paragraph.text)
    let last = containers.count - 1
    guard last >= 0, !set.isEmpty else { return }
    // Those in cells are their table's.
    let place = ElementPlace(
      page: pageNumber, path: textPath, block: containers[last].isCell ? max(1, blockCount) : nextBlock())
    if containers[last].isCell {
      containers[last].lines += set.map(\.text)
      if !paragraph.isAllBold { containers[last].isBold = false }
    } else {
      for line in paragraph.text.split(separator: "\n", omittingEmptySubsequences: false) {
        lines.append(ParagraphTables.Line(place: .element(place), text: String(line)))
      }
    }
    for line in set {
      let first = line.range.lowerBound + 1
      let columns = first...max(first, line.range.upperBound)
      containers[last].blocks.append(
        .paragraph(
          Paragraph(
            text: SpacedText.line(line.text), location: Location.element(place).characters(columns),
            isBold: paragraph.isAllBold, fontSize: paragraph.size, headingLevel: set.count == 1 ? headingLevel : nil)))
    }
  }

  func add(_ block: Block) { containers[containers.count - 1].blocks.append(block) }
}
