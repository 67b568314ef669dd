import Containers
import PageContent
import TableStructure

/// Reads a part of a Word document that flows: its body, its notes, a header or a footer.
final class WordPartReader: XMLHandler {
  private(set) var leftOut: [LeftOut] = []
  /// The paragraphs of the part itself, as they are set.
  private(set) var lines: [ParagraphTables.Line] = []
  /// Why the part is not read to its end.
  var excess: String?

  let part: PartPlace.Part
  let styles: WordStyles
  private var counter: ListCounter
  private let defaultStyle: WordStyles.Style

  /// What takes the blocks that come: the part itself, a cell, a text box.
  var containers: [Container] = [Container(isCell: false)]
  var tables: [WordTable] = []
  /// The cells that are open, the innermost last.
  var cells: [WordTable.Cell] = []
  var paragraphs: [WordParagraph] = []
  /// The elements that are open, but for those that are passed over.
  var path: [String] = []
  private var skipDepth = 0
  /// Text that is struck out is passed over, and told.
  private var struckOut: String?
  private var isInText = false
  /// For each field that is open, whether what comes is its code, and the code.
  private var fields: [(isCode: Bool, code: String)] = []
  private var paragraphCount = 0
  var tableCount = 0
  var blockCount = 0
  private var text: [UInt8] = []

  struct Container {
    let isCell: Bool
    var blocks: [Block] = []
    var lines: [String] = []
    var isBold = true
  }

  /// Tables in tables, and text boxes in text boxes, lie deeper nowhere.
  static let deepest = 24

  init(part: PartPlace.Part, styles: WordStyles, numbering: WordNumbering) {
    self.part = part
    self.styles = styles
    counter = ListCounter(numbering)
    defaultStyle = styles.resolved(styles.defaultParagraph)
  }

  var blocks: [Block] { containers.first?.blocks ?? [] }
  var isDone: Bool { excess != nil }

  // MARK: Elements

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    if skipDepth > 0 {
      skipDepth += 1
      isInText = struckOut != nil && name.vocabulary == .word && (name.local == "delText" || name.local == "t")
      return
    }
    if name.vocabulary == .compatibility, name.local == "Fallback" {
      skipDepth = 1
      return
    }
    guard name.vocabulary == .word else { return }
    if isPassedOver(name.local, attributes) {
      skipDepth = 1
      return
    }
    begin(name.local, attributes)
    path.append(name.local)
  }

  func end(_ name: XMLName) {
    if skipDepth > 0 {
      skipDepth -= 1
      isInText = false
      if skipDepth == 0, let text = struckOut {
        leave(text, .deletedText)
        struckOut = nil
      }
      return
    }
    guard name.vocabulary == .word, path.last == name.local else { return }
    path.removeLast()
    finish(name.local)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isInText else { return }
    if struckOut != nil { struckOut? += String(decoding: bytes, as: UTF8.self) } else { text += bytes }
  }

  /// What was there before a change, and what only tells how something is made.
  private func isPassedOver(_ name: String, _ attributes: XMLAttributes) -> Bool {
    if name.ends(with: "Change") { return true }
    switch name {
    case "del", "moveFrom":
      // In properties it is a mark.
      if path.last == "trPr" {
        tables.modifyLast { $0.isRowDeleted = true }
      } else if path.last != "rPr" {
        struckOut = ""
      }
      return true
    case "footnote", "endnote":
      // The lines above the notes.
      return attributes["type"].map { $0 != "normal" } ?? false
    case "sdtPr", "sectPr", "rt", "numberingChange": return true
    default: return false
    }
  }

  private func begin(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "p": beginParagraph()
    case "r": paragraphs.modifyLast { $0.beginRun() }
    case "t", "instrText": isInText = true
    case "tab" where path.last == "r", "ptab": put("\t")
    case "br", "cr": put("\n")
    case "noBreakHyphen": put("-")
    case "fldChar": takeFieldCharacter(attributes["fldCharType"] ?? "")
    case "txbxContent": open(Container(isCell: false))
    case "tbl": beginTable()
    case "tr": tables.modifyLast { $0.beginRow() }
    case "tc": beginCell()
    default:
      if !takeTableProperty(name, attributes) { takeParagraphProperty(name, attributes) }
    }
  }

  private func finish(_ name: String) {
    switch name {
    case "p": endParagraph()
    case "t":
      isInText = false
      put(String(decoding: text, as: UTF8.self))
      text.removeAll(keepingCapacity: true)
    case "instrText":
      isInText = false
      if !fields.isEmpty { fields[fields.count - 1].code += String(decoding: text, as: UTF8.self) }
      text.removeAll(keepingCapacity: true)
    case "txbxContent": if containers.count > 1 { close(containers.removeLast()) }
    case "tbl": endTable()
    case "tr":
      guard var table = tables.popLast() else { return }
      let reason: LeftOut.Reason = table.isRowDeleted ? .deletedText : .hiddenRow
      let lines = table.endRow()
      tables.append(table)
      if !lines.isEmpty { leave(lines.joined(separator: " "), reason) }
    case "tc": endCell()
    default: break
    }
  }

  // MARK: Text

  private func put(_ piece: String) {
    guard !piece.isEmpty, let last = paragraphs.indices.last, !fields.contains(where: \.isCode) else { return }
    let looks = paragraphs[last].looks(over: styles.defaults)
    if looks.isHidden ?? false { return leave(piece, .hiddenText) }
    if looks.colour?.uppercased() == "FFFFFF", !isShaded(paragraphs[last]) { return leave(piece, .backgroundColour) }
    paragraphs[last].append(piece, looks)
  }

  /// Whether white letters may be seen, as those of a table's head are.
  private func isShaded(_ paragraph: WordParagraph) -> Bool {
    paragraph.isShaded || paragraph.isRunShaded || tables.contains { $0.isShaded || $0.isRowShaded }
  }

  private func leave(_ text: String, _ reason: LeftOut.Reason) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    leftOut.append(
      LeftOut(
        reason: reason, text: SpacedText.line(text),
        location: .part(PartPlace(part: part, number: max(1, paragraphCount), block: max(1, blockCount)))))
  }

  private func takeFieldCharacter(_ type: String) {
    switch type {
    case "begin": fields.append((true, ""))
    case "separate": if !fields.isEmpty { fields[fields.count - 1].isCode = false }
    default: if let field = fields.popLast() { leave(field.code, .fieldCode) }
    }
  }

  // MARK: Paragraphs

  private func beginParagraph() {
    paragraphs.append(WordParagraph(defaultStyle))
    // Those in cells and text boxes are their table's and their paragraph's.
    guard containers.count == 1, paragraphs.count == 1 else { return }
    paragraphCount += 1
    blockCount += 1
  }

  private func takeParagraphProperty(_ name: String, _ attributes: XMLAttributes) {
    let isOfMark = path.count > 1 && path[path.count - 2] == "pPr"
    paragraphs.modifyLast { paragraph in
      switch name {
      case "pStyle": paragraph.style = styles.resolved(attributes["val"])
      case "numId": paragraph.list = attributes["val"]
      case "ilvl": paragraph.listLevel = attributes["val"].flatMap { Int($0) }
      case "outlineLvl": paragraph.outlineLevel = attributes["val"].flatMap { Int($0) }
      case "highlight": paragraph.isRunShaded = true
      case "shd":
        guard let fill = attributes["fill"], !["auto", "FFFFFF"].contains(fill.uppercased()) else { return }
        if path.last == "pPr" { paragraph.isShaded = true } else { paragraph.isRunShaded = true }
      case "rStyle":
        paragraph.letters = paragraph.letters.over(styles.resolved(attributes["val"]).letters)
      default: if path.last == "rPr", !isOfMark { paragraph.letters.take(name, attributes) }
      }
    }
  }

  private func endParagraph() {
    guard let paragraph = paragraphs.popLast() else { return }
    let list = paragraph.list ?? paragraph.style.list
    let level = paragraph.listLevel ?? paragraph.style.listLevel ?? 0
    let number = list.map { counter.next(list: $0, level: level) } ?? ""
    let text = number + paragraph.text
    let lines = SetLines.lines(of: text)
    let print = paragraph.print
    guard let last = containers.indices.last else { return }
    if containers.count == 1, paragraphs.isEmpty {
      let place = PartPlace(part: part, number: max(1, paragraphCount), block: max(1, blockCount))
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        self.lines.append(ParagraphTables.Line(place: .part(place), text: String(line)))
      }
    }
    if containers[last].isCell {
      containers[last].lines += lines.map(\.text)
      if !lines.isEmpty, !print.isBold { containers[last].isBold = false }
    }
    for line in lines {
      let place = PartPlace(
        part: part, number: max(1, paragraphCount), block: max(1, blockCount),
        columns: line.range.lowerBound + 1...max(line.range.lowerBound + 1, line.range.upperBound))
      containers[last].blocks.append(
        .paragraph(
          Paragraph(
            text: SpacedText.line(line.text), location: .part(place), isBold: print.isBold,
            fontSize: print.size,
            headingLevel: lines.count == 1 ? paragraph.headingLevel : nil)))
    }
    // What stood in text boxes follows.
    containers[last].blocks += boxes
    if containers[last].isCell { containers[last].lines += boxes.flatMap(WordPartReader.lines) }
    boxes = []
  }

  var boxes: [Block] = []

  private static func lines(of block: Block) -> [String] {
    if case .paragraph(let paragraph) = block { [paragraph.text] } else { [] }
  }
}

extension Array {
  /// Changes the last element, where there is one.
  mutating func modifyLast(_ change: (inout Element) -> Void) {
    if !isEmpty { change(&self[count - 1]) }
  }
}
