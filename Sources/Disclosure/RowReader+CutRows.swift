extension RowReader {
  /// Joins what a page break tore apart: the rest of a label, and the figures where they went with it.
  /// Digits that may be the end of a figure above the break are told.
  mutating func joinCutRows(_ drafts: [Draft], breaks: Set<Int>, isCoded: Bool) -> [Draft] {
    if breaks.isEmpty { return drafts }
    let decimals = CutFigures.decimals(of: drafts.lazy.flatMap(\.figures))
    // Where figures far from a break end early too, as 12.5 beside 12.25, their ends tell nothing.
    let tellsEnds = drafts.allSatisfy { draft in
      breaks.contains(draft.gridRow) || breaks.contains(draft.gridRow + 1)
        || draft.figures.allSatisfy { CutFigures.isWhole($0, decimals: decimals) }
    }
    // Where no other row is without figures, one below a break is the rest of the row above it.
    let fillsRows = drafts.allSatisfy {
      !$0.isBlank || $0.name.isEmpty || breaks.contains($0.gridRow) || breaks.contains($0.gridRow + 1)
    }
    var result: [Draft] = []
    for draft in drafts {
      guard breaks.contains(draft.gridRow), var last = result.last, last.gridRow == draft.gridRow - 1 else {
        result.append(draft)
        continue
      }
      // The label as a whole went to the next page.
      if last.isUnlabelled, !last.isBlank, draft.isBlank, !draft.name.isEmpty {
        result[result.count - 1] = draft
        result[result.count - 1].figures = last.figures
        continue
      }
      guard draft.code == nil, draft.lineNumber == nil else {
        result.append(draft)
        continue
      }
      let whole = draft
      let draft = draft.asRest(of: last)
      let isRest = decimals == 0 && draft.name.isEmpty && !last.name.isEmpty
      // Two names that the form knows are two rows.
      let areTwo = [last.name, draft.name].allSatisfy { catalogue.isLabel(Wording.normalised($0)) }
      let areCut = tellsEnds || CutFigures.areOpen(last.figures, draft.figures)
      if let figures = (areCut && !areTwo ? CutFigures.joined(last.figures, draft.figures, decimals: decimals) : nil)
        ?? (isRest ? CutFigures.joinedWholes(last.figures, draft.figures) : nil)
      {
        last.name += draft.name
        last.figures = figures
        last.goOn(with: draft.labels)
        result[result.count - 1] = last
      } else if !draft.name.isEmpty, draft.isBlank || last.isBlank,
        continues(last, draft, isCoded: isCoded, isFilled: fillsRows)
      {
        last.name += draft.name
        if last.isBlank { last.figures = draft.figures }
        last.goOn(with: draft.labels)
        result[result.count - 1] = last
      } else if draft.name.isEmpty, draft.isBlank, last.code != nil, draft.isOfLabels(in: last) {
        last.goOn(with: draft.labels)
        result[result.count - 1] = last
      } else {
        if isRest {
          for (begun, rest) in zip(last.figures, draft.figures)
          where begun?.isDigits ?? false && rest?.isDigits ?? false {
            if let rest { problems.append(Problem(kind: .strayFigure, detail: rest.text, location: rest.location)) }
          }
        }
        result.append(whole)
      }
    }
    return result
  }

  private func continues(_ last: Draft, _ rest: Draft, isCoded: Bool, isFilled: Bool) -> Bool {
    if rest.isWide { return false }
    // In a coded table every row has its code: a name alone goes on with the row above.
    if isCoded, last.code != nil { return !isTotal(rest.name) }
    let begun = Wording.normalised(last.name)
    let end = Wording.normalised(rest.name)
    // Between the lines that are numbered, the label alone went to the next page.
    if begun.isEmpty, last.lineNumber != nil { return true }
    if isTotal(rest.name) || catalogue.isLabel(end) { return false }
    if catalogue.isLabel(begun + end) || OfficialNames.holds(begun + end) { return true }
    // No label is a single character, or begins with a particle, or within a bracket.
    let isBracketed = begun.count(where: { $0 == "(" }) > begun.count(where: { $0 == ")" })
    if end.count == 1 || end.begins(with: "的") || isBracketed { return true }
    // Among rows of codes the name of a unit may be cut; a total's label is whole.
    return isFilled && !(isCoded && isTotal(last.name))
  }

  /// A name too long for its cell hangs into the next one, before the code there: 支出2120803-城市建设支出. It goes back to its
  /// own row.
  func withoutHangingNames(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    for index in drafts.indices.dropFirst() where drafts[index].code == nil && drafts[index - 1].code != nil {
      let name = drafts[index].name
      let hanging = name.prefix { $0.unicodeScalars.allSatisfy(\.isIdeographic) }
      guard (1...RowReader.longestHanging).contains(hanging.count), !drafts[index].isBlank, !drafts[index - 1].isBlank,
        let coded = CodedName(Wording.normalised(String(name[hanging.endIndex...]))), coded.code.utf8.count > 3,
        let start = name[hanging.endIndex...].firstIndex(where: { $0 == coded.name.first })
      else { continue }
      drafts[index].code = coded.code
      drafts[index].name = String(name[start...])
      drafts[index - 1].name += hanging
    }
    return drafts
  }

  /// No more than the rest of a line.
  private static let longestHanging = 8
}

extension RowReader.Draft {
  fileprivate var isUnlabelled: Bool { name.isEmpty && code == nil && lineNumber == nil && labels.isEmpty }

  /// What goes on with a row above a break, column by column: a label that passed for the name is none if the row above has
  /// one in its column.
  fileprivate func asRest(of last: Self) -> Self {
    guard let naming, last.labels.contains(where: { $0.header == naming.header }) else { return self }
    var rest = self
    rest.name = ""
    rest.labels.insert(naming, at: 0)
    return rest
  }

  /// Whether all of its labels stand in columns where a row has one too.
  fileprivate func isOfLabels(in last: Self) -> Bool {
    !labels.isEmpty && labels.allSatisfy { label in last.labels.contains { $0.header == label.header } }
  }

  fileprivate mutating func goOn(with rest: [FormTable.Label]) {
    for label in rest {
      if let index = labels.firstIndex(where: { $0.header == label.header }) { labels[index].text += label.text }
    }
  }
}
