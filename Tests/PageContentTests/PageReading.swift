import PageContent
import TestSupport

/// A page of a PDF.
func read(_ pdf: TinyPDF, page: Int = 1, limits: PageLimits = PageLimits()) throws -> Page {
  try PDFFile(bytes: pdf.bytes()).page(page, limits: limits)
}

/// The page with this content stream.
func readPage(_ content: String) throws -> Page {
  try read(TinyPDF(content))
}

extension Page {
  /// The glyphs' characters as they come.
  var text: String {
    var text = String.UnicodeScalarView()
    for glyph in glyphs { text.append(glyph.scalar) }
    return String(text)
  }
}

/// Positions go through Float.
func near(_ a: Double, _ b: Double, within tolerance: Double = 0.01) -> Bool {
  abs(a - b) <= tolerance
}
