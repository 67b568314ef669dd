import PageContent

/// A run of text outside tables.
public struct Paragraph: Sendable, Hashable {
  public var text: String
  public var location: Location
  public var isBold: Bool
  /// Points; 0 for a text.
  public var fontSize: Double
  /// The number of `#` before a Markdown heading, else nil.
  public var headingLevel: Int?
  /// Where its words and lines stand; empty where all of it is one run in its location.
  public var runs: [Run]

  /// A word on a page, or a piece of a line of text: it goes on to where the next one begins.
  public struct Run: Sendable, Hashable {
    /// Where it begins in the paragraph's text, in UTF-8.
    public var offset: Int
    public var location: Location

    public init(offset: Int, location: Location) {
      self.offset = offset
      self.location = location
    }
  }

  public init(
    text: String, location: Location, isBold: Bool = false, fontSize: Double = 0, headingLevel: Int? = nil,
    runs: [Run] = []
  ) {
    self.text = text
    self.location = location
    self.isBold = isBold
    self.fontSize = fontSize
    self.headingLevel = headingLevel
    self.runs = runs
  }
}

extension Paragraph {
  /// Where a part of the text is printed, given by its UTF-8 offsets; of a part over several lines where it begins. For
  /// many parts of one paragraph make `ParagraphPlaces` once.
  public func location(utf8 range: Range<Int>) -> Location { ParagraphPlaces(self).location(utf8: range) }
}
