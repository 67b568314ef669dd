import PageContent
import TestSupport
import Testing

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

extension Sheet {
  var text: String { String(String.UnicodeScalarView(glyphs.map(\.scalar))) }
}

/// What a reader reads of the page with this content stream; it must be one sheet.
func readSheet(_ content: String) throws -> Sheet { try readSheet(TinyPDF(content)) }

func readSheet(_ pdf: TinyPDF) throws -> Sheet {
  let sheets = try read(pdf).sheets()
  try #require(sheets.count == 1)
  return sheets[0]
}

/// Positions go through Float.
func near(_ a: Double, _ b: Double, within tolerance: Double = 0.01) -> Bool {
  abs(a - b) <= tolerance
}
