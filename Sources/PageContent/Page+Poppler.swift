import CPoppler

extension Page {
  /// Takes over what Poppler drew.
  init(number: Int, drawn: jsp_page) {
    self.init(number: number, width: Double(drawn.width), height: Double(drawn.height))
    glyphs = UnsafeBufferPointer(start: drawn.glyphs, count: drawn.glyph_count).map(Glyph.init)
    rulings = UnsafeBufferPointer(start: drawn.rulings, count: drawn.ruling_count).map(Ruling.init)
    images = UnsafeBufferPointer(start: drawn.images, count: drawn.image_count).map(Box.init)

    if drawn.error_count > 0 { problems.append(.drawingErrors(Int(drawn.error_count))) }
    if drawn.status & UInt32(JSP_PAGE_DEADLINE) != 0 { problems.append(.deadline) }
    if drawn.status & UInt32(JSP_PAGE_GLYPH_CAP) != 0 { problems.append(.tooManyGlyphs) }
    if drawn.status & UInt32(JSP_PAGE_RULING_CAP) != 0 { problems.append(.tooManyRulings) }
    if drawn.unmapped_glyph_count > 0 { problems.append(.unmappedGlyphs(drawn.unmapped_glyph_count)) }
    hasHiddenLayer = drawn.hidden_layer_count > 0
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
      isSpace: record.flags & UInt32(JSP_GLYPH_SPACE) != 0,
      penX: record.pen_x,
      quarterTurns: UInt8(
        truncatingIfNeeded: (record.flags & UInt32(JSP_GLYPH_QUARTERS)) >> UInt32(JSP_GLYPH_QUARTER_SHIFT)),
      traits: Traits(flags: record.flags))
  }
}

extension Glyph.Traits {
  /// Most characters have none.
  private static let flags =
    UInt32(JSP_GLYPH_INVISIBLE) | UInt32(JSP_GLYPH_GROUND) | UInt32(JSP_GLYPH_PALE) | UInt32(JSP_GLYPH_WATERMARK)
    | UInt32(JSP_GLYPH_SLANTED)

  fileprivate init(flags: UInt32) {
    self = []
    if flags & Self.flags == 0 { return }
    if flags & UInt32(JSP_GLYPH_INVISIBLE) != 0 { insert(.invisible) }
    if flags & UInt32(JSP_GLYPH_GROUND) != 0 { insert(.backgroundColour) }
    if flags & UInt32(JSP_GLYPH_PALE) != 0 { insert(.pale) }
    if flags & UInt32(JSP_GLYPH_WATERMARK) != 0 { insert(.watermark) }
    if flags & UInt32(JSP_GLYPH_SLANTED) != 0 { insert(.slanted) }
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
