import PageContent
import TableStructure

/// What the first lines of a report say, up to its contents or its first heading. A title may be broken over lines, its
/// year and its name may have lines of their own.
struct Cover {
  /// The title, however many lines it takes.
  private(set) var title: ReportTitle?
  /// The publisher: of the title, of a caption, or a line that is nothing but a name.
  private(set) var department: String?
  private(set) var year: Int?

  private static let mostLines = 60
  /// Of a text, which has no pages: its cover ends here at the latest.
  private static let mostLinesOfText = 12
  private static let longestTitle = 60
  /// Of a line, in characters: longer ones are no cover's.
  private static let longestLine = 40
  /// Of the largest letters on the cover; smaller ones are no title.
  private static let smallestTitle = 0.5

  private let wording = HeadWording.shared

  init(_ paragraphs: [Paragraph]) {
    var caption: String?
    var runs: [[Paragraph]] = [[]]
    let leaf = paragraphs.first?.location.leaf
    for paragraph in paragraphs.prefix(leaf == nil ? Cover.mostLinesOfText : Cover.mostLines) {
      let text = Wording.normalised(paragraph.text)
      if paragraph.location.leaf != leaf || isEnd(text) { break }
      guard text.contains(where: { $0.isChineseLetter || $0.isNumber || $0 == "○" }) else { continue }
      if let name = Caption.department(in: paragraph.text) {
        caption = caption ?? name
        runs.append([])
      } else if text.holds(":") || PrintedDate.iso(text) != nil {
        runs.append([])
      } else if !wording.words(.coverAttachment).contains(where: text.begins) {
        runs[runs.count - 1].append(Paragraph(text: text, location: paragraph.location, fontSize: paragraph.fontSize))
      }
    }
    let largest = runs.joined().map(\.fontSize).max() ?? 0
    let lines = runs.map { run in
      withoutSuperior(run.filter { $0.fontSize >= Cover.smallestTitle * largest }.map(\.text))
    }
    title =
      lines.compactMap { self.title(in: $0) { $0.department != nil && $0.year != nil } }.first
      ?? lines.compactMap { self.title(in: $0) { _ in true } }.first
    department =
      title?.department ?? caption.map { OrganisationName.cleaned($0) } ?? lines.compactMap(name).first
    year = title?.year ?? lines.joined().lazy.compactMap(PrintedDate.yearAlone).first
  }

  private func isEnd(_ text: String) -> Bool {
    text.count > Cover.longestLine || wording.fits(text, .coverContents)
      || text.unicodeScalars.contains { $0 == "。" || $0 == ";" || $0 == "," }
      || Wording.hasOrdinal(text) || HeadingMark.begins(text) && text.begins(with: "第")
  }

  /// The first title of lines that follow each other which is as wanted, with as few lines as it takes.
  private func title(in lines: [String], where isWanted: (ReportTitle) -> Bool) -> ReportTitle? {
    for first in lines.indices {
      var text = ""
      for line in lines[first...] {
        text += line
        if text.count > Cover.longestTitle { break }
        if let title = ReportTitle(text), isWanted(title) { return title }
      }
    }
    return nil
  }

  /// A line that is nothing but a name, or two that make one, above a title without one.
  private func name(in lines: [String]) -> String? {
    let pairs = zip(lines, lines.dropFirst()).map { $0 + $1 }
    return (lines + pairs).first { OrganisationName.isOne($0) && ReportTitle($0) == nil }
  }

  /// The body that a publisher belongs to may stand above it. Both are whole names of one place then, where a name that is
  /// broken over lines begins with its place once.
  private func withoutSuperior(_ lines: [String]) -> [String] {
    lines.indices.filter { index in
      guard index + 1 < lines.count, OrganisationName.isOne(lines[index]) else { return true }
      return
        !(lines[index + 1].begins(with: String(lines[index].prefix(Cover.placeLength)))
        && OrganisationName.isOne(lines[index + 1]))
    }.map { lines[$0] }
  }

  /// What two bodies of one place have in common at least.
  private static let placeLength = 2
}
