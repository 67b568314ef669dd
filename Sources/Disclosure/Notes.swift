import PageContent
import TableStructure

/// What is printed below a table.
enum Note {
  /// The most paragraphs that the notes below a table take.
  static let longest = 12

  /// 27行=(1+2+…)行, 1栏各行=(2+3)栏各行.
  static func isFormula(_ text: String) -> Bool {
    guard let equals = text.firstIndex(of: "="), text.first?.isNumber ?? false || text.begins(with: "第") else {
      return false
    }
    let left = text[..<equals]
    return left.count < 12 && (left.holds("行") || left.holds("栏"))
  }

  /// A title is no note, whatever its ordinal: 十二、机关运行经费支出预算表(单位:万元).
  fileprivate static func isTitle(_ text: String) -> Bool {
    text.ends(with: "表") || text.ends(with: ")") && (text.holds("表(") || text.ends(with: "表)"))
  }
}

extension FormTable.Note {
  /// A note as pages, documents and sheets have it alike.
  init(printed text: String, at location: Location) { self.init(text: TextJoin.closed(text), location: location) }
}

extension Catalogue {
  /// How many of the paragraphs below a table are its notes.
  func noteCount(in paragraphs: ArraySlice<Paragraph>) -> Int {
    var count = 0
    for paragraph in paragraphs.prefix(Note.longest) {
      let text = Wording.normalised(paragraph.text)
      if text.isEmpty || paragraph.headingLevel != nil { break }
      // 2.本表…: the note's next point.
      guard opensNote(text) || Note.isFormula(text) || count > 0 && continuesNote(text) else { break }
      count += 1
    }
    return count
  }

  private func opensNote(_ text: String) -> Bool {
    isWord(text, .noteMark) || (text.count < 80 && !Wording.hasOrdinal(text) && declaresEmpty(text))
  }

  private func continuesNote(_ text: String) -> Bool {
    if Note.isTitle(text) { return false }
    guard Wording.hasOrdinal(text) || Note.isFormula(text) else { return declaresEmpty(text) }
    return text.count < 200 && isWord(text, .noteSubject)
  }

  /// Whether the only text of a table's row is a note, and no label: 本部门无政府性基金预算收支。
  func isNoteRow(_ text: String, spansTable: Bool) -> Bool {
    if isWord(text, .noteAlone) || isWord(text, .noteMark) { return true }
    return spansTable ? text.count > 40 || declaresEmpty(text) : text.ends(with: "。") && declaresEmpty(text)
  }

  /// Whether a text states that a table is empty because there is nothing to show.
  package func declaresEmpty(_ note: String) -> Bool {
    let text = Wording.normalised(note)
    if isWord(text, .emptyStatement) { return true }
    return words(.noneStatement).texts.contains { none in
      text.range(of: none).map { isWord(String(text[$0.upperBound...]), .emptySubject) } ?? false
    }
  }
}
