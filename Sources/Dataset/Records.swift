import Audit
import Disclosure
import PageContent

/// A document with its report: what the rows of all tables are made of.
package final class DocumentRecord: Sendable {
  package let document: DisclosedDocument
  /// nil where there is none beside the document.
  package let report: AuditReport?
  package let key: String
  /// For each table, told here: documents are read on a thread of their own.
  let leaves: [Leaves]

  /// Which rows and columns of a table are of the finest level, by section.
  struct Leaves: Sendable {
    var rows: [[Bool?]]
    var columns: [[Bool?]]
  }

  let documentHash: String
  let reportHash: String?

  /// - Parameters:
  ///   - documentHash: the SHA-256 of the document's JSON.
  ///   - reportHash: that of the report's JSON.
  package init(_ document: DisclosedDocument, documentHash: String, report: AuditReport?, reportHash: String?) {
    self.document = document
    key = DocumentRecord.key(sha256: document.source.sha256)
    leaves = document.tables.map { table in
      Leaves(
        rows: LeafRows(of: table).flags,
        columns: table.sections.map { LeafColumns.flags(of: $0, form: table.form) })
    }
    self.documentHash = documentHash
    self.report = report
    self.reportHash = reportHash
  }

  /// Documents are told apart by the first digits of their SHA-256: short enough to stand in every row, long enough that no
  /// two of them meet by chance.
  package static func key(sha256: String) -> String { String(sha256.prefix(16)) }
}

final class TableRecord {
  let document: DocumentRecord
  let index: Int
  let table: FormTable

  init(document: DocumentRecord, index: Int, table: FormTable) {
    self.document = document
    self.index = index
    self.table = table
  }
}

/// A printed figure of a form with the row and column that it stands in.
struct LineItem {
  var row: RowRecord
  var columnIndex: Int
  var column: ColumnRecord
  var figure: Figure
}

/// A row as all its figures share it.
final class RowRecord {
  let table: TableRecord
  let section: Int
  let side: String?
  let index: Int
  let row: FormTable.Row
  let code: ClassificationCode?
  let labels: String?
  let isLeaf: Bool?

  init(_ table: TableRecord, section: Int, index: Int) {
    self.table = table
    self.section = section
    self.index = index
    side = table.table.sections[section].side
    row = table.table.sections[section].rows[index]
    code = row.classification
    labels = row.labels.isEmpty ? nil : ListText.of(row.labels)
    isLeaf = table.document.leaves[table.index].rows[section][index]
  }
}

/// A column as all its figures share it.
final class ColumnRecord {
  let key: String?
  let header: String
  let number: Int?
  let isLeaf: Bool?

  init(_ column: FormTable.Column, isLeaf: Bool?) {
    key = column.key
    header = column.header.joined(separator: " / ")
    number = column.number
    self.isLeaf = isLeaf
  }
}

struct CellTableRecord {
  enum Origin: String {
    /// Known by its title: performance targets, lists of procurement.
    case other
    case unrecognised
  }

  var document: DocumentRecord
  var origin: Origin
  var index: Int
  var table: CellTable
}

struct CellRecord {
  var table: CellTableRecord
  var index: Int
  var cell: CellTable.Cell
}

/// An element of one of a document's lists, with its place in the list.
struct Entry<Element> {
  var document: DocumentRecord
  var index: Int
  var element: Element
}

/// An element of a list within an element of a list.
struct Subentry<Outer, Element> {
  var outer: Entry<Outer>
  var index: Int
  var element: Element
}
