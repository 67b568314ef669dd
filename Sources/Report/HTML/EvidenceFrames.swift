import Audit
import PageContent

/// The parts of pages that show a finding's evidence: what stands close together is shown together, each place marked.
struct EvidenceFrames {
  struct Frame {
    var page: Int
    /// The part of the page, in points.
    var box: Box
    var marks: [Mark]
  }

  struct Mark {
    /// Which of the finding's pieces of evidence it is, from 1.
    var number: Int
    var box: Box
  }

  private(set) var frames: [Frame] = []

  init(_ evidence: [Evidence], in cells: CellPlaces) {
    for (index, item) in evidence.prefix(EvidenceFrames.mostMarks).enumerated() {
      guard let (page, box) = cells.mark(of: item), EvidenceFrames.isSound(box) else { continue }
      let mark = Mark(number: index + 1, box: box)
      add(mark, EvidenceFrames.surroundings(of: item, box, page, cells), page)
    }
  }

  private mutating func add(_ mark: Mark, _ box: Box, _ page: Int) {
    for index in frames.indices where frames[index].page == page {
      let both = frames[index].box.union(box)
      guard both.height <= EvidenceFrames.tallest, both.width <= EvidenceFrames.widest else { continue }
      frames[index].box = both
      // Two pieces of evidence may stand at one place: one outline is enough.
      if !frames[index].marks.contains(where: { $0.box == mark.box }) { frames[index].marks.append(mark) }
      return
    }
    frames.append(Frame(page: page, box: box, marks: [mark]))
  }

  /// A sum over a whole table is told by its first figures.
  private static let mostMarks = 40
  /// Less than half a sheet: all of it is seen at once beside its finding.
  private static let tallest = 320.0
  /// The long side of A3, the widest sheet that tables are printed on.
  private static let widest = 1191.0
  /// The width of a column of text on A4.
  private static let column = 430.0
  private static let margin = 10.0

  /// The whole row, with those above and below it; of a title the head of its table; of text the lines around it.
  private static func surroundings(of evidence: Evidence, _ box: Box, _ page: Int, _ cells: CellPlaces) -> Box {
    let place = cells.place(of: evidence)
    var frame: Box
    if let place, let body = cells.body(of: place, page: page) {
      let isTitle = place.row == nil
      frame = Box(
        x0: min(body.x0, box.x0) - margin, y0: box.y0 - (isTitle ? margin : 26), x1: max(body.x1, box.x1) + margin,
        y1: box.y1 + (isTitle ? 120 : 26))
    } else {
      // Of text some lines in the width of a column, without the paper beside it.
      let text = cells.paragraph(around: box, page: page)?.union(box) ?? box
      let reach = max(margin * 3, (column - text.width) / 2)
      frame = Box(
        x0: text.x0 - reach, y0: box.y0 - 34, x1: text.x1 + reach, y1: box.y1 + (place == nil ? 34 : 150))
    }
    if frame.width > widest {
      frame.x0 = max(frame.x0, box.midX - widest / 2)
      frame.x1 = min(frame.x1, frame.x0 + widest)
    }
    if frame.height > tallest { frame.y1 = frame.y0 + tallest }
    // Whole points are whole pixels, so that a picture lies exactly where its marks do; and the same places give the
    // same pictures.
    return Box(
      x0: max(0, frame.x0.rounded(.down)), y0: max(0, frame.y0.rounded(.down)), x1: frame.x1.rounded(.up),
      y1: frame.y1.rounded(.up))
  }

  /// A place read from a file of anyone's making may be nowhere.
  private static func isSound(_ box: Box) -> Bool {
    [box.x0, box.y0, box.x1, box.y1].allSatisfy { $0.isFinite && abs($0) < 1e5 } && box.x0 <= box.x1 && box.y0 <= box.y1
  }
}
