import PageContent

/// What a reader hands on: a document is an ordered list of these, whatever it was read from.
public enum Block: Sendable {
  case paragraph(Paragraph)
  case table(Table)
}

extension Block {
  package var location: Location {
    switch self {
    case .paragraph(let paragraph): paragraph.location
    case .table(let table): table.location
    }
  }
}
