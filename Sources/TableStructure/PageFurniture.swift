import PageContent

/// Lines that belong to the page, not to what it says.
struct PageFurniture {
  /// For each line whether it is to be passed over: page numbers and decorative rules.
  private(set) var marks: [Bool]
  /// The page numbers.
  private(set) var leftOut: [LeftOut] = []

  /// A bare number needs a blank line or a page's edge beside it, or others that it counts up with: in a text copied cell
  /// by cell it is an amount.
  init(_ lines: [TextLine]) {
    marks = lines.map { Self.isRule($0.text) }
    var bare: [(line: Int, number: Int)] = []
    for (index, line) in lines.enumerated() where !line.isBlank && line.text.count <= Self.longest {
      guard let number = PageNumber(line.text) else { continue }
      let isFigureAlone = line.text.allSatisfy(\.isDigit)
      let isSure = number.isMarked || isFigureAlone && line.text.count <= 3 && Self.standsAlone(index, lines)
      if isSure { mark(index, line) }
      if isFigureAlone, !line.hasTab { bare.append((index, number.number)) }
    }
    for index in Self.counting(bare, lines) where !marks[index] { mark(index, lines[index]) }
    leftOut.sort { $0.location.line ?? 0 < $1.location.line ?? 0 }
  }

  private mutating func mark(_ index: Int, _ line: TextLine) {
    guard !line.hasTab || PageNumber(line.text)?.isMarked ?? false else { return }
    marks[index] = true
    leftOut.append(
      LeftOut(
        reason: .pageNumber, text: String(String.UnicodeScalarView(line.text)), location: line.location(line.content)))
  }

  private static let longest = 30

  private static func standsAlone(_ index: Int, _ lines: [TextLine]) -> Bool {
    index == 0 || index + 1 == lines.count || lines[index].startsPage || lines[index - 1].isBlank
      || lines[index + 1].isBlank || lines[index + 1].startsPage
  }

  // MARK: Numbers that count up

  /// So many lines a page has at least on average, and a short one in any case: the numbers of rows stand closer.
  private static let fewestLines = (mean: 10, shortest: 4)

  /// The bare numbers, each on a line, that count the pages of the text: each one more than that before it, as far apart
  /// as pages are long.
  private static func counting(_ bare: [(line: Int, number: Int)], _ lines: [TextLine]) -> [Int] {
    // The longest chain that ends with each of them, by its number.
    var chains: [Int: (first: Int, members: [Int])] = [:]
    var best: (first: Int, members: [Int]) = (0, [])
    for (line, number) in bare {
      var chain: (first: Int, members: [Int]) = (line, [line])
      if let before = chains[number - 1], let last = before.members.last, line - last > fewestLines.shortest {
        chain = (before.first, before.members + [line])
      }
      if chain.members.count >= chains[number]?.members.count ?? 0 { chains[number] = chain }
      if chain.members.count > best.members.count { best = chain }
    }
    let members = best.members
    guard members.count > 1, let first = members.first, let last = members.last,
      last - first >= fewestLines.mean * (members.count - 1)
    else { return [] }
    // A text in which each cell has a line numbers its rows so, too.
    let amongRows = members.count { index in
      [index - 1, index + 1].contains { lines.indices.contains($0) && isWide(lines[$0]) }
    }
    return 2 * amongRows > members.count ? members : []
  }

  /// Whether a line is more than one cell: a row, a sentence, a gap between pages.
  private static func isWide(_ line: TextLine) -> Bool {
    line.isBlank || line.hasTab || line.hasPipe || line.text.count > 20
      || zip(line.text, line.text.dropFirst()).contains { $0.isBlank && $1.isBlank }
  }

  /// A line of nothing but dashes, underscores or the like.
  private static func isRule(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    guard (3...80).contains(text.count), let first = text.first, "-_=*".unicodeScalars.contains(first) else {
      return false
    }
    return text.allSatisfy { $0 == first || $0 == " " }
  }
}
