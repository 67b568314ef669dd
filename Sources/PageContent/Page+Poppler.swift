import CPoppler

extension Page {
  /// Fewer visible characters than this are a stamp or a page number, not the text of a page.
  static let inkedGlyphsOfText = 8

  /// Takes over what Poppler drew.
  init(number: Int, drawn: jsp_page) {
    self.init(number: number, width: Double(drawn.width), height: Double(drawn.height))

    let records = UnsafeBufferPointer(start: drawn.glyphs, count: drawn.glyph_count)
    var visible = 0
    var invisible = 0
    for record in records where record.flags & UInt32(JSP_GLYPH_SPACE) == 0 {
      if record.flags & UInt32(JSP_GLYPH_INVISIBLE) == 0 { visible += 1 } else { invisible += 1 }
    }
    let usesInvisible = visible < Page.inkedGlyphsOfText && invisible > 0
    let left: UInt32 = usesInvisible ? 0 : UInt32(JSP_GLYPH_INVISIBLE)
    glyphs.reserveCapacity(records.count)
    for record in records where record.flags & left == 0 { glyphs.append(Glyph(record)) }

    rulings = UnsafeBufferPointer(start: drawn.rulings, count: drawn.ruling_count).map(Ruling.init)
    images = UnsafeBufferPointer(start: drawn.images, count: drawn.image_count).map(Box.init)

    if drawn.error_count > 0 { problems.append(.drawingErrors(Int(drawn.error_count))) }
    if drawn.status & UInt32(JSP_PAGE_DEADLINE) != 0 { problems.append(.deadline) }
    if drawn.status & UInt32(JSP_PAGE_GLYPH_CAP) != 0 { problems.append(.tooManyGlyphs) }
    if drawn.status & UInt32(JSP_PAGE_RULING_CAP) != 0 { problems.append(.tooManyRulings) }
    if drawn.unmapped_glyph_count > 0 { problems.append(.unmappedGlyphs(drawn.unmapped_glyph_count)) }
    if isScan { problems.append(.scan) }
    if usesInvisible { problems.append(.invisibleText) }
  }
}

extension Glyph {
  fileprivate init(_ record: jsp_glyph) {
    self.init(
      scalar: (Unicode.Scalar(record.scalar) ?? "\u{FFFD}").withoutRadical,
      x0: Double(record.x0), y0: Double(record.y0), x1: Double(record.x1), y1: Double(record.y1),
      baseline: Double(record.baseline), size: Double(record.size),
      isBold: record.flags & UInt32(JSP_GLYPH_BOLD) != 0,
      isRotated: record.flags & UInt32(JSP_GLYPH_ROTATED) != 0,
      isSpace: record.flags & UInt32(JSP_GLYPH_SPACE) != 0)
  }
}

extension Ruling {
  fileprivate init(_ record: jsp_ruling) {
    let isHorizontal = record.y0 == record.y1
    self.init(
      axis: isHorizontal ? .horizontal : .vertical,
      position: Double(isHorizontal ? record.y0 : record.x0),
      start: Double(isHorizontal ? record.x0 : record.y0),
      end: Double(isHorizontal ? record.x1 : record.y1),
      thickness: Double(record.thickness))
  }
}

extension Box {
  fileprivate init(_ record: jsp_box) {
    self.init(x0: Double(record.x0), y0: Double(record.y0), x1: Double(record.x1), y1: Double(record.y1))
  }
}
