import Audit
import Disclosure
import PageContent

/// Where a document's tables print their cells: from a place that a finding names to the cell, its row and its table.
struct CellPlaces {
  struct Place: Hashable {
    var table: Int
    /// nil for the table's title.
    var row: Row?

    struct Row: Hashable {
      var section: Int
      var row: Int
      /// nil for the row's label.
      var column: Int?
    }

    /// The anchor of the place in the page.
    var anchor: String {
      guard let row else { return "t\(table + 1)" }
      let cell = row.column.map { "-\($0 + 1)" } ?? ""
      return "t\(table + 1)-\(row.section + 1)-\(row.row + 1)\(cell)"
    }
  }

  private let document: DisclosedDocument
  private var places: [Location: Place] = [:]
  /// What the rows of a table take up on each of its pages.
  private var bodies: [Sheet: Box] = [:]

  private struct Sheet: Hashable {
    var table: Int
    var page: Int
  }

  init(_ document: DisclosedDocument) {
    self.document = document
    for (number, table) in document.tables.enumerated() {
      for (section, content) in table.sections.enumerated() {
        for (index, row) in content.rows.enumerated() {
          for (column, figure) in row.figures.enumerated() {
            if let figure {
              add(figure.location, Place(table: number, row: .init(section: section, row: index, column: column)))
            }
          }
          add(row.location, Place(table: number, row: .init(section: section, row: index)))
        }
      }
      add(table.titleLocation, Place(table: number))
      for note in table.notes { places[note.location] = places[note.location] ?? Place(table: number) }
    }
  }

  private mutating func add(_ location: Location, _ place: Place) {
    // Of a row without a label, the first figure stands for it too: the cell is meant.
    places[location] = places[location] ?? place
    guard case .page(let page, let box) = location, place.row != nil else { return }
    let sheet = Sheet(table: place.table, page: page)
    bodies[sheet] = bodies[sheet].map { $0.union(box) } ?? box
  }

  /// The cell that evidence speaks of; one that is blank has the place of its row, and is told by its column's name.
  func place(of evidence: Evidence) -> Place? {
    guard let location = evidence.location, var place = places[location] else { return nil }
    if let row = place.row, row.column == nil, evidence.text.isEmpty, let name = evidence.column {
      let columns = document.tables[place.table].sections[row.section].columns
      place.row?.column = columns.firstIndex { $0.words == name }
    }
    return place
  }

  /// What to mark for evidence: its own place, or for a blank cell the square where its row and its column meet.
  func mark(of evidence: Evidence) -> (page: Int, box: Box)? {
    guard case .page(let page, let box) = evidence.location else { return nil }
    guard evidence.text.isEmpty, let place = place(of: evidence), let row = place.row, let column = row.column,
      let span = span(of: column, section: row.section, table: place.table, page: page)
    else { return (page, box) }
    return (page, Box(x0: span.lowerBound, y0: box.y0, x1: span.upperBound, y1: box.y1))
  }

  /// From where to where a column's figures stand on a page.
  private func span(of column: Int, section: Int, table: Int, page: Int) -> ClosedRange<Double>? {
    let boxes = document.tables[table].sections[section].rows.lazy.compactMap { row -> Box? in
      guard row.figures.indices.contains(column), case .page(page, let box) = row.figures[column]?.location else {
        return nil
      }
      return box
    }
    guard let first = boxes.first else { return nil }
    let all = boxes.reduce(first) { $0.union($1) }
    return all.x0 <= all.x1 ? all.x0...all.x1 : nil
  }

  /// What the rows of a place's table take up on a page; where it has none, the table itself.
  func body(of place: Place, page: Int) -> Box? {
    if let body = bodies[Sheet(table: place.table, page: page)] { return body }
    guard case .page(page, let box) = document.tables[place.table].location else { return nil }
    return box
  }

  /// The paragraph that holds a place on a page, as far as it is printed there.
  func paragraph(around box: Box, page: Int) -> Box? {
    document.paragraphs.lazy.compactMap { paragraph in
      guard case .page(page, let whole) = paragraph.location, whole.contains(x: box.midX, y: box.midY) else {
        return nil
      }
      return whole
    }.first
  }

  /// A cell with its row and the rows beside it.
  func excerpt(of place: Place) -> CellExcerpt? { CellExcerpt(place, in: document) }

  /// A row in one line: 2080201 行政运行　1,754.54　1,700.00
  func words(ofRow place: Place) -> String? {
    guard let place = place.row.map({ (place.table, $0) }) else { return nil }
    let section = document.tables[place.0].sections[place.1.section]
    let row = section.rows[place.1.row]
    let figures = zip(section.columns, row.figures).map { "\($0.words) \($1?.text ?? "空白")" }
    let name = [row.code, row.name].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
    return ([name] + figures).filter { !$0.isEmpty }.joined(separator: "　")
  }
}

extension FormTable.Column {
  /// Its header's words, as findings name it.
  var words: String { header.isEmpty ? number.map { "栏次\($0)" } ?? "" : header.joined(separator: "/") }
}
