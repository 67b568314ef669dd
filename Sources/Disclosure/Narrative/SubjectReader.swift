import PageContent
import TableStructure

/// Tells what words are about.
struct SubjectReader {
  let paragraphs: [Paragraph]
  let wording: NarrativeWording
  var sectionKind = NarrativeSection.Kind.other
  private let department: Word?

  init(_ paragraphs: [Paragraph], department: String?, _ wording: NarrativeWording) {
    self.paragraphs = paragraphs
    self.wording = wording
    self.department = department.map { Word(Wording.normalised($0)) }
  }

  func phrase(in passage: Passage) -> SubjectPhrase {
    SubjectPhrase(wording: wording, text: passage.text, department: department)
  }

  /// The subject that some words name; nil where they name none.
  func subject(_ range: Range<Int>, in passage: Passage, isHeading: Bool = false) -> NarrativeSubject? {
    let phrase = phrase(in: passage)
    var words = phrase.trimmed(range)
    if isHeading {
      while let count = passage.text[words].trailing(wording[.headingTail]), count < words.count {
        words = words.lowerBound..<words.upperBound - count
      }
    }
    guard !words.isEmpty, isHeading || !phrase.namesNothing(words) else { return nil }
    let text = passage.text[words]
    let printed = passage.printed(words, in: paragraphs)
    if let path = ClassificationPath(text) {
      let kind = ["classExpenditure", "divisionExpenditure", "itemExpenditure"][min(max(path.depth, 1), 3) - 1]
      return NarrativeSubject(words: printed, kind: kind, path: path.names, code: path.code)
    }
    if Catalogue.shared.classNames.contains(printed) {
      return NarrativeSubject(words: printed, kind: "classExpenditure", path: [printed])
    }
    return NarrativeSubject(words: printed, kind: wording.factKind(text, in: sectionKind))
  }
}
