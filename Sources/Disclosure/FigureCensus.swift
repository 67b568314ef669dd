import PageContent

/// Tells whether lines or cells hold a figure, or the dash in its place, but for the numbers that count columns from 1 on and
/// for years. Rather takes something else for a figure than a figure for something else.
struct FigureCensus {
  private(set) var isEmpty = true
  private var columnNumber = 1

  mutating func take(_ text: String) {
    var run = ""
    for scalar in text.unicodeScalars where isEmpty {
      if scalar.isDigit || scalar.isMarkOfNumber {
        run.unicodeScalars.append(scalar)
      } else {
        take(run, before: scalar)
        run = ""
      }
    }
    take(run, before: nil)
  }

  private mutating func take(_ run: String, before next: Unicode.Scalar?) {
    if run.isEmpty || next == "年" || next == "月" || next == "日" { return }
    let lexeme = Lexeme(run)
    if let integer = lexeme.smallInteger, integer == 1 || integer == columnNumber {
      columnNumber = integer + 1
    } else if lexeme.isValue || lexeme.kind == .ordinal {
      isEmpty = false
    }
  }
}
