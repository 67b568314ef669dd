import PageContent

/// The columns of a table set in a fixed pitch.
///
/// The words of the body never reach out of their columns, so those that stand under each other are one column. Where a
/// column is blank, the lowest word of the header over it is all there is of it, and its number (栏次).
struct ColumnLayout {
  struct Column {
    var extent: Range<Int>
    /// What the words of the body take of it; nil for a blank column.
    var body: Range<Int>?
    /// The rows of the body that have words in it, 合计 aside.
    var filled: Set<Int> = []
    /// Some of these words are figures or parts of a code.
    var holdsValues = false
    /// Some are figures that are no codes or line numbers.
    var holdsAmounts = false
    /// Some word of the header belongs to it alone.
    var isHeaded = false
    /// It has a column number.
    var isNumbered = false

    var isFilled: Bool { !filled.isEmpty }

    mutating func join(_ other: Column) {
      extent = extent.union(other.extent)
      body = other.body.map { body?.union($0) ?? $0 } ?? body
      filled.formUnion(other.filled)
      holdsValues = holdsValues || other.holdsValues
      holdsAmounts = holdsAmounts || other.holdsAmounts
      isHeaded = isHeaded || other.isHeaded
      isNumbered = isNumbered || other.isNumbered
    }
  }

  /// Far beyond any form.
  private static let mostColumns = 64

  private(set) var columns: [Column]
  /// The rows, with words of the header cut apart that stand over a column each.
  private(set) var rows: AlignedRows

  /// nil where the columns cannot be told surely: a row must not have two words in one column, and where columns are
  /// numbered, figures must have a number over them.
  init?(_ rows: AlignedRows) {
    self.rows = rows
    let numbers = rows.numbering.filter(\.isValue)
    let words = rows.body.joined().filter { !$0.isTotal && !$0.isCodePart }
    columns = Self.merged(words.map(\.columns)).map { Column(extent: $0, body: $0) }
    guard columns.count <= 2 * Self.mostColumns else { return nil }
    for (index, row) in rows.body.enumerated() {
      for word in row where !word.isTotal && !word.isCodePart {
        guard let column = columns(of: word).first else { continue }
        columns[column].filled.insert(index)
        columns[column].holdsValues = columns[column].holdsValues || word.isValue
        columns[column].holdsAmounts = columns[column].holdsAmounts || word.isValue && !word.isWhole
      }
    }
    joinLabels()
    for row in rows.body { addCodeParts(row.filter(\.isCodePart)) }
    for number in numbers { addNumber(number) }
    for index in rows.header.indices.reversed() {
      self.rows.header[index] = headsApart(rows.header[index])
      take(self.rows.header[index], above: rows.header[..<index].joined())
    }
    joinHalves(under: [])
    addTotals()
    guard columns.count > 1, columns.count <= Self.mostColumns, rows.body.allSatisfy(holdsApart),
      isNumbered(numbers)
    else { return nil }
  }

  var extents: [Range<Int>] { columns.map(\.extent) }

  /// The columns that a word stands in.
  func columns(of word: PlacedWord) -> Range<Int> {
    let first = columns.partitionPoint { $0.extent.upperBound > word.columns.lowerBound }
    let end = columns.partitionPoint { $0.extent.lowerBound >= word.columns.upperBound }
    return first..<max(first, end)
  }

  /// Whether a column holds figures that are no codes or line numbers.
  func holdsAmounts(_ column: Int) -> Bool { columns[column].isNumbered || columns[column].holdsAmounts }

  /// Whether a column holds codes, or counts its rows.
  func holdsCodes(_ column: Int) -> Bool { columns[column].holdsValues && !holdsAmounts(column) }

  /// The columns of codes that stand before a name, and after the figures left of it.
  func codes(before column: Int) -> Range<Int> {
    let start = columns[..<column].indices.last { !holdsCodes($0) }.map { $0 + 1 } ?? 0
    return start..<column
  }

  private static func merged(_ spans: [Range<Int>]) -> [Range<Int>] {
    var columns: [Range<Int>] = []
    for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = columns.last, span.lowerBound < last.upperBound {
        columns[columns.count - 1] = last.lowerBound..<max(last.upperBound, span.upperBound)
      } else {
        columns.append(span)
      }
    }
    return columns
  }

  // MARK: From the body

  /// Words may be indented or centred: two neighbours that hold words only, and never in one row, are one.
  private mutating func joinLabels() {
    var index = 0
    while index + 1 < columns.count {
      if isOneLabel(columns[index], columns[index + 1]) {
        join(index, index + 1)
      } else {
        index += 1
      }
    }
  }

  /// 类, 款 and 项 between the rows head the parts of codes, in their order, and need not stand right over them.
  private mutating func addCodeParts(_ parts: [PlacedWord]) {
    let codes = columns.indices.prefix { columns[$0].holdsValues && !columns[$0].holdsAmounts }
    for (index, part) in parts.enumerated() {
      if codes.count == parts.count, isFree(part, for: codes[index]) {
        extend(codes[index], over: part)
      } else if columns(of: part).isEmpty {
        insert(part.columns)
      }
      if let column = columns(of: part).first { columns[column].holdsValues = true }
    }
  }

  /// Whether no other column is in the way of a word that belongs to a column.
  private func isFree(_ word: PlacedWord, for column: Int) -> Bool {
    let extent = columns[column].extent
    let whole = extent.union(word.columns)
    return columns.indices.allSatisfy { $0 == column || !columns[$0].extent.overlaps(whole) }
  }

  private func isOneLabel(_ a: Column, _ b: Column) -> Bool {
    !a.holdsValues && !b.holdsValues && a.filled.isDisjoint(with: b.filled)
  }

  private mutating func join(_ first: Int, _ last: Int) {
    for column in columns[(first + 1)...last] { columns[first].join(column) }
    columns.removeSubrange((first + 1)...last)
  }

  // MARK: From the header

  private mutating func insert(_ span: Range<Int>, isHeaded: Bool = false, isNumbered: Bool = false) {
    let place = columns.firstIndex { $0.extent.lowerBound >= span.upperBound } ?? columns.count
    columns.insert(Column(extent: span, isHeaded: isHeaded, isNumbered: isNumbered), at: place)
  }

  private mutating func addNumber(_ number: PlacedWord) {
    let place = columns(of: number)
    if place.isEmpty {
      insert(number.columns, isNumbered: true)
    } else if place.count == 1 {
      extend(place.lowerBound, over: number)
      columns[place.lowerBound].isNumbered = true
    }
  }

  private mutating func extend(_ column: Int, over word: PlacedWord) {
    columns[column].extent = columns[column].extent.union(word.columns)
  }

  /// One blank may be all that parts the heads of columns: as many words as there are columns of figures without a head
  /// from the one below them on, up to the line's next word. What counts characters sets the words far left of the last ones.
  private func headsApart(_ row: [PlacedWord]) -> [PlacedWord] {
    row.enumerated().flatMap { index, word in
      // A word of two letters may be set wide.
      guard word.parts.count > 1, word.parts.allSatisfy({ $0.range.count > 1 }) else { return [word] }
      let next = index + 1 < row.count ? row[index + 1].columns.lowerBound : Int.max
      let below = columns(of: word)
      let all = below.lowerBound..<(columns.firstIndex { $0.extent.upperBound > next } ?? columns.count)
      guard !below.isEmpty, below.upperBound <= all.upperBound, all.count == word.parts.count,
        all.allSatisfy({ columns[$0].isFilled && !columns[$0].isHeaded && holdsAmounts($0) })
      else { return [word] }
      return zip(word.parts, all).map { part, column in
        part.columns.overlaps(columns[column].extent) ? part : part.set(over: columns[column].extent)
      }
    }
  }

  /// The words of the header are read from its last line up: a word over columns without a head of their own is their
  /// head, one over other heads spans these.
  private mutating func take(_ row: [PlacedWord], above: some Sequence<PlacedWord>) {
    let lower = columns.filter(\.isHeaded).map(\.extent)
    for word in row where !lower.contains(where: { $0.overlaps(word.columns) }) {
      var place = columns(of: word)
      if place.isEmpty {
        if !standsBetweenHeads(word, lower) { insert(word.columns, isHeaded: true) }
        continue
      }
      // What the head stands over is one column, but for those that have words in one row, the parts of a code.
      var index = place.lowerBound
      while index + 1 < place.upperBound {
        if isOne(columns[index], columns[index + 1]) {
          join(index, index + 1)
          place = place.lowerBound..<place.upperBound - 1
        } else {
          index += 1
        }
      }
      for column in place { columns[column].isHeaded = true }
      if place.count == 1 { extend(place.lowerBound, over: word) }
    }
    joinHalves(under: above)
  }

  private func isOne(_ a: Column, _ b: Column) -> Bool {
    !(a.isNumbered && b.isNumbered) && (!a.isFilled || !b.isFilled || isOneLabel(a, b))
  }

  /// A word over the gap of two columns with heads of their own, with no room for a column of its own or no number for
  /// it, spans both.
  private func standsBetweenHeads(_ word: PlacedWord, _ lower: [Range<Int>]) -> Bool {
    let right = columns.firstIndex { $0.extent.lowerBound >= word.columns.upperBound } ?? columns.count
    guard right > 0, right < columns.count, lower.contains(columns[right].extent),
      lower.contains(columns[right - 1].extent)
    else { return false }
    let areNumbered = columns[right].isNumbered && columns[right - 1].isNumbered
    let gap = columns[right].extent.lowerBound - columns[right - 1].extent.upperBound
    return areNumbered || gap - word.columns.count < 4
  }

  /// Centred heads and numbers need not reach over the figures at the right or the labels at the left of their column: a
  /// blank column beside one without a head is the same column, unless another head stands over either.
  private mutating func joinHalves(under above: some Sequence<PlacedWord>) {
    var index = 0
    while index + 1 < columns.count {
      let (a, b) = (columns[index], columns[index + 1])
      let areHalves =
        a.isFilled != b.isFilled && !(a.isHeaded && b.isHeaded) && !(a.isNumbered && b.isNumbered)
      let gap = b.extent.lowerBound - a.extent.upperBound
      let areParted = above.contains { $0.columns.overlaps(a.extent) != $0.columns.overlaps(b.extent) }
      if areHalves, gap <= Self.widestHalf, !areParted {
        join(index, index + 1)
      } else {
        index += 1
      }
    }
  }

  private static let widestHalf = 12

  /// Where the only labels are totals, their column is known by nothing else.
  private mutating func addTotals() {
    for row in rows.body {
      guard let first = row.first, first.isTotal, let value = row.first(where: \.isValue),
        columns(of: first).isEmpty, !columns.contains(where: { $0.extent.upperBound <= value.columns.lowerBound })
      else { continue }
      insert(first.columns)
    }
  }

  // MARK: Doubts

  private func holdsApart(_ row: [PlacedWord]) -> Bool {
    var taken: Set<Int> = []
    for word in row where !word.isTotal {
      let place = columns(of: word)
      guard place.count == 1, taken.insert(place.lowerBound).inserted else { return false }
    }
    return true
  }

  /// More figures in a row than its header numbers: some column is not known.
  private func isNumbered(_ numbers: [PlacedWord]) -> Bool {
    guard let first = numbers.first else { return true }
    let places = numbers.map { columns(of: $0) }
    let known = Set(places.map(\.lowerBound))
    guard places.allSatisfy({ $0.count == 1 }), known.count == places.count,
      rows.numbering.allSatisfy({ $0.isValue || known.isDisjoint(with: columns(of: $0)) })
    else { return false }
    return rows.body.joined().allSatisfy { word in
      // 行次 and codes are whole.
      guard word.isValue, !word.isWhole, word.columns.lowerBound >= first.columns.lowerBound else { return true }
      return columns(of: word).allSatisfy(known.contains)
    }
  }
}
