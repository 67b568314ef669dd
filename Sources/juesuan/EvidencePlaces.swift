import Bulk
import Disclosure
import HTML
import Office
import PageContent
import Report

/// The places of a file that findings may speak of, to be looked at: parts of its pages, or its lines.
struct EvidencePlaces {
  let places: PrintedPlaces

  /// - Parameter content: of a PDF, a text or an extracted document, which has no places of its own.
  init(_ content: FileContent, password: String?, limits: RunLimits?) throws(InputError) {
    if DocumentJSONReader.isJSON(content) {
      places = .none
    } else if DocumentReader.isPDF(content) {
      let pictures = PictureProcess(try PDFFile(content, password: password), limits: limits)
      places = .pages { page, box in
        pictures.picture(of: page, dpi: 72 * EvidencePlaces.scale, crop: box).map { EvidencePlaces.shown($0, box) }
      }
    } else if try OfficeFile.kind(of: content) != nil {
      places = .none
    } else if HTMLFile.isRead(content) {
      places = .none
    } else {
      let lines = try TextFile.decode(content.copied()).lines
      places = .lines { number in lines.indices.contains(number - 1) ? lines[number - 1].text : nil }
    }
  }

  /// Two pixels for a point: the smallest print stays legible when it is enlarged, at some 20 KB a row.
  private static let scale = 2.0

  private static func shown(_ png: [UInt8], _ box: Box) -> PagePicture {
    guard png.count > 24 else { return PagePicture(png: png, box: box) }
    // The box may have reached beyond the page: the picture itself, in its first chunk, tells how much there was.
    let size = [png[16..<20], png[20..<24]].map { $0.reduce(0) { $0 << 8 | Int($1) } }
    let shown = Box(
      x0: box.x0, y0: box.y0, x1: box.x0 + Double(size[0]) / scale, y1: box.y0 + Double(size[1]) / scale)
    return PagePicture(png: png, box: shown)
  }
}
