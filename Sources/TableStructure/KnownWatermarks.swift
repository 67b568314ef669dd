import PageContent

/// The watermarks that were told by the content that they lie over: on a page with little content nothing does, and they
/// are lines as any others there.
struct KnownWatermarks {
  /// The heights of their boxes, by their texts.
  private var heights: [String: [Double]] = [:]

  init(_ leftOut: [LeftOut]) {
    for omitted in leftOut where omitted.reason == .watermark {
      guard let box = omitted.location.box else { continue }
      let text = TextJoin.squashed(omitted.text)
      if heights[text, default: []].contains(where: { isSame($0, box.height) }) { continue }
      heights[text, default: []].append(box.height)
    }
  }

  /// Whether a line is a watermark, or some of them beside each other.
  func contain(_ line: PrintedLine) -> Bool {
    if heights.isEmpty { return false }
    return contains(line) || line.segments.allSatisfy(contains)
  }

  private func contains(_ line: PrintedLine) -> Bool {
    heights[TextJoin.squashed(line.text)]?.contains { isSame($0, line.box.height) } ?? false
  }

  private func isSame(_ height: Double, _ other: Double) -> Bool { abs(height - other) < 0.05 * other }
}
