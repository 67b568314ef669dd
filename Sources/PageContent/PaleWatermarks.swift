/// Watermarks that run as the text does: pale, and printed over the content, large or again and again.
struct PaleWatermarks {
  /// Their characters, as indices into the page's.
  private(set) var glyphs: Set<Int> = []

  /// A pale text on one baseline.
  private struct Run {
    var indices: [Int]
    var run: GlyphRun
    var baseline: Double
  }

  private let page: Page
  private var bands: ContentBands

  /// How much larger than the content a watermark is that stands on its page once.
  private static let large = 1.5
  /// How often a smaller one is printed at least.
  private static let often = 3

  init(on page: Page) {
    self.page = page
    bands = ContentBands(page)
    guard let body = bands.size else { return }
    let runs = Self.runs(page.glyphs)
    var groups: [String: [Run]] = [:]
    for run in runs { groups[run.run.text, default: []].append(run) }
    for (text, group) in groups {
      let isLarge = group.contains { $0.run.size >= Self.large * body }
      guard isLarge || group.count >= Self.often else { continue }
      guard group.contains(where: { liesOverContent($0) }) || isTiled(text, group) else { continue }
      for run in group { glyphs.formUnion(run.indices) }
    }
  }

  private static func runs(_ glyphs: [Glyph]) -> [Run] {
    var runs: [Run] = []
    var last = -1
    for (index, glyph) in glyphs.enumerated() {
      guard glyph.traits == .pale, !(last != index - 1 && glyph.isSpace) else { continue }
      if last == index - 1, let run = runs.last, abs(run.baseline - glyph.baseline) < 0.1 * glyph.size,
        run.run.goesOn(with: glyph)
      {
        runs[runs.count - 1].indices.append(index)
        runs[runs.count - 1].run.append(glyph)
      } else if !glyph.isSpace {
        runs.append(Run(indices: [index], run: GlyphRun(glyph), baseline: glyph.baseline))
      } else {
        continue
      }
      last = index
    }
    return runs
  }

  /// Whether other text, or the rules of a table, are printed over it, as nothing is over what is to be read.
  private mutating func liesOverContent(_ run: Run) -> Bool {
    let box = run.run.box
    return bands.holdRule(throughMiddleOf: box) || bands.count(in: box) >= 2 || bands.holdRules(across: box)
  }

  /// Whether it is spread over a page, most of it outside tables, whose rows and columns may hold the same words.
  private func isTiled(_ text: String, _ group: [Run]) -> Bool {
    guard group.count > Self.often, text.unicodeScalars.count > 1, text.unicodeScalars.contains(where: \.isIdeographic),
      group.count(where: { !bands.isWithinRules($0.run.box) }) * 2 > group.count
    else { return false }
    let size = group[0].run.size
    func areSpread(_ places: [Double]) -> Bool { (places.max() ?? 0) - (places.min() ?? 0) > 5 * size }
    return areSpread(group.map(\.run.box.x0)) && areSpread(group.map(\.run.box.y0))
  }
}

/// The characters of a page that are not pale, and its horizontal rules, by the bands of the page that they stand in.
private struct ContentBands {
  private var characters: [Int: [(x: Double, y: Double)]] = [:]
  private var rules: [Int: [Ruling]] = [:]
  /// The vertical rules, by their places.
  private var uprights: [Ruling] = []
  /// The size of most characters; nil where there are none.
  let size: Double?
  /// What the rules of the page, in both directions, lie in.
  private var ruled: Box?
  /// How many more places are compared: a page that is all pale text on dark must not take long.
  private var budget = 1_000_000

  init(_ page: Page) {
    var sizes: [Int: Int] = [:]
    for glyph in page.glyphs where glyph.traits.isEmpty && !glyph.isSpace {
      sizes[Int(min(glyph.size, 1000) * 2), default: 0] += 1
      characters[Self.band(glyph.midY), default: []].append((glyph.midX, glyph.midY))
    }
    size = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }.map { Double($0.key) / 2 }
    for ruling in page.rulings {
      ruled = ruled?.union(ruling.box) ?? ruling.box
      if ruling.axis == .horizontal {
        rules[Self.band(ruling.position), default: []].append(ruling)
      } else {
        uprights.append(ruling)
      }
    }
    uprights.sort { $0.position < $1.position }
  }

  func isWithinRules(_ box: Box) -> Bool { ruled?.contains(x: box.midX, y: box.midY) ?? false }

  /// How many characters have their middle in a box.
  mutating func count(in box: Box) -> Int {
    var count = 0
    for band in bands(of: box) {
      let candidates = characters[band] ?? []
      budget -= candidates.count
      count += candidates.count { box.contains(x: $0.x, y: $0.y) }
    }
    return count
  }

  /// Whether a rule runs through the middle of a text, not along its edge.
  mutating func holdRule(throughMiddleOf box: Box) -> Bool {
    let middle = (box.y0 + 0.2 * box.height)...(box.y1 - 0.2 * box.height)
    for band in bands(of: box) {
      let candidates = rules[band] ?? []
      budget -= candidates.count
      if candidates.contains(where: { middle.contains($0.position) && $0.start < box.midX && $0.end > box.midX }) {
        return true
      }
    }
    return false
  }

  /// Whether vertical rules cut a text from its top to its foot, as those of a turned table do.
  mutating func holdRules(across box: Box) -> Bool {
    let crossing = uprights[uprights.partitionPoint { $0.position > box.x0 }...].prefix { $0.position < box.x1 }
    budget -= crossing.count
    return budget > 0 && crossing.count { $0.start < box.y0 && $0.end > box.y1 } >= 2
  }

  private func bands(of box: Box) -> Range<Int> {
    let first = Self.band(box.y0)
    return budget > 0 ? first..<max(first, Self.band(box.y1)) + 1 : first..<first
  }

  /// Positions far off any page count as its edge.
  private static func band(_ y: Double) -> Int { y.isFinite ? Int(min(max(y, -20_000), 20_000) / 20) : 0 }
}
