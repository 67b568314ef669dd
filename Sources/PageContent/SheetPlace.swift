/// Where a sheet lies on its page: which part of it it is, and how it is turned there.
package struct SheetPlace: Sendable, Hashable {
  package var page: Int
  /// The page's, as displayed, in points.
  package var pageWidth: Double
  package var pageHeight: Double
  /// By how many quarters, clockwise, the sheet's text is turned on the page.
  package var quarterTurns = 0
  /// Where the sheet begins on the page once that is turned upright.
  package var left = 0.0

  package init(page: Int, width: Double, height: Double) {
    self.page = page
    pageWidth = width
    pageHeight = height
  }

  /// Whether what stands somewhere on the sheet stands in the same place on the page.
  package var isWholePage: Bool { quarterTurns == 0 && left == 0 }

  /// A box of the sheet, on the page as displayed.
  package func onPage(_ box: Box) -> Box {
    let (x0, x1) = (box.x0 + left, box.x1 + left)
    return switch quarterTurns {
    case 1: Box(x0: pageWidth - box.y1, y0: x0, x1: pageWidth - box.y0, y1: x1)
    case 2: Box(x0: pageWidth - x1, y0: pageHeight - box.y1, x1: pageWidth - x0, y1: pageHeight - box.y0)
    case 3: Box(x0: box.y0, y0: pageHeight - x1, x1: box.y1, y1: pageHeight - x0)
    default: Box(x0: x0, y0: box.y0, x1: x1, y1: box.y1)
    }
  }

  /// A box of the page, on the sheet of the same turn that covers all of it.
  func turned(_ box: Box) -> Box {
    switch quarterTurns {
    case 1: Box(x0: box.y0, y0: pageWidth - box.x1, x1: box.y1, y1: pageWidth - box.x0)
    case 2: Box(x0: pageWidth - box.x1, y0: pageHeight - box.y1, x1: pageWidth - box.x0, y1: pageHeight - box.y0)
    case 3: Box(x0: pageHeight - box.y1, y0: box.x0, x1: pageHeight - box.y0, y1: box.x1)
    default: box
    }
  }
}
