import Disclosure
import PageContent

/// Where a document's tables print their figures and their rows' labels.
struct FigurePlaces {
  struct Place: Hashable {
    var table: Int
    var section: Int
    var row: Int
    /// nil for the label of the row.
    var column: Int?
  }

  private var places: [Location: Place] = [:]

  init(_ document: DisclosedDocument) {
    for (table, form) in document.tables.enumerated() {
      for (section, printed) in form.sections.enumerated() {
        for (index, row) in printed.rows.enumerated() {
          let place = Place(table: table, section: section, row: index, column: nil)
          // A row without a label is known by its first figure.
          places[row.location] = place
          for (column, figure) in row.figures.enumerated() {
            guard let figure else { continue }
            places[figure.location] = Place(table: table, section: section, row: index, column: column)
          }
        }
      }
    }
  }

  subscript(evidence: Evidence) -> Place? { evidence.location.flatMap { places[$0] } }
}
