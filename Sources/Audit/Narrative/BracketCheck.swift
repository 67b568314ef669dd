import Disclosure

/// The brackets and quotation marks of a report's text. A page or a line may have cut a paragraph: a mark may have its
/// partner in one that follows soon.
struct BracketCheck {
  let paragraphs: [TextParagraph]

  /// How many paragraphs on the rest of one may stand.
  private static let reach = 4

  func evaluate(_ verdicts: inout Verdicts) {
    let marks = paragraphs.map { BracketBalance($0.text).unmatched }
    // The closing ones that no other has taken: by paragraph and kind, in printed order.
    var free = marks.map { own in
      Dictionary(grouping: own.lazy.filter { !$0.isOpening }, by: \.kind).mapValues { $0[...] }
    }
    var partnered: Set<Place> = []
    for (index, own) in marks.enumerated() {
      for mark in own where mark.isOpening {
        guard let partner = BracketCheck.partner(of: mark, after: index, in: &free) else { continue }
        partnered.insert(Place(paragraph: index, offset: mark.offset))
        partnered.insert(partner)
      }
    }
    for (index, own) in marks.enumerated() {
      if own.isEmpty {
        verdicts.record(.passed)
        continue
      }
      if isLineOfCell(index) {
        verdicts.record(.notEvaluable, reason: "单元格中的文字分作数行，未能连读")
        continue
      }
      let end = sentenceEnd(index)
      let lone = own.filter { mark in
        // What a table or a page cut off may have held the partner.
        let isWhole = !mark.isOpening || end.map { $0 > mark.offset } ?? false
        return isWhole && !partnered.contains(Place(paragraph: index, offset: mark.offset))
      }
      if lone.isEmpty {
        verdicts.record(.passed)
      } else {
        report(lone, in: paragraphs[index], &verdicts)
      }
    }
  }

  /// Whether a paragraph is a line of a narrow cell: as short as those around it, and no sentence. Its brackets may have
  /// been opened far above, or in the piece of the cell on the page before.
  private func isLineOfCell(_ index: Int) -> Bool {
    func isShort(_ index: Int) -> Bool {
      guard paragraphs.indices.contains(index) else { return false }
      return BracketCheck.lineOfCell.contains(paragraphs[index].text.unicodeScalars.count)
    }
    guard isShort(index), let last = paragraphs[index].text.unicodeScalars.last, !"。；！？".unicodeScalars.contains(last)
    else { return false }
    return (index - 3...index + 3).count(where: isShort) >= 4
  }

  /// How many characters a narrow cell holds in a line.
  private static let lineOfCell = 4...16

  private struct Place: Hashable {
    var paragraph: Int
    var offset: Int
  }

  private static func partner(
    of mark: BracketBalance.Mark, after index: Int,
    in free: inout [[BracketBalance.Kind: ArraySlice<BracketBalance.Mark>]]
  ) -> Place? {
    for next in (index + 1)..<max(index + 1, min(free.count, index + 1 + BracketCheck.reach)) {
      if let other = free[next][mark.kind]?.popFirst() { return Place(paragraph: next, offset: other.offset) }
    }
    return nil
  }

  /// Where the last mark stands that ends a sentence, counted in scalars.
  private func sentenceEnd(_ index: Int) -> Int? {
    let scalars = paragraphs[index].text.unicodeScalars
    let after = scalars.reversed().prefix { !"。；！？".unicodeScalars.contains($0) }.count
    let count = scalars.count
    return after < count ? count - after - 1 : nil
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
