import PageContent

/// Figures that break inside narrow cells, in rows that a page cuts in two: 4,377 at the foot of one page, .69 at the head
/// of the next; or 3,603,42 and 3.
enum CutFigures {
  /// Whether all figures that rests would go on with are surely cut.
  static func areOpen(_ figures: [Figure?], _ rests: [Figure?]) -> Bool {
    zip(figures, rests).allSatisfy { begun, rest in rest == nil || begun?.isOpen ?? false }
  }

  /// The digits behind the point that most figures have. A bare 0 stands for nothing and says nothing of them.
  static func decimals(of figures: some Sequence<Figure?>) -> Int {
    var counts: [Int: Int] = [:]
    for figure in figures {
      if let value = figure?.amount?.value, !value.isZero { counts[value.scale, default: 0] += 1 }
    }
    return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
  }

  /// Whether a figure has all the digits behind the point that others have, or none: 0, and 12 beside 12.25.
  static func isWhole(_ figure: Figure?, decimals: Int) -> Bool {
    guard let scale = figure?.amount?.value.scale else { return true }
    return scale == 0 || scale >= decimals
  }

  /// The figures of a row with their rests, or nil where what follows are figures of their own: every rest must complete
  /// a figure that ends too early.
  static func joined(_ figures: [Figure?], _ rests: [Figure?], decimals: Int) -> [Figure?]? {
    guard rests.contains(where: { $0 != nil }) else { return nil }
    var result = figures
    for (index, rest) in rests.enumerated() {
      guard let rest else { continue }
      guard let begun = figures[index], begun.amount.map({ $0.value.scale < decimals }) ?? (begun.value == .unreadable),
        rest.text.unicodeScalars.allSatisfy({ $0.isASCIIDigit || $0 == "." || $0 == "," }), rest.text.count < 12,
        let whole = Figure(
          cell: begun.text + rest.text, unit: begun.amount?.unit ?? rest.amount?.unit, location: begun.location),
        whole.amount?.value.scale == decimals || begun.isOpen && whole.amount != nil,
        begun.value == .unreadable || rest.amount?.value.scale != decimals || rest.text.hasPrefix(".")
      else { return nil }
      result[index] = whole
    }
    return result
  }

  /// The same for figures without decimals, which show nothing of their end: 352362 and 4. What is made whole must agree with
  /// the row: it is another figure of it, or the sum of the others.
  static func joinedWholes(_ figures: [Figure?], _ rests: [Figure?]) -> [Figure?]? {
    var result = figures
    var mended: [Int] = []
    for (index, rest) in rests.enumerated() {
      guard let rest else { continue }
      guard let begun = figures[index], begun.amount?.value.scale == 0, rest.isDigits,
        let whole = Figure(cell: begun.text + rest.text, unit: begun.amount?.unit, location: begun.location)
      else { return nil }
      result[index] = whole
      mended.append(index)
    }
    let agrees = mended.allSatisfy { index in
      let others = result.indices.filter { $0 != index }.compactMap { result[$0]?.amount?.value }
      guard let value = result[index]?.amount?.value else { return false }
      return others.contains(value) || others.count > 1 && others.dropFirst().reduce(others[0]) { $0 + $1 } == value
    }
    return !mended.isEmpty && agrees ? result : nil
  }
}

extension Figure {
  /// Ends in a point or a comma: its last digits stand elsewhere.
  var isOpen: Bool { text.hasSuffix(".") || text.hasSuffix(",") }

  /// Nothing but digits: a figure, or the end of one.
  var isDigits: Bool { !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
