/// What a report's titles say of it: its kind and its fiscal year, which the reading of its tables needs.
struct ReportContext {
  var kind: DisclosedDocument.Kind?
  var fiscalYear: Int?
  /// The year that heads of columns mean by this year's.
  var headYear: Int?
  /// What the cover says otherwise than the titles.
  private(set) var problems: [Problem] = []

  init() {}

  /// The cover comes before titles, these before the years above tables, these before running heads.
  init(_ evidence: HeadEvidence) {
    let titles = evidence.titles
    let years = titles.prefix(40).compactMap(\.year)
    fiscalYear = evidence.cover.year ?? ReportContext.year(of: years)
    if let cover = evidence.cover.year, let others = years.mostFrequent, !years.agree(with: cover) {
      problems.append(.contradictoryHead("\(cover)", "\(others)"))
    }
    fiscalYear = fiscalYear ?? evidence.years.mostFrequent ?? evidence.runningHeads.compactMap(\.year).first
    let kinds = titles.prefix(8).compactMap(\.kind)
    kind = evidence.cover.title?.kind ?? kinds.mostFrequent ?? evidence.runningHeads.compactMap(\.kind).first
  }

  /// The first title counts for more than any heading left over from last year.
  private static func year(of years: [Int]) -> Int? {
    guard let first = years.first else { return nil }
    return years.count { $0 == first } > 1 ? first : years.mostFrequent
  }
}

extension [Int] {
  /// Whether the cover's year is among the titles' years, or too few say another.
  fileprivate func agree(with cover: Int) -> Bool { count { $0 == cover } > 1 || count { $0 != cover } < 3 }
}

extension Array where Element: Hashable {
  /// The value that occurs most often; of several the first.
  var mostFrequent: Element? {
    var counts: [Element: Int] = [:]
    for value in self { counts[value, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return first { counts[$0] == most }
  }
}

extension Problem {
  /// One part of the report's head says the first, another the second; the first was taken.
  static func contradictoryHead(_ taken: String, _ other: String) -> Problem {
    Problem(kind: .contradictoryHead, detail: "\(taken) / \(other)")
  }
}
