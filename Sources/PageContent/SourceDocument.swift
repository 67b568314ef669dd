/// A document as its file holds it, before anything is understood.
public struct SourceDocument: Sendable {
  public struct Identity: Sendable, Hashable {
    /// The file's name without its folder.
    public var name: String
    /// Lower-case hexadecimal.
    public var sha256: String
    public var mediaType: String
    /// nil for a text.
    public var pageCount: Int?

    public init(name: String, sha256: String, mediaType: String, pageCount: Int?) {
      self.name = name
      self.sha256 = sha256
      self.mediaType = mediaType
      self.pageCount = pageCount
    }
  }
}

/// A line of a text file: its number from 1 and its text without the line end.
public struct SourceLine: Sendable, Hashable {
  public var number: Int
  public var text: String

  public init(number: Int, text: String) {
    self.number = number
    self.text = text
  }
}
