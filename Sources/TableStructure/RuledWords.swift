import PageContent

/// The words of a page, those in ruled grids by the cell that they stand in.
struct RuledWords {
  private(set) var tables: [(grid: RuledGrid, cells: [[Word]])] = []
  /// The words outside all grids, and those whose rules say too little of them.
  private(set) var outside: [Word] = []

  init(_ words: [Word], in all: [RuledGrid], pageHeight: Double) {
    // A word belongs to the smallest grid around it: a frame around a page is not its table.
    let grids = all.sorted { $0.box.width * $0.box.height < $1.box.width * $1.box.height }
    var inside = grids.map { _ in [(word: Int, cell: Int)]() }
    let nearby = GridBands(grids)
    let numbers = grids.isEmpty ? [] : PageMargin.numberWords(in: words, pageHeight: pageHeight)
    var outside: [Int] = []
    for (index, word) in words.enumerated() {
      if numbers.isEmpty || !numbers.contains(index), let (grid, cell) = nearby.place(of: word, in: grids) {
        inside[grid].append((index, cell))
      } else {
        outside.append(index)
      }
    }
    for (grid, placed) in zip(grids, inside) {
      var cells = [[Word]](repeating: [], count: grid.cells.count)
      for (word, cell) in placed { cells[cell].append(words[word]) }
      let finding = MissingRules.find(in: grid, words: cells)
      switch finding {
      case .none: tables.append((grid, grid.parting(placed.map { (words[$0.word], $0.cell) })))
      case .completed(let whole):
        let placed = placed.map { word, _ in (words[word], whole.cell(x: words[word].midX, y: words[word].inkY) ?? 0) }
        tables.append((whole, whole.parting(placed)))
      case .unreadable: outside += placed.map(\.word)
      }
    }
    // In the order of the page's content.
    self.outside = outside.sorted().map { words[$0] }
  }
}

extension RuledGrid {
  /// The words of each cell. A text that overflows its cell stays whole, but a figure is not joined to what the next cell
  /// begins with.
  fileprivate func parting(_ placed: [(word: Word, cell: Int)]) -> [[Word]] {
    var parted = [[Word]](repeating: [], count: cells.count)
    var last: (word: Word, place: Int)?
    func put(_ word: Word, _ place: Int) {
      // A comma at the end of a line may hang over the rule.
      let own = last.flatMap { $0.place != place && word.endsLine(of: $0.word) ? $0.place : nil } ?? place
      parted[own].append(word)
      last = (word, own)
    }
    for (word, place) in placed {
      let cuts = word.seams.filter { divides(word, at: $0) }
      if cuts.isEmpty {
        put(word, place)
        continue
      }
      for part in word.parts(cutAt: cuts) { put(part, cell(x: part.midX, y: part.inkY) ?? place) }
    }
    return parted
  }

  /// Whether a border between two cells runs at a seam of a word.
  private func divides(_ word: Word, at seam: Word.Seam) -> Bool {
    // A full-width bracket has its ink in one half of its box: look half a character to either side.
    let reach = 0.5 * word.size
    guard let left = cell(x: min(seam.left, seam.right) - reach, y: word.inkY),
      let right = cell(x: max(seam.left, seam.right) + reach, y: word.inkY)
    else {
      return false
    }
    return left != right
  }
}

extension Word {
  /// Whether it is a mark that no line begins with, right behind a word.
  fileprivate func endsLine(of word: Word) -> Bool {
    text.count == 1 && text.allSatisfy { "，、。；：）".unicodeScalars.contains($0) }
      && abs(baseline - word.baseline) < 0.2 * size && abs(box.x0 - word.box.x1) < 0.5 * size
  }
}

/// The grids by the bands of the page that they reach into, so that no word is held against every grid.
private struct GridBands {
  private let boxes: [Box]
  /// From the highest band that a grid reaches into.
  private var bands: [[Int]] = []
  private let first: Int

  init(_ grids: [RuledGrid]) {
    boxes = grids.map(\.box)
    first = boxes.map { GridBands.band($0.y0) }.min() ?? 0
    for (index, box) in boxes.enumerated() {
      let top = GridBands.band(box.y0) - first
      let bottom = max(top, GridBands.band(box.y1) - first)
      while bands.count <= bottom { bands.append([]) }
      for band in top...bottom { bands[band].append(index) }
    }
  }

  /// The grid and the cell that a word's middle stands in, or nil outside all grids.
  func place(of word: Word, in grids: [RuledGrid]) -> (grid: Int, cell: Int)? {
    let (x, y) = (word.midX, word.inkY)
    let band = GridBands.band(y) - first
    guard bands.indices.contains(band) else { return nil }
    for index in bands[band] where boxes[index].contains(x: x, y: y) {
      if let cell = grids[index].cell(x: x, y: y) { return (index, cell) }
    }
    return nil
  }

  /// Bands are about as high as a few rows; positions far off any page count as its edge.
  private static func band(_ y: Double) -> Int { y.isFinite ? Int(min(max(y, -20_000), 20_000) / 50) : 0 }
}
