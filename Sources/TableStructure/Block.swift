/// What a reader hands on: a document is an ordered list of these, whatever it was read from.
public enum Block: Sendable {
  case paragraph(Paragraph)
  case table(Table)
}
