import Disclosure
import PageContent

/// The order and the pages of the table of contents, against the headings of the report.
struct ContentsOrder {
  let subject: Subject

  private struct Entry {
    var line: ContentsLine
    var words: String
    /// Where the heading stands among the texts, if it stands there once.
    var place: Int?
    var page: Int?
  }

  func evaluate(_ verdicts: inout Verdicts) {
    let entries = entries()
    guard entries.count > 2 else { return }
    var isTold = false
    // What is listed later comes later, and not on an earlier page.
    for (before, after) in zip(entries, entries.dropFirst()) {
      if let a = before.line.page, let b = after.line.page, b < a {
        isTold = true
        verdicts.fail(
          "目录中“\(before.words)”为第\(a)页，其后的“\(after.words)”为第\(b)页，页码颠倒。",
          evidence: [before, after].map {
            Evidence(location: $0.line.location, text: $0.words + " \($0.line.page ?? 0)")
          })
      }
    }
    let placed = entries.filter { $0.place != nil }
    for (before, after) in zip(placed, placed.dropFirst()) {
      guard let a = before.place, let b = after.place, b < a else { continue }
      isTold = true
      verdicts.fail(
        "目录中“\(before.words)”在“\(after.words)”之前，正文次序相反。",
        evidence: [before, after].map { Evidence(location: $0.line.location, text: $0.words) }
          + [Evidence(location: subject.texts[b].location, text: after.words)])
    }
    if !isTold { evaluatePages(placed, &isTold, &verdicts) }
    if !isTold, placed.count > 1 { verdicts.record(.passed) }
  }

  /// Printed page numbers differ from those of the file by what the cover takes: by as much for most entries.
  private func evaluatePages(_ placed: [Entry], _ isTold: inout Bool, _ verdicts: inout Verdicts) {
    let known = placed.compactMap { entry in
      entry.line.page.flatMap { printed in entry.page.map { (entry: entry, printed: printed, shift: $0 - printed) } }
    }
    let shifts = Dictionary(grouping: known, by: \.shift).mapValues(\.count)
    guard known.count >= 4, let (usual, count) = shifts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      count * 3 >= known.count * 2
    else { return }
    // Numbers that begin anew with a part differ for all that follow; a wrong one stands between right ones.
    guard let last = known.lastIndex(where: { $0.shift == usual }) else { return }
    let wrong = known[..<last].filter { ($0.shift - usual).magnitude > 1 }
    guard let first = wrong.first else { return }
    isTold = true
    verdicts.fail(
      "目录中“\(first.entry.words)”为第\(first.printed)页，按其他各项的页码推算应为第\(first.printed + first.shift - usual)页"
        + (wrong.count > 1 ? "，共\(wrong.count)处" : "") + "。",
      expected: "\(first.printed + first.shift - usual)", actual: "\(first.printed)",
      evidence: wrong.prefix(20).map {
        Evidence(location: $0.entry.line.location, text: $0.entry.words + " \($0.printed)")
      })
  }

  /// The lines that bear a number of a part or of 一、: tables and annexes have an order of their own.
  private func entries() -> [Entry] {
    let lines = subject.document.tableOfContents
    guard let last = lines.last, let end = subject.texts.lastIndex(where: { $0.location == last.location }) else {
      return []
    }
    var places: [String: [Int]] = [:]
    for index in subject.texts.indices.dropFirst(end + 1) where subject.texts[index].words.utf8.count < 180 {
      places[subject.texts[index].words, default: []].append(index)
    }
    return lines.compactMap { line in
      guard let mark = line.mark, mark.style == .part || mark.style == .chinese else { return nil }
      let words = (line.number ?? "") + (mark.style == .chinese ? "、" : "") + line.text
      let found = places[Wording.normalised(words)] ?? []
      let place = found.count == 1 ? found[0] : nil
      return Entry(
        line: line, words: words, place: place, page: place.flatMap { subject.texts[$0].location.page })
    }
  }
}
