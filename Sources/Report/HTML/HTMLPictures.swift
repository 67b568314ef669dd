import PageContent

/// The pictures of a page of findings: each is embedded once, and shown again where it is needed again.
struct HTMLPictures {
  private let picture: (Int, Box) -> Result<PagePicture, PictureFailure>
  private var known: [Key: Known] = [:]
  private var count = 0
  private var byteCount = 0
  /// Pages that could not be drawn, and why: each try may have taken all the time that it may.
  private var undrawn: [Int: PictureFailure] = [:]

  private struct Key: Hashable {
    var page: Int
    var x0, y0, x1, y1: Double
  }

  private struct Known {
    var id: String
    var box: Box
  }

  /// Drawing a picture takes some hundredths of a second; nobody looks at more.
  private static let mostPictures = 120
  /// Base64 makes four bytes of three: this leaves a page of less than 3 MB with its tables.
  private static let mostBytes = 1_700_000
  /// A file with so many bad pages is left alone.
  private static let mostUndrawn = 3

  init(_ picture: @escaping (Int, Box) -> Result<PagePicture, PictureFailure>) {
    self.picture = picture
  }

  /// Writes the picture of a frame with its marks, or why there is none.
  mutating func write(_ frame: EvidenceFrames.Frame, to html: inout HTMLText) {
    let key = Key(page: frame.page, x0: frame.box.x0, y0: frame.box.y0, x1: frame.box.x1, y1: frame.box.y1)
    if let known = known[key] {
      write(frame, known.box, "<use href=\"#\(known.id)\"/>", to: &html)
      return
    }
    guard html.hasRoom(in: .findings), count < HTMLPictures.mostPictures, byteCount < HTMLPictures.mostBytes else {
      return
    }
    if let failure = undrawn[frame.page] ?? (undrawn.count < HTMLPictures.mostUndrawn ? nil : .timeout) {
      return write(failure, frame.page, to: &html)
    }
    let drawn: PagePicture
    switch picture(frame.page, frame.box) {
    case .success(let picture): drawn = picture
    case .failure(let failure):
      undrawn[frame.page] = failure
      return write(failure, frame.page, to: &html)
    }
    guard byteCount + drawn.png.count <= HTMLPictures.mostBytes,
      html.text.utf8.count + drawn.png.count * 4 / 3 < HTMLText.Part.findings.rawValue
    else { return }
    count += 1
    byteCount += drawn.png.count
    let id = "p\(count)"
    known[key] = Known(id: id, box: drawn.box)
    let box = HTMLPictures.attributes(of: drawn.box)
    write(
      frame, drawn.box, "<image id=\"\(id)\" \(box) href=\"data:image/png;base64,\(Base64.encoded(drawn.png))\"/>",
      to: &html)
  }

  private func write(_ failure: PictureFailure, _ page: Int, to html: inout HTMLText) {
    html.block("figure") { html in
      html.element("figcaption", [], "第 \(page) 页：\(failure.chinese)")
      html.lineEnd()
    }
  }

  private func write(_ frame: EvidenceFrames.Frame, _ box: Box, _ image: String, to html: inout HTMLText) {
    let view = [box.x0, box.y0, box.width, box.height].map { SVGText.number($0) }.joined(separator: " ")
    html.block("figure") { html in
      html.open("div", [("class", box.width > HTMLPictures.wide ? "sheet wide" : "sheet")])
      html.raw(
        "<svg role=\"img\" aria-label=\"第 \(frame.page) 页截图，标出所述位置\" viewBox=\"\(view)\" "
          + "style=\"max-width:\(SVGText.number(box.width * HTMLPictures.largestScale))px\">\(image)")
      for mark in frame.marks { write(mark, in: box, to: &html) }
      html.raw("</svg></div>\n")
      html.element("figcaption", [], "第 \(frame.page) 页")
      html.lineEnd()
    }
  }

  /// Pixels for a point: larger than this, print looks coarse.
  private static let largestScale = 1.6

  /// On a narrow screen a wider picture is shown in a box to scroll: shrunk to fit, its figures could not be read.
  private static let wide = 500.0

  private func write(_ mark: EvidenceFrames.Mark, in picture: Box, to html: inout HTMLText) {
    // The outline stands around the place, and inside the picture.
    let box = Box(
      x0: max(picture.x0 + 1, mark.box.x0 - 1.5), y0: max(picture.y0 + 1, mark.box.y0 - 1.5),
      x1: min(picture.x1 - 1, mark.box.x1 + 1.5), y1: min(picture.y1 - 1, mark.box.y1 + 1.5))
    guard box.width > 0, box.height > 0 else { return }
    html.raw(
      "<rect class=\"\(mark.number == 1 ? "mark first" : "mark")\" \(HTMLPictures.attributes(of: box)) rx=\"1.5\"/>")
    let number = Box(x0: box.x0, y0: box.y0 - 8, x1: box.x0 + (mark.number < 10 ? 7 : 11), y1: box.y0)
    html.raw("<rect class=\"tag\" \(HTMLPictures.attributes(of: number)) rx=\"1.5\"/>")
    html.raw(
      "<text class=\"tag\" x=\"\(SVGText.number(number.midX))\" y=\"\(SVGText.number(number.y1 - 1.9))\">\(mark.number)</text>"
    )
  }

  private static func attributes(of box: Box) -> String {
    "x=\"\(SVGText.number(box.x0))\" y=\"\(SVGText.number(box.y0))\" "
      + "width=\"\(SVGText.number(box.width))\" height=\"\(SVGText.number(box.height))\""
  }
}
