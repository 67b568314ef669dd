import PageContent

/// A printed cell of a numeric column: what it says and where. A blank cell is no figure, and blank is not zero.
public struct Figure: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    case amount(Amount)
    /// -, — and the like: stated to be nothing.
    case dash
    /// Printed, but no number: a placeholder such as XX, or digits that do not form one.
    case unreadable
  }

  /// As published, without layout spaces; the digits of an amount in ASCII.
  public var text: String
  public var value: Value
  public var location: Location
  /// The number that the file stores behind the text, exact, where it shows it in a format.
  public var stored: String?

  public init(text: String, value: Value, location: Location, stored: String? = nil) {
    self.text = text
    self.value = value
    self.location = location
    self.stored = stored
  }

  public var amount: Amount? {
    if case .amount(let amount) = value { amount } else { nil }
  }

  /// The figure that a cell prints, or nil for a blank one.
  package init?(cell text: String, unit: MonetaryUnit?, location: Location) {
    self.init(cell: text, Lexeme(text), unit: unit, location: location)
  }

  /// The same with what the text is as a word.
  init?(cell text: String, _ lexeme: Lexeme, unit: MonetaryUnit?, location: Location) {
    if text.isEmpty { return nil }
    self.text = text
    self.location = location
    switch lexeme.kind {
    case .amount, .whole:
      // Full-width digits are the same digits.
      if !text.utf8.allSatisfy({ $0 < 0x80 }), lexeme.unit == nil { self.text = Wording.normalised(text) }
      value = lexeme.number.map { .amount(Amount(value: $0, unit: lexeme.unit ?? unit)) } ?? .unreadable
    case .dash: value = .dash
    default: value = .unreadable
    }
  }
}
