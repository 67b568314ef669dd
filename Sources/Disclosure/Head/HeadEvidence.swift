import PageContent
import TableStructure

/// What a report says of its publisher, its year and its kind, by the places where it is printed. Never from the file's name.
struct HeadEvidence {
  var cover = Cover([])
  /// The titles and headings that name a report, in printed order; those of the cover too.
  var titles: [ReportTitle] = []
  /// The names in captions, but for those within the tables of forms.
  var captions: [String] = []
  /// The names beside labels of departments, and of units, in tables.
  var departmentLabels: [String] = []
  var unitLabels: [String] = []
  /// The years that stand alone above tables: （2026年度）.
  var years: [Int] = []
  /// What stands in the margin of most pages.
  var runningHeads: [ReportTitle] = []
  var runningNames: [String] = []
  /// The name that most titles of tables begin with, where nothing else names the publisher: 某局收入决算表.
  var nameBeforeTitles: String?

  /// Titles are no longer than this, in UTF-8.
  private static let longestTitle = 240
  /// How many of a table's first rows may name its publisher.
  private static let headRows = 6

  init() {}

  init(_ blocks: [Block], runningHeads: [Paragraph] = []) {
    var paragraphs: [Paragraph] = []
    var titleRows: [Paragraph] = []
    for block in blocks {
      switch block {
      case .paragraph(let paragraph): paragraphs.append(paragraph)
      case .table(let table):
        titleRows += table.titleRows
        takeLabels(of: table)
      }
    }
    cover = Cover(leading(blocks))
    titles = paragraphs.compactMap { title($0.text) }
    // A file of tables alone may say it in their first rows.
    if titles.allSatisfy({ $0.year == nil }) { titles += titleRows.compactMap { title($0.text) } }
    for text in (paragraphs + titleRows).map(\.text) where text.utf8.count < HeadEvidence.longestTitle {
      if let name = Caption.department(in: text) { captions.append(OrganisationName.cleaned(name)) }
      if text.utf8.count < 40, let year = PrintedDate.yearAlone(Wording.normalised(text)) { years.append(year) }
    }
    for paragraph in runningHeads {
      let text = Wording.normalised(paragraph.text)
      if let title = ReportTitle(text) { self.runningHeads.append(title) }
      if OrganisationName.isOne(text) { runningNames.append(text) }
    }
    if captions.isEmpty, titles.allSatisfy({ $0.department == nil }) {
      nameBeforeTitles = HeadEvidence.nameBefore(titles: (paragraphs + titleRows).map(\.text))
    }
  }

  /// A workbook has no cover: a name before several titles is the publisher's, where no title has another.
  private static func nameBefore(titles: [String]) -> String? {
    let names = titles.compactMap { text -> String? in
      guard text.utf8.count < longestTitle, text.holds("表") else { return nil }
      var title = Wording.normalised(text)
      if title.ends(with: ")"), let open = title.lastIndex(of: "(") { title = String(title[..<open]) }
      return title.ends(with: "表") ? longestName(in: title) : nil
    }
    // What follows the name may sound like more of it. 高等学校 and 市级部门 name a kind of bodies alone.
    guard names.count >= fewestTitles, let name = names.min(by: { $0.count < $1.count }), name.count >= shortestName,
      names.allSatisfy({ $0.begins(with: name) })
    else { return nil }
    return name
  }

  /// One or two may speak of a unit.
  private static let fewestTitles = 3

  private static let shortestName = 5

  private static func longestName(in title: String) -> String? {
    title.indices.reversed().lazy.map { String(title[..<$0]) }.first { OrganisationName.isOne($0) }
      .map { OrganisationName.cleaned($0) }
  }

  /// The paragraphs before the first table.
  private func leading(_ blocks: [Block]) -> [Paragraph] {
    blocks.prefix { if case .paragraph = $0 { true } else { false } }
      .compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
  }

  /// A title that is not a quoted one's: 《预算法》（2018年修正）.
  private func title(_ text: String) -> ReportTitle? {
    guard text.utf8.count < HeadEvidence.longestTitle, text.holds("算") else { return nil }
    guard let quoted = text.range(of: "《") else { return ReportTitle(Wording.normalised(text)) }
    let lead = text[..<quoted.lowerBound]
    return lead.isEmpty ? nil : ReportTitle(Wording.normalised(String(lead)))
  }

  /// 部门名称 | 某市某局: the cell beside a label.
  private mutating func takeLabels(of table: Table) {
    let wording = HeadWording.shared
    var label: HeadWording.Key?
    var row = -1
    for cell in table.cells {
      if cell.row >= HeadEvidence.headRows { return }
      if cell.row != row { label = nil }
      row = cell.row
      let text = Wording.normalised(cell.text)
      if text.isEmpty { continue }
      if let key = label {
        label = nil
        let name = OrganisationName.cleaned(text)
        if OrganisationName.isOne(name) {
          if key == .labelDepartment { departmentLabels.append(name) } else { unitLabels.append(name) }
          continue
        }
      }
      let named = text.ends(with: ":") ? String(text.dropLast()) : text
      label = [.labelDepartment, .labelUnit].first { wording.fits(named, $0) }
    }
  }
}

extension Table {
  /// The texts that stand alone in the first rows.
  fileprivate var titleRows: [Paragraph] {
    (0..<min(2, rowCount)).compactMap { row in
      let texts = cells.prefix { $0.row <= row }.filter { $0.row == row && !$0.text.isEmpty }
      return texts.count == 1 ? Paragraph(text: texts[0].text, location: texts[0].location) : nil
    }
  }
}
