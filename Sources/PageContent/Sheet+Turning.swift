extension Sheet {
  /// The page as its text runs: turned where most of it is turned by quarters; what stands apart and runs otherwise, as a
  /// title above a turned table, is a sheet of its own.
  func turnedUpright() -> [Sheet] {
    var counts = [0, 0, 0, 0]
    for glyph in glyphs where !glyph.isSpace { counts[Int(glyph.quarterTurns & 3)] += 1 }
    let total = counts.reduce(0, +)
    if counts[0] == total { return [self] }
    let turns = (0..<4).max { (counts[$0], -$0) < (counts[$1], -$1) } ?? 0
    // The direction that the other sheet's text runs in.
    let rest = (0..<4).filter { $0 != turns && counts[$0] > 0 }
    guard rest.count == 1, turns != 0 || counts[rest[0]] * Self.fewestParts >= total,
      let parts = partsApart(turns, rest[0])
    else { return [turned(by: turns)] }
    return [parts.first.turned(by: parts.firstTurns), parts.second.turned(by: parts.turnsOfSecond)]
  }

  /// Beside upright text, turned text of less than one part in this many is no table: side notes, narrow heads.
  private static let fewestParts = 4

  private typealias Parts = (first: Sheet, firstTurns: Int, second: Sheet, turnsOfSecond: Int)

  /// The sheet cut in two by the directions of its text, where neither reaches into the other; that which begins higher
  /// comes first.
  private func partsApart(_ turns: Int, _ otherTurns: Int) -> Parts? {
    var ofMain: [Glyph] = []
    var ofOther: [Glyph] = []
    for glyph in glyphs { if glyph.quarterTurns == otherTurns { ofOther.append(glyph) } else { ofMain.append(glyph) } }
    guard let mainBox = Self.inkBox(ofMain), let otherBox = Self.inkBox(ofOther) else { return nil }
    let isOtherOutside = !ofOther.contains { !$0.isSpace && mainBox.contains(x: $0.midX, y: $0.midY) }
    guard isOtherOutside || !ofMain.contains(where: { !$0.isSpace && otherBox.contains(x: $0.midX, y: $0.midY) })
    else { return nil }
    // Rules go with the text that stands in one block, and reach beyond it as a frame does.
    let text = isOtherOutside ? mainBox : otherBox
    let block = rulings.reduce(text) { $1.touches(text) ? $0.union($1.box) : $0 }
    // A frame around both is that of one table: a watermark runs across it.
    let outside = isOtherOutside ? ofOther : ofMain
    if outside.contains(where: { !$0.isSpace && block.contains(x: $0.midX, y: $0.midY) }) { return nil }
    var (main, other) = (self, self)
    (main.glyphs, other.glyphs) = (ofMain, ofOther)
    main.rulings = rulings.filter { $0.touches(block) == isOtherOutside }
    other.rulings = rulings.filter { $0.touches(block) != isOtherOutside }
    let isMainFirst = mainBox.y0 <= otherBox.y0
    // What is told of the page is told once.
    if isMainFirst { (other.leftOut, other.problems) = ([], []) } else { (main.leftOut, main.problems) = ([], []) }
    return isMainFirst ? (main, turns, other, otherTurns) : (other, otherTurns, main, turns)
  }

  private static func inkBox(_ glyphs: [Glyph]) -> Box? {
    var box: Box?
    for glyph in glyphs where !glyph.isSpace { box = box?.union(glyph.box) ?? glyph.box }
    return box
  }

  /// Turned so that text that is turned by so many quarters runs rightwards.
  private func turned(by turns: Int) -> Sheet {
    if turns == 0 { return self }
    var sheet = self
    sheet.place.quarterTurns = turns
    if turns != 2 { (sheet.width, sheet.height) = (height, width) }
    for index in glyphs.indices { sheet.glyphs[index].turn(sheet.place) }
    for index in rulings.indices { sheet.rulings[index].turn(sheet.place) }
    return sheet
  }
}

extension Glyph {
  fileprivate mutating func turn(_ place: SheetPlace) {
    let box = place.turned(self.box)
    (x0, y0, x1, y1) = (box.x0, box.y0, box.x1, box.y1)
    baseline =
      switch place.quarterTurns {
      case 1: place.pageWidth - Double(penX)
      case 3: Double(penX)
      default: place.pageHeight - baseline
      }
    isRotated = Int(quarterTurns) != place.quarterTurns
    quarterTurns = (quarterTurns + 4 - UInt8(place.quarterTurns)) & 3
  }
}

extension Ruling {
  /// Whether it reaches a box, or stands as near as a frame around it does.
  fileprivate func touches(_ other: Box) -> Bool {
    let frame = 20.0
    return box.x0 < other.x1 + frame && box.x1 > other.x0 - frame && box.y0 < other.y1 + frame
      && box.y1 > other.y0 - frame
  }

  fileprivate mutating func turn(_ place: SheetPlace) {
    let turned = place.turned(box)
    if place.quarterTurns != 2 { axis = axis == .horizontal ? .vertical : .horizontal }
    switch axis {
    case .horizontal: (position, start, end) = (turned.y0, turned.x0, turned.x1)
    case .vertical: (position, start, end) = (turned.x0, turned.y0, turned.y1)
    }
  }
}
