/// The text of a page that its reader sees, and what is left out of it.
struct SeenText {
  private(set) var glyphs: [Glyph] = []
  private(set) var leftOut: [LeftOut] = []
  /// Whether nothing is left out: `glyphs` are empty then, as they would be the page's.
  private(set) var isAll = false
  /// Whether it is the invisible text that an OCR program laid over a scan.
  private(set) var isLayerOfScan = false

  init(of page: Page) {
    var traits: Glyph.Traits = []
    for glyph in page.glyphs { traits.formUnion(glyph.traits) }
    if traits.isEmpty {
      isAll = true
      return
    }
    let watermarks = traits.contains(.pale) ? PaleWatermarks(on: page).glyphs : []
    var reasons = page.glyphs.map(Self.reason)
    for index in watermarks { reasons[index] = .watermark }
    useLayerOfScan(on: page, &reasons)
    if reasons.allSatisfy({ $0 == nil }) {
      isAll = true
      return
    }
    glyphs = zip(page.glyphs, reasons).lazy.filter { $0.1 == nil }.map(\.0)
    leftOut = Self.texts(page, reasons)
  }

  private static func reason(for glyph: Glyph) -> LeftOut.Reason? {
    if glyph.traits.isDisjoint(with: [.watermark, .slanted, .invisible, .backgroundColour]) { return nil }
    if glyph.traits.contains(.watermark) { return .watermark }
    if glyph.traits.contains(.invisible) { return .invisibleText }
    return glyph.traits.contains(.backgroundColour) ? .backgroundColour : .slantedText
  }

  /// What an OCR program recognised on a scan is its text, though it is drawn without ink, or behind the picture in the
  /// colour of paper.
  private mutating func useLayerOfScan(on page: Page, _ reasons: inout [LeftOut.Reason?]) {
    var seen = 0
    var layer = false
    let isPicture = page.isPicture
    func isOfLayer(_ reason: LeftOut.Reason?) -> Bool {
      reason == .invisibleText || reason == .backgroundColour && isPicture
    }
    for (glyph, reason) in zip(page.glyphs, reasons) where !glyph.isSpace {
      if reason == nil { seen += 1 } else if isOfLayer(reason) { layer = true }
    }
    guard seen < Page.inkedGlyphsOfText, layer else { return }
    isLayerOfScan = true
    for index in reasons.indices where isOfLayer(reasons[index]) { reasons[index] = nil }
  }

  // MARK: What is left out

  /// The texts left out, each drawn in one go. Of slanted ones, what is pale or drawn several times is a watermark.
  private static func texts(_ page: Page, _ reasons: [LeftOut.Reason?]) -> [LeftOut] {
    var runs: [GlyphRun] = []
    var reasonsOfRuns: [LeftOut.Reason] = []
    var last = -1
    for (index, reason) in reasons.enumerated() {
      guard let reason else { continue }
      let glyph = page.glyphs[index]
      if last == index - 1, reasonsOfRuns.last == reason, runs[runs.count - 1].goesOn(with: glyph) {
        runs[runs.count - 1].append(glyph)
      } else if !glyph.isSpace {
        runs.append(GlyphRun(glyph))
        reasonsOfRuns.append(reason)
      } else {
        continue
      }
      last = index
    }
    var counts: [String: Int] = [:]
    for run in runs { counts[run.text, default: 0] += 1 }
    return zip(runs, reasonsOfRuns).map { run, reason in
      let isWatermark = reason == .slantedText && (run.isPale || counts[run.text, default: 0] > 1)
      return LeftOut(
        reason: isWatermark ? .watermark : reason, text: run.text, location: .page(page.number, run.box))
    }
  }
}
