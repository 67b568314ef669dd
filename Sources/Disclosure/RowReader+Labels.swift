extension RowReader {
  func labelled(_ drafts: [Draft], side: String?) -> [FormTable.Row] {
    let labels = drafts.map { Wording.normalised($0.name) }
    let items = ItemMatcher.items(for: labels, form: form, side: side, catalogue: catalogue)
    return drafts.indices.map { index in
      let draft = drafts[index]
      return FormTable.Row(
        role: .item, lineNumber: draft.lineNumber, code: draft.code, name: draft.name, item: items[index],
        isOfWhich: Wording.isOfWhich(labels[index]), labels: draft.labels, figures: draft.figures,
        location: draft.location)
    }
  }

  /// The sides of a table's sections. Where no head names one, as when a page ended below it, their lines do: each section
  /// is the side whose items most of its labels name.
  func sides(of drafts: [[Draft]], _ layouts: [SectionLayout]) -> [String?] {
    let named = zip(layouts, drafts).map { $0.side ?? side(of: $1) }
    guard layouts.count > 1, form.sides.count > 1, form.classification != .economic, named.allSatisfy({ $0 == nil })
    else { return named }
    let told = drafts.map { drafts -> String? in
      let labels = drafts.map { Wording.normalised($0.name) }
      let known = form.sides.map { side in
        ItemMatcher.items(for: labels, form: form, side: side.key, catalogue: catalogue).count { $0 != nil }
      }
      let most = known.max() ?? 0
      guard most > 1, known.count(where: { $0 == most }) == 1 else { return nil }
      return known.firstIndex(of: most).map { form.sides[$0].key }
    }
    return told.contains(nil) || Set(told).count < told.count ? named : told
  }

  /// The side of a block of economic codes whose head does not say it.
  private func side(of drafts: [Draft]) -> String? {
    guard form.classification == .economic, form.sides.contains(where: { $0.key == "personnel" }) else { return nil }
    let codes = drafts.compactMap(\.code)
    guard !codes.isEmpty, drafts.first?.figures.count == 1 else { return nil }
    let personnel = codes.filter { $0.begins(with: "301") || $0.begins(with: "303") }.count
    if personnel == codes.count { return "personnel" }
    return personnel == 0 ? "public" : nil
  }

  func withRoles(_ rows: [FormTable.Row], side: String?) -> [FormTable.Row] {
    let summed = Set(
      form.sums.filter { $0.isOfLines(side) }.map(\.total))
    var rows = rows
    // The codes that have a row below them further down.
    var above: Set<String> = []
    for index in rows.indices.reversed() {
      let row = rows[index]
      let code = row.classification
      defer {
        var ancestor = code?.parent
        while let parent = ancestor, above.insert(parent.digits).inserted { ancestor = parent.parent }
      }
      // Only a row without an item or a code is told by its name.
      let label = row.item == nil && row.code == nil ? Wording.withoutOrdinal(Wording.normalised(row.name)) : ""
      if row.item == "total" || catalogue.totals.contains(label) {
        rows[index].role = .total
      } else if let item = row.item, summed.contains(item) || item.ends(with: "Total") {
        rows[index].role = hasParts(item, of: side, in: rows) ? .subtotal : .item
      } else if catalogue.isWord(label, .subtotalLabel) {
        rows[index].role = .subtotal
      } else if let code, above.contains(code.digits) {
        rows[index].role = .subtotal
      }
    }
    return rows
  }

  /// A line that the form gives as the sum of others is one only where others are printed.
  private func hasParts(_ item: String, of side: String?, in rows: [FormTable.Row]) -> Bool {
    let parts = form.sums.filter { $0.total == item && $0.isOfLines(side) }.flatMap(\.parts).map(\.key)
    if parts.isEmpty { return true }
    return rows.contains { row in
      guard let key = row.item, key != item else { return false }
      return parts.contains { $0.ends(with: "*") ? key.begins(with: String($0.dropLast())) : $0 == key }
    }
  }
}
