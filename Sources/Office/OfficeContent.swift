import PageContent
import TableStructure

/// What a reader of an Office document hands on.
package struct OfficeContent: Sendable {
  package var blocks: [Block] = []
  /// Headers and footers.
  package var runningHeads: [Paragraph] = []
  package var leftOut: [LeftOut] = []
  package var mediaType: String
  /// Amounts of the file that did not come through its conversion.
  package var lostFigures: [String] = []
  /// How many tables a Word document's body has, whether or not they are tables here: frames and blank ones too.
  package var tableCount = 0
  /// How many of them did not come through.
  package var lostTables = 0
}
