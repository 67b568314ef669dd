extension RowReader {
  /// A label has no more lines than this.
  private static let mostLines = 4

  /// Joins the lines of a label that were read as rows of their own, where the figures stand beside one of them only: a
  /// line that labels nothing by itself ends a label that the catalogue knows.
  func joinTornLabels(_ drafts: [Draft]) -> [Draft] {
    var result: [Draft] = []
    var index = drafts.startIndex
    while index < drafts.endIndex {
      let lines = tornLabel(drafts[index...])
      var draft = drafts[index]
      for line in drafts[(index + 1)..<(index + lines)] {
        draft.name += line.name
        draft.location = draft.location.union(line.location)
        if draft.isBlank { draft.figures = line.figures }
        draft.lineNumber = draft.lineNumber ?? line.lineNumber
      }
      result.append(draft)
      index += lines
    }
    return result
  }

  /// How many of the first drafts are lines of one label.
  private func tornLabel(_ drafts: ArraySlice<Draft>) -> Int {
    guard let first = drafts.first, !first.name.isEmpty, first.code == nil else { return 1 }
    var text = Wording.normalised(first.name)
    // Without one of them blank nothing is torn; most rows are told from that alone.
    guard drafts.dropFirst().first.map({ first.isBlank || $0.isBlank }) ?? false else { return 1 }
    var filled = first.isBlank ? 0 : 1
    var longest = 1
    var numbered = first.lineNumber == nil ? 0 : 1
    for (offset, line) in drafts.dropFirst().prefix(Self.mostLines - 1).enumerated() {
      let name = Wording.normalised(line.name)
      filled += line.isBlank ? 0 : 1
      numbered += line.lineNumber == nil ? 0 : 1
      guard filled < 2, numbered < 2, line.code == nil, line.gridRow == first.gridRow + offset + 1, !name.isEmpty,
        !catalogue.isLabel(name), !isTotal(name)
      else { break }
      text += name
      if catalogue.isLabel(text) { longest = offset + 2 }
    }
    return longest
  }
}
