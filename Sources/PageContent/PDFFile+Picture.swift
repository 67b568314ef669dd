import CPoppler

extension PDFFile {
  /// What a picture may cost: a page can be metres wide, and made never to end.
  package struct PictureLimits: Sendable {
    package var pixels = 16_000_000
    package var deadlineSeconds = 10.0

    package init() {}
  }

  /// A page, or a part of it, as the bytes of a PNG.
  ///
  /// - Parameters:
  ///   - dpi: lowered where the picture would have more pixels than the limits let it.
  ///   - crop: in points, as the boxes of what is read; nil for the whole page.
  /// - Returns: nil where there is no such page or part, or no picture of it within the limits.
  package func picture(
    of number: Int, dpi: Double = 96, crop: Box? = nil, limits: PictureLimits = PictureLimits()
  ) -> [UInt8]? {
    guard let index = Int32(exactly: number) else { return nil }
    var options = jsp_picture_options(
      dpi: dpi, pixel_cap: max(0, limits.pixels), deadline_seconds: limits.deadlineSeconds, crop: nil)
    guard let crop else { return render(index, &options) }
    let box = jsp_box(x0: Float(crop.x0), y0: Float(crop.y0), x1: Float(crop.x1), y1: Float(crop.y1))
    return withUnsafePointer(to: box) {
      options.crop = $0
      return render(index, &options)
    }
  }
}
