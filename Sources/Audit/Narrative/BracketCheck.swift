import Disclosure

/// The brackets and quotation marks of a report's text. A page or a line may have cut a paragraph: a mark may have its
/// partner in one that follows soon.
struct BracketCheck {
  let paragraphs: [TextParagraph]

  /// How many paragraphs on the rest of one may stand.
  private static let reach = 4

  func evaluate(_ verdicts: inout Verdicts) {
    let marks = paragraphs.map { BracketBalance($0.text).unmatched }
    var partnered: Set<Place> = []
    for (index, own) in marks.enumerated() {
      for mark in own where mark.isOpening {
        guard let partner = partner(of: mark, after: index, in: marks, except: partnered) else { continue }
        partnered.insert(Place(paragraph: index, offset: mark.offset))
        partnered.insert(partner)
      }
    }
    for (index, own) in marks.enumerated() {
      if own.isEmpty {
        verdicts.record(.passed)
        continue
      }
      let lone = own.filter { !partnered.contains(Place(paragraph: index, offset: $0.offset)) && isWhole(index, $0) }
      if lone.isEmpty {
        verdicts.record(.passed)
      } else {
        report(lone, in: paragraphs[index], &verdicts)
      }
    }
  }

  private struct Place: Hashable {
    var paragraph: Int
    var offset: Int
  }

  private func partner(
    of mark: BracketBalance.Mark, after index: Int, in marks: [[BracketBalance.Mark]], except taken: Set<Place>
  ) -> Place? {
    for next in (index + 1)..<max(index + 1, min(marks.count, index + 1 + BracketCheck.reach)) {
      for other in marks[next] where !other.isOpening && other.kind == mark.kind {
        let place = Place(paragraph: next, offset: other.offset)
        if !taken.contains(place) { return place }
      }
    }
    return nil
  }

  /// Whether the text around a mark is all there: what a table or a page cut off may have held the partner.
  private func isWhole(_ index: Int, _ mark: BracketBalance.Mark) -> Bool {
    let rest = paragraphs[index].text.unicodeScalars.dropFirst(mark.offset)
    return !mark.isOpening || rest.contains { "。；！？".unicodeScalars.contains($0) }
  }

  private func report(_ lone: [BracketBalance.Mark], in paragraph: TextParagraph, _ verdicts: inout Verdicts) {
    let scalars = Array(paragraph.text.unicodeScalars)
    let places = lone.map { mark in
      let around = scalars[max(0, mark.offset - 12)..<min(scalars.count, mark.offset + 13)]
      return "「\(String(String.UnicodeScalarView(around)))」"
    }
    let kind = lone.allSatisfy { $0.kind == .quotation } ? "引号" : "括号"
    let missing = lone[0].isOpening ? "有前半而无后半" : "有后半而无前半"
    verdicts.fail(
      "\(kind)（\(lone[0].character)）不成对，\(missing)：\(places[0])。",
      evidence: places.map { Evidence(location: paragraph.location, text: $0) })
  }
}
