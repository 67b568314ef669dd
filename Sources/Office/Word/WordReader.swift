import Containers
import PageContent
import TableStructure

/// Reads a Word document (.docx, transitional or strict).
package enum WordReader {
  package static let mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
  private static let format = "Word document"
  /// Each section may have six.
  private static let mostHeads = 200

  package static func read(_ content: FileContent) throws(InputError) -> OfficeContent {
    let package = try OfficePackage(content, format: format)
    let main = try package.mainPart()
    let relationships = try package.relationships(of: main)
    let styles = WordStyles()
    let numbering = WordNumbering()
    if let part = relationships.first(ofType: "styles") { try package.read(part.target, into: styles) }
    if let part = relationships.first(ofType: "numbering") { try package.read(part.target, into: numbering) }
    var result = OfficeContent(mediaType: mediaType)

    func read(_ target: String, _ part: PartPlace.Part) throws(InputError) -> [Block] {
      let reader = WordPartReader(part: part, styles: styles, numbering: numbering)
      try package.read(target, into: reader)
      if let excess = reader.excess { throw .packsTooMuch(excess) }
      result.leftOut += reader.leftOut
      guard part == .body else { return reader.blocks }
      result.tableCount = reader.tableCount
      var tables = ParagraphTables(reader.lines)
      let blocks = tables.blocks(reader.blocks)
      result.leftOut += tables.leftOut
      return blocks
    }

    result.blocks = RepeatedHeads.joined(try read(main, .body))
    for (type, part) in [("footnotes", PartPlace.Part.footnotes), ("endnotes", .endnotes)] {
      if let notes = relationships.first(ofType: type) { result.blocks += try read(notes.target, part) }
    }
    for (type, part) in [("header", PartPlace.Part.header), ("footer", .footer)] {
      for head in relationships.all(ofType: type).prefix(mostHeads) {
        for case .paragraph(let paragraph) in try read(head.target, part)
        where !result.runningHeads.contains(where: { $0.text == paragraph.text }) {
          result.runningHeads.append(paragraph)
          let reason: LeftOut.Reason = PageNumber(paragraph.text) == nil ? .runningHead : .pageNumber
          result.leftOut.append(LeftOut(reason: reason, text: paragraph.text, location: paragraph.location))
        }
      }
    }
    return result
  }
}
