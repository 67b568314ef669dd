import PageContent
import TableStructure

@testable import Disclosure

/// The narrative of lines of text.
func narrative(_ lines: String..., fiscalYear: Int? = 2022, department: String? = nil) -> Narrative {
  let paragraphs = lines.enumerated().map { index, line in
    Paragraph(text: line, location: .line(index + 1, columns: 1...max(1, line.unicodeScalars.count)))
  }
  return NarrativeReader.narrative(of: paragraphs, fiscalYear: fiscalYear, department: department)
}

extension NarrativeFact {
  /// `kind measure textunit`, with what else is told behind it.
  var summary: String {
    [
      kind, measure.rawValue, text + unit, direction?.rawValue, comparedYear.map(String.init), base.map { "of \($0)" },
      isInReason ? "in reason" : nil, statedReason ? "with reason" : nil,
    ]
    .compactMap { $0 }.joined(separator: " ")
  }
}
