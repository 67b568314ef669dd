import Disclosure
import PageContent
import Report

/// The places of a file that findings may speak of, to be looked at: parts of its pages, or its lines.
struct EvidencePlaces {
  let places: PrintedPlaces

  /// - Parameter bytes: of a PDF, a text or an extracted document, which has no places of its own.
  init(_ bytes: [UInt8], password: String?) throws(InputError) {
    if DocumentJSONReader.isJSON(bytes) {
      places = .none
    } else if DocumentReader.isPDF(bytes) {
      let file = try PDFFile(bytes: bytes, password: password)
      places = .pages { page, box in EvidencePlaces.picture(of: file, page, box) }
    } else {
      let lines = try TextFile.decode(bytes).lines
      places = .lines { number in lines.indices.contains(number - 1) ? lines[number - 1].text : nil }
    }
  }

  /// Two pixels for a point: the smallest print stays legible when it is enlarged, at some 20 KB a row.
  private static let scale = 2.0

  private static func picture(of file: PDFFile, _ page: Int, _ box: Box) -> PagePicture? {
    guard let png = file.picture(of: page, dpi: 72 * scale, crop: box), png.count > 24 else { return nil }
    // The box may have reached beyond the page: the picture itself, in its first chunk, tells how much there was.
    let size = [png[16..<20], png[20..<24]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
    let shown = Box(
      x0: box.x0, y0: box.y0, x1: box.x0 + Double(size[0]) / scale, y1: box.y0 + Double(size[1]) / scale)
    return PagePicture(png: png, box: shown)
  }
}
