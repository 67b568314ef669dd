import Disclosure

/// Which of its two parts a document holds, and whether they were read whole: only then may it be said that something is
/// missing.
struct ReadParts {
  /// Why what is not found among the tables may be there all the same; nil where it is not.
  private(set) var tables: String?
  /// As that of the tables, for the text.
  private(set) var narrative: String?

  /// So many characters without a code are no ornament.
  private static let tellingGlyphs = 50

  init(_ document: DisclosedDocument) {
    switch document.content {
    case .narrative: tables = "报表不在本文件"
    case .tables: narrative = "文字说明不在本文件"
    case .both: break
    case nil:
      tables = "没有读到报告的内容"
      narrative = tables
    }
    if let page = document.problems.first(where: ReadParts.hidesText)?.location?.page {
      tables = tables ?? "第 \(page) 页未能读取"
      narrative = narrative ?? "第 \(page) 页未能读取"
    }
  }

  /// What is found of a part says whether it is there as a whole: with less than half of what is due, it is a part of a
  /// report, or one of another kind.
  mutating func weigh(found: Int, of due: Int, inTables: Bool) {
    guard due > 0, 2 * found < due else { return }
    let reason = "本文件只有报告的一部分"
    if inTables { tables = tables ?? reason } else { narrative = narrative ?? reason }
  }

  /// A cover may be a picture.
  private static func hidesText(_ problem: Problem) -> Bool {
    guard let page = problem.location?.page else { return false }
    return switch problem.kind {
    case .scan: page > 1
    case .deadline, .tooManyGlyphs: true
    case .unmappedGlyphs: Int(problem.detail) ?? 0 >= tellingGlyphs
    default: false
    }
  }
}
