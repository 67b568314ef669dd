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
