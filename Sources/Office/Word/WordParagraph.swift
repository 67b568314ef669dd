import Containers
import PageContent
import TableStructure

/// A paragraph while it is read.
struct WordParagraph {
  /// A letter run's text, and how it looks.
  struct Piece {
    var text: String
    var isBold: Bool
    var size: Double
  }

  var style: WordStyles.Style
  var list: String?
  var listLevel: Int?
  var outlineLevel: Int?
  /// A colour is filled in behind it.
  var isShaded = false
  private(set) var pieces: [Piece] = []

  /// Of the run that is open.
  var letters = WordStyles.Letters()
  var isRunShaded = false

  init(_ style: WordStyles.Style) { self.style = style }

  mutating func beginRun() {
    letters = WordStyles.Letters()
    isRunShaded = false
  }

  mutating func append(_ text: String, _ looks: WordStyles.Letters) {
    let piece = Piece(text: text, isBold: looks.isBold ?? false, size: looks.size ?? 0)
    if let last = pieces.last, last.isBold == piece.isBold, last.size == piece.size {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(piece)
    }
  }

  var text: String { pieces.count == 1 ? pieces[0].text : pieces.map(\.text).joined() }

  /// How the letters of the run that is open look.
  func looks(over defaults: WordStyles.Letters) -> WordStyles.Letters {
    letters.over(style.letters).over(defaults)
  }

  /// Whether all that is printed of it is bold, and the size of its largest letters.
  var print: (isBold: Bool, size: Double) {
    var print = (isBold: true, size: 0.0)
    var isBlank = true
    for piece in pieces where !SpacedText.isBlank(piece.text) {
      isBlank = false
      print.isBold = print.isBold && piece.isBold
      print.size = max(print.size, piece.size)
    }
    print.isBold = print.isBold && !isBlank
    return print
  }

  /// From 1, for a heading.
  var headingLevel: Int? {
    guard let level = outlineLevel ?? style.outlineLevel, level < 9, text.count <= WordParagraph.longestHeading else {
      return nil
    }
    return level + 1
  }

  private static let longestHeading = 60
}
