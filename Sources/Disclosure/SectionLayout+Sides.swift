/// Which side of its form a section is.
extension SectionLayout {
  /// What a section's heads say of its side.
  struct NamedSide {
    var side: String
    /// How little they say so: the rest of the word, which of its own head counts less than of one over several columns.
    var rest: Int
    /// Whether the word says more besides: 支出用途.
    var saysMore: Bool
  }

  /// The heads name a side that it is not.
  var isOfUnknownSide: Bool { side == nil && namedSide != nil }

  /// Names each side once: where the heads of two name the same, it is the one whose head says little else, and the other
  /// is one that the catalogue does not know. Blocks of economic codes are one list.
  static func nameSides(_ sections: inout [SectionLayout], _ header: TableHeader, _ form: Catalogue.Form) {
    var best: [String: (section: Int, rest: Int)] = [:]
    for index in sections.indices {
      guard let named = sections[index].sideNamed(by: header, form) else { continue }
      sections[index].namedSide = named
      sections[index].side = named.side
      guard form.classification != .economic else { continue }
      if let other = best[named.side] {
        let loser = named.rest < other.rest ? other.section : index
        sections[loser].side = nil
        if loser == index { continue }
      }
      best[named.side] = (index, named.rest)
    }
  }

  /// Holds the sides that heads name against the items in the rows: of two sections that name the same it is the one that
  /// holds more of its items, and 支出用途 without any item of 支出 is a side that the form does not have.
  static func confirmSides(
    _ sections: inout [SectionLayout], _ grid: TableGrid, from bodyStart: Int, _ form: Catalogue.Form
  ) {
    if form.classification == .economic { return }
    func itemCount(_ section: SectionLayout, of side: String) -> (known: Int, labelled: Int) {
      guard let column = section.nameColumn else { return (0, 0) }
      let labels = (bodyStart..<max(bodyStart, grid.rowCount)).map { Wording.withoutOrdinal(grid.text($0, column)) }
      let items = form.items.filter { $0.side == side }
      let keys = labels.filter { !$0.isEmpty }.map { label in
        items.filter { $0.labels.holdsWording(label) }.map(\.key)
      }
      let parts = keys.filter { !$0.contains("total") }
      return (parts.count { !$0.isEmpty }, parts.count)
    }
    for index in sections.indices {
      guard let named = sections[index].namedSide else { continue }
      let own = itemCount(sections[index], of: named.side)
      if sections[index].isOfUnknownSide {
        guard let holder = sections.indices.first(where: { sections[$0].side == named.side }),
          own.known > itemCount(sections[holder], of: named.side).known
        else { continue }
        sections[index].side = named.side
        sections[holder].side = nil
      } else if named.saysMore, own.known == 0, own.labelled > 1 {
        sections[index].side = nil
      }
    }
  }

  private func sideNamed(by header: TableHeader, _ form: Catalogue.Form) -> NamedSide? {
    let own = nameColumn.map { header.paths[$0].reversed() } ?? []
    let words =
      own + [header.paths[firstColumn].first, amountColumns.first.flatMap { header.paths[$0].first }].compactMap { $0 }
    for (index, word) in words.enumerated() {
      if let (side, rest) = form.side(named: word) {
        return NamedSide(side: side, rest: rest + index * Self.longestHead, saysMore: rest * 2 >= word.utf8.count)
      }
    }
    return nil
  }

  private static let longestHead = 1000
}

extension Catalogue.Form {
  /// The side that a header word names, 收入, 本年收入, 支出(按功能分类): the first in the catalogue that it holds; and how long
  /// the rest of the word is.
  func side(named word: String) -> (side: String, rest: Int)? {
    for side in sides {
      guard let found = side.alternatives.first(where: { word.holds($0[0]) || word.isCutShort($0[0]) }) else {
        continue
      }
      return (side.key, word.utf8.count - found[0].utf8.count)
    }
    return nil
  }
}

extension String {
  /// Whether it begins as a wording does without its first character, which a narrow cell does not show.
  fileprivate func isCutShort(_ wording: String) -> Bool {
    wording.count >= 5 && begins(with: String(wording.dropFirst()))
  }
}
