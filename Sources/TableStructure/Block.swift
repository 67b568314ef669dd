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

  public init(
    text: String, location: Location, isBold: Bool = false, fontSize: Double = 0, headingLevel: Int? = nil
  ) {
    self.text = text
    self.location = location
    self.isBold = isBold
    self.fontSize = fontSize
    self.headingLevel = headingLevel
  }
}

/// What a reader hands on: a document is an ordered list of these, whatever it was read from.
public enum Block: Sendable {
  case paragraph(Paragraph)
  case table(Table)
}
