import Audit
import Disclosure

/// Diagnostics for a person: what could not be read.
package enum ProblemText {
  /// One line for each kind of problem, with its pages or lines.
  package static func lines(_ problems: [Problem]) -> [String] {
    var kinds: [Problem.Kind] = []
    for problem in problems where !kinds.contains(problem.kind) { kinds.append(problem.kind) }
    return kinds.map { kind in
      let same = problems.filter { $0.kind == kind }
      return wording(kind, same) + place(same)
    }
  }

  /// One line for each reason why text was left out, but for page numbers and running heads.
  package static func lines(_ leftOut: [OmittedText]) -> [String] {
    leftOut.filter { !$0.isFurniture }.map { omitted in
      let quoted = omitted.texts.prefix(3).map { "“\($0)”" }.joined(separator: ", ")
      let pages = omitted.pages.isEmpty ? "" : " (page \(ranges(omitted.pages)))"
      let what = [
        "watermark": "a watermark", "slantedText": "slanted text",
        "backgroundColour": "text in the colour of its background", "invisibleText": "invisible text",
        "hiddenLayer": "a layer that is switched off", "hiddenSheet": "a hidden sheet", "hiddenRow": "hidden rows",
        "hiddenColumn": "hidden columns", "hiddenText": "hidden text", "deletedText": "text that is struck out",
      ]
      return "left out \(what[omitted.reason] ?? omitted.reason)\(quoted.isEmpty ? "" : " \(quoted)")\(pages)"
    }
  }

  /// Why nothing of a report could be read; nil where something was.
  package static func whyNothing(_ document: DisclosedDocument) -> String? {
    let reasons = document.problems.filter { $0.kind == .notAReport }
    guard document.tables.isEmpty, let reason = reasons.first else { return nil }
    // Pictures of a report are no report to this command, but whether they show one it cannot know.
    let scans = document.problems.count { $0.kind == .scan }
    if let pages = document.source.pageCount, scans == pages { return "every page is scanned; nothing could be read" }
    return wording(reason.kind, reasons)
  }

  /// Why a report is not last year's.
  package static func words(_ mismatch: PreviousReport.Mismatch) -> String {
    switch mismatch {
    case .unknownYear(isPrevious: true): "does not say of which year it is"
    case .unknownYear(isPrevious: false): "cannot be told to be last year's: the report checked does not say its year"
    case .otherYear(let year, let expected): "of \(year), not of \(expected), the year before the report checked"
    case .otherKind(let kind, let expected): "\(words(kind)), where the report checked is \(words(expected))"
    case .otherDepartment(let name, let expected): "of “\(name)”, where the report checked is of “\(expected)”"
    }
  }

  private static func words(_ kind: DisclosedDocument.Kind) -> String {
    switch kind {
    case .finalAccounts: "final accounts"
    case .budget: "a budget"
    }
  }

  private static func wording(_ kind: Problem.Kind, _ problems: [Problem]) -> String {
    let details = problems.map(\.detail).filter { !$0.isEmpty }
    let quoted =
      details.prefix(5).map { "“\($0.excerpt())”" }.joined(separator: ", ") + (details.count > 5 ? ", …" : "")
    return switch kind {
    case .drawingErrors: "parts of a page may be missing: the PDF is damaged"
    case .deadline: "drawing took too long and was stopped"
    case .tooManyGlyphs: "too many characters on a page; the rest was not read"
    case .tooManyRulings: "too many lines on a page; the rest was not read"
    case .unmappedGlyphs: "a font does not say which characters its glyphs are"
    case .scan: "scanned: a page image without a text layer, which cannot be read"
    case .invisibleText: "scanned: read from the invisible text that an OCR program left"
    case .missingPage: "pages of the report are missing: \(details.joined(separator: ", "))"
    case .outlinedText: "its text is drawn as shapes, which cannot be read"
    case .unreadableCell: "not a number in a numeric column: \(quoted)"
    case .unknownColumn: "unknown column header: \(quoted)"
    case .missingUnit: "no unit printed with \(quoted)"
    case .inferredUnit: "unit taken from the other tables for \(quoted)"
    case .unreadTable: "a table whose columns could not be told apart: \(quoted)"
    case .lostFigure: "figures that LibreOffice lost on the way from the old format: \(quoted)"
    case .lostTable: "tables that LibreOffice lost on the way from the old format: \(details.joined(separator: ", "))"
    case .strayFigure: "a figure outside every column: \(quoted)"
    case .contradictoryHead: "cover, titles and captions name different departments or years: \(quoted)"
    case .notAReport: "not a report: neither tables nor figures of final accounts or a budget"
    }
  }

  private static func place(_ problems: [Problem]) -> String {
    let pages = Set(problems.compactMap { $0.location?.page }).sorted()
    if !pages.isEmpty { return " (page \(ranges(pages)))" }
    let lines = Set(problems.compactMap { $0.location?.line }).sorted()
    return lines.isEmpty ? "" : " (line \(ranges(lines)))"
  }

  /// A line of them.
  private static let mostRanges = 30

  /// 1-3, 7, 9-12
  package static func ranges(_ numbers: [Int]) -> String {
    var ranges: [(first: Int, last: Int)] = []
    for number in numbers {
      if let last = ranges.last, last.last + 1 == number {
        ranges[ranges.count - 1].last = number
      } else {
        ranges.append((number, number))
      }
    }
    let words = ranges.prefix(mostRanges).map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }
    return words.joined(separator: ", ") + (ranges.count > mostRanges ? ", …" : "")
  }
}
