import TableStructure

/// What LibreOffice writes in place of a field whose bookmark is gone, whatever the document showed there: drafts are full
/// of them, since tables of contents leave their fields behind.
enum BrokenReferences {
  /// In the language in which LibreOffice is run here.
  private static let words = Array("Error: Reference source not found".utf8)

  static func removed(from blocks: [Block]) -> [Block] {
    blocks.compactMap { block in
      switch block {
      case .paragraph(var paragraph):
        guard let text = removed(from: paragraph.text) else { return block }
        paragraph.text = text
        return text.isEmpty ? nil : .paragraph(paragraph)
      case .table(var table):
        for index in table.cells.indices {
          if let text = removed(from: table.cells[index].text) { table.cells[index].text = text }
        }
        return .table(table)
      }
    }
  }

  /// nil where there is none.
  static func removed(from text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= words.count else { return nil }
    var kept: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == words[0], bytes[index...].starts(with: words) {
        index += words.count
      } else {
        kept.append(bytes[index])
        index += 1
      }
    }
    return kept.count == bytes.count ? nil : String(decoding: kept, as: UTF8.self)
  }
}
