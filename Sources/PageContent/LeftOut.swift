/// A text that is on a page, or in the file, and that no reader of the report reads as a part of it.
package struct LeftOut: Sendable, Hashable {
  /// Why it is left out.
  package enum Reason: String, Sendable, CaseIterable {
    /// Over, or under, the content of its page: the same text again and again, or one large pale one.
    case watermark
    /// Runs slanted to everything else: a stamp.
    case slantedText
    /// In the colour of what it stands on: white on white.
    case backgroundColour
    /// Drawn without ink, beside text that is seen.
    case invisibleText
    /// In a layer that is switched off.
    case hiddenLayer
    /// On a sheet, or in rows or columns, that the workbook hides.
    case hiddenSheet, hiddenRow, hiddenColumn
    /// Marked as hidden, in a document that flows.
    case hiddenText
    /// Struck out while changes were tracked.
    case deletedText
    /// What a field is made of, beside what it shows.
    case fieldCode
    /// What a site puts around an article: links to other pages.
    case navigation
    case pageNumber
    /// At the edge of most pages.
    case runningHead
  }

  package var reason: Reason
  package var text: String
  package var location: Location

  package init(reason: Reason, text: String, location: Location) {
    self.reason = reason
    self.text = text
    self.location = location
  }
}
