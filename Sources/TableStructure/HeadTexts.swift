import PageContent

/// The words over columns of figures, which end where these do: a head whose letters or figures stand apart is one, and
/// two whose brackets touch are two.
struct HeadTexts {
  /// Where figures of the body end, ascending.
  private let ends: [Double]

  /// How far a column's text may begin right of where the figures before it end, in em.
  private static let padding = 0.7
  /// How far a figure may stand from the words around it, in em.
  static let figureGap = 1.1

  init(over body: some Sequence<[AlignedText]>) {
    var ends: [Double] = []
    for end in body.joined().filter(\.isNumber).map(\.box.x1).sorted() where end - (ends.last ?? -.infinity) > 0.6 {
      ends.append(end)
    }
    self.ends = ends
  }

  /// The texts of a line of the header.
  func texts(of line: [AlignedText]) -> [AlignedText] {
    guard let first = line.first else { return line }
    let cut = line.flatMap(parted)
    var groups = [[cut[0]]]
    for (text, previous) in zip(cut.dropFirst(), cut) {
      if isJoined(previous, text) { groups[groups.count - 1].append(text) } else { groups.append([text]) }
    }
    var texts: [AlignedText] = []
    for group in filled(groups) {
      texts.append(group.count == 1 ? group[0] : AlignedText(group.flatMap { $0.lines[0].words }, at: first.line))
    }
    return texts.map(\.asHead)
  }

  /// Whether a column of figures ends between two texts.
  private func areParted(_ left: Double, _ right: Double) -> Bool {
    let end = ends.partitionPoint { $0 >= left - 0.3 }
    return end < ends.count && ends[end] < right + 0.3
  }

  // MARK: Two heads in one text

  /// The texts of cells that touch: the blank half of a bracket reaches into the next cell.
  private func parted(_ text: AlignedText) -> [AlignedText] {
    let words = text.lines[0].words
    if words.count == 1, !words[0].seams.contains(where: { $0.right < $0.left }) { return [text] }
    var runs: [[Word]] = []
    for word in words.flatMap({ word in word.parts(cutAt: word.seams.filter { $0.right < $0.left }) }) {
      if let last = runs.last?.last, word.box.x0 >= last.box.x1 || !areParted(last.inkX1, word.inkX0) {
        runs[runs.count - 1].append(word)
      } else {
        runs.append([word])
      }
    }
    return runs.count == 1 ? [text] : runs.map { AlignedText($0, at: text.line) }
  }

  // MARK: One head in several texts

  private func isJoined(_ left: AlignedText, _ right: AlignedText) -> Bool {
    left.isNumber != right.isNumber && left.distance(to: right) < Self.figureGap * left.size
      && !areParted(left.box.x1 + (left.isNumber ? 0.6 : 0), right.box.x0)
  }

  /// Single letters from one edge of a column to the other are one line of it, set out to its full width.
  private func filled(_ groups: [[AlignedText]]) -> [[AlignedText]] {
    var result: [[AlignedText]] = []
    var index = 0
    while index < groups.count {
      var end = index
      if let column = column(begunBy: groups[index]) {
        var last = index
        while last + 1 < groups.count, isLetter(groups[last + 1]), let word = groups[last + 1][0].lines[0].words.last,
          word.inkX1 < column + 0.3
        {
          last += 1
          if word.inkX1 > column - 0.3 { end = last }
        }
      }
      result.append(Array(groups[index...end].joined()))
      index = end + 1
    }
    return result
  }

  /// Where the column ends at whose left edge a letter stands.
  private func column(begunBy group: [AlignedText]) -> Double? {
    guard isLetter(group), let word = group[0].lines[0].words.first else { return nil }
    let start = word.inkX0
    let next = ends.partitionPoint { $0 >= start }
    guard next > 0, next < ends.count, start - ends[next - 1] < Self.padding * word.size else { return nil }
    return ends[next]
  }

  private func isLetter(_ group: [AlignedText]) -> Bool {
    group.count == 1 && group[0].text.unicodeScalars.count == 1 && !group[0].isNumber
  }
}
