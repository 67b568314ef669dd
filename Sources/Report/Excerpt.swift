extension String {
  /// As much of it as a message quotes: texts of anyone's making may be as long as a file, and hold what commands a
  /// terminal.
  package func excerpt(_ most: Int = 80) -> String {
    let scalars = unicodeScalars.prefix(most + 1)
    if scalars.count <= most { return fitForTerminal }
    return String(String.UnicodeScalarView(scalars.dropLast())).fitForTerminal + "…"
  }
}
