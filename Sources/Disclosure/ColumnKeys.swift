/// Tells which of a form's columns the heads of a section mean.
///
/// A wording fits a column where its last word is the foot of the head and its others stand above. What else stands above
/// must not make something else of the column: 基本支出 under 上年结转 is not this year's, and 小计 is of what it stands under.
struct ColumnKeys {
  private let form: Catalogue.Form
  private let catalogue: Catalogue
  /// Each column's words from the top down, as the catalogue's heads are numbered; nil for a word that no form knows. A
  /// second reading has the words that a synonym stands for.
  private let readings: [[[Int32?]]]
  private let paths: [[String]]
  /// The words that stand over all columns of the section tell none from another.
  private let shared: Set<String>
  /// Of the words that make something else of a column, those that tell some of the table's columns from others.
  private let measures: Set<String>
  /// The heads over several columns that say what the whole form states, where no other does under the same heads: with these.
  private let own: Set<[String]>
  /// What stands above the columns of one foot, above each of them; nil for the foot of one column.
  private let sharedByFoot: [String: Set<String>]

  /// The keys of a section's columns: each key once, for the column that it fits best. `table` are the columns of all
  /// sections.
  static func keys(
    of paths: [[String]], in table: [[String]], form: Catalogue.Form, catalogue: Catalogue
  ) -> [String?] {
    ColumnKeys(paths, table, form, catalogue).assigned().map { $0.map { form.columns[$0.key].key } }
  }

  /// How well the heads of all columns fit their keys.
  static func fit(of paths: [[String]], in table: [[String]], form: Catalogue.Form, catalogue: Catalogue) -> Int {
    ColumnKeys(paths, table, form, catalogue).assigned().reduce(0) { $0 + ($1?.weight ?? 0) }
  }

  private init(_ paths: [[String]], _ table: [[String]], _ form: Catalogue.Form, _ catalogue: Catalogue) {
    self.form = form
    self.catalogue = catalogue
    self.paths = paths.map { $0.map(Catalogue.withoutUnit) }
    readings = self.paths.map { path in
      let meant = path.map { catalogue.meaning(of: Wording.withoutOrdinal($0)) }
      return (meant == path ? [path] : [path, meant]).map { words in
        words.map { catalogue.heads.number(of: $0) ?? form.heads.cutShort($0, catalogue) }
      }
    }
    shared = ColumnKeys.shared(by: self.paths)
    measures = ColumnKeys.measures(in: table, form, catalogue)
    own = ColumnKeys.own(in: self.paths, form)
    sharedByFoot = Dictionary(grouping: self.paths.filter { !$0.isEmpty }) { $0[$0.count - 1] }
      .filter { $0.value.count > 1 }.mapValues(ColumnKeys.shared)
  }

  private static func shared(by paths: [[String]]) -> Set<String> {
    guard paths.count > 1 else { return [] }
    return paths.dropFirst().reduce(Set(paths[0])) { $0.intersection($1) }
  }

  /// What is carried over or of last year, unless all of the table is; in final accounts what is budgeted and what is spent,
  /// where both have columns of their own.
  private static func measures(in table: [[String]], _ form: Catalogue.Form, _ catalogue: Catalogue) -> Set<String> {
    let groups = Set(table.flatMap { $0.dropLast() })
    let others = groups.filter { catalogue.isWord($0, .measureHead) }.subtracting(shared(by: table))
    let accounts = form.kind == .finalAccounts ? groups.filter { catalogue.isWord($0, .accountHead) } : []
    return accounts.count < 2 ? others : others.union(accounts)
  }

  private static func own(in paths: [[String]], _ form: Catalogue.Form) -> Set<[String]> {
    if form.own.isEmpty { return [] }
    let groups = Set(
      paths.flatMap { path in
        path.indices.dropLast().filter { index in form.own.contains { path[index].holds($0) } }.map {
          Array(path[...$0])
        }
      })
    return Set(Dictionary(grouping: groups) { $0.dropLast() }.values.filter { $0.count == 1 }.joined())
  }

  private func assigned() -> [Fit?] {
    var fits: [Fit] = []
    for column in paths.indices {
      for (key, weight) in weights(of: column) { fits.append(Fit(weight: weight, column: column, key: key)) }
    }
    leaveOutWholesOfUnknown(&fits)
    leaveOutWholesOfMore(&fits)
    preferWholes(in: &fits)
    // Of two that fit alike, the column with the least around it, then the first.
    fits.sort {
      ($1.weight, paths[$0.column].count, $0.column, $0.rank, $0.key)
        < ($0.weight, paths[$1.column].count, $1.column, $1.rank, $1.key)
    }
    var assigned = [Fit?](repeating: nil, count: paths.count)
    var taken: Set<Int> = []
    for fit in fits where assigned[fit.column] == nil && taken.insert(fit.key).inserted { assigned[fit.column] = fit }
    // 小计 beside 合计 is this year's, and nothing by itself; 合计 beside its parts is their sum.
    for column in assigned.indices {
      guard let key = assigned[column]?.key, let other = need(of: key), !taken.contains(other) else { continue }
      let isSum = form.sums.contains { sum in
        sum.isOfColumns && sum.total == form.columns[key].key
          && sum.parts.contains { part in taken.contains { form.columns[$0].key == part.key } }
      }
      if !isSum { assigned[column] = nil }
    }
    // What stands beside its own 小计 is the rest of it, not the whole: without that one nothing tells which.
    for column in assigned.indices where assigned[column] == nil {
      guard let foot = paths[column].last, catalogue.isWord(foot, .genericHead) else { continue }
      for rest in assigned.indices where paths[rest] == paths[column].dropLast() { assigned[rest] = nil }
    }
    // Nothing tells which of the columns of one head is which.
    let heads = Dictionary(grouping: paths.indices, by: { paths[$0] })
    for alike in heads.values where alike.count > 1 {
      for column in alike { assigned[column] = nil }
    }
    return assigned
  }

  private struct Fit {
    var weight: Int
    var column: Int
    var key: Int
    /// Of keys that fit a column alike the one of lower rank comes first.
    var rank = 0
  }

  /// 总计 beside 合计 under a head that no wording explains, which stands over known columns: what the form calls its total may
  /// be either, and 总计 is no more than the whole of all.
  private func leaveOutWholesOfUnknown(_ fits: inout [Fit]) {
    let known = Set(fits.map(\.column))
    let isOfUnknown = paths.indices.contains { column in
      let path = paths[column]
      return path.count > 1 && path.last == "合计" && !known.contains(column)
        && known.contains { paths[$0].count > 1 && paths[$0][0] == path[0] }
    }
    if isOfUnknown { fits.removeAll { paths[$0.column] == ["总计"] && need(of: $0.key) == nil } }
  }

  /// 合计 beside the head of all that the form states is of more than that.
  private func leaveOutWholesOfMore(_ fits: inout [Fit]) {
    if own.isEmpty { return }
    let parts = Set(form.sums.filter(\.isOfColumns).flatMap(\.parts).map(\.key))
    fits.removeAll { fit in
      let path = paths[fit.column]
      guard parts.contains(form.columns[fit.key].key), let foot = path.last, catalogue.isWord(foot, .genericHead) else {
        return false
      }
      return own.contains { $0.dropLast() == path.dropLast() }
    }
  }

  /// 合计 may be the whole of all columns or of some that are a part of it: it is the larger whole where another part of
  /// that one has a column, else the smaller.
  private func preferWholes(in fits: inout [Fit]) {
    let printed = Set(fits.map { form.columns[$0.key].key })
    let ofColumn = Dictionary(grouping: fits, by: \.column)
    for sum in form.sums where sum.isOfColumns {
      for index in fits.indices where form.columns[fits[index].key].key == sum.total {
        let whole = fits[index]
        let alike = ofColumn[whole.column, default: []].filter { $0.weight == whole.weight }
        let parts = alike.map { form.columns[$0.key].key }.filter { key in sum.parts.contains { $0.key == key } }
        guard let smaller = parts.first else { continue }
        let others = sum.parts.filter { $0.key != smaller && printed.contains($0.key) }
        fits[index].rank = others.isEmpty ? 1 : -1
      }
    }
  }

  /// For each of the form's columns that a head may mean, how well it fits: by the number of words that are all there,
  /// one of them at the foot, then by how close to the foot they stand.
  private func weights(of column: Int) -> [(key: Int, weight: Int)] {
    var best = [Int](repeating: 0, count: form.columns.count)
    let isPart = isPartOfTotal(column)
    for words in readings[column] {
      guard let last = words.last, let foot = last else { continue }
      for head in form.heads.all {
        let parts = form.heads.words[head.range]
        guard parts.contains(foot), parts.allSatisfy(words.contains),
          !isOfSomethingElse(column, words, explained: parts),
          parts.count > 1 || !isPart || need(of: head.column) != nil
        else { continue }
        let depth = parts.reduce(0) { $0 + (words.lastIndex(of: $1) ?? 0) }
        best[head.column] = max(best[head.column], parts.count * 1000 + depth)
      }
    }
    return best.enumerated().compactMap { $1 > 0 ? ($0, $1) : nil }
  }

  /// The key that must be there too for one whose wordings say too little by themselves: 小计 is this year's beside 合计,
  /// 因公出国(境)费 the rest beside the whole of it.
  private func need(of key: Int) -> Int? {
    let (name, wordings) = (form.columns[key].key, form.columns[key].alternatives)
    if let dot = name.lastIndex(of: "."), let whole = form.columns.firstIndex(where: { $0.key == name[..<dot] }) {
      let known = Set(form.columns[whole].alternatives.joined())
      if wordings.joined().allSatisfy(known.contains) { return whole }
    }
    guard wordings.allSatisfy(isGeneric),
      let total = form.columns.firstIndex(where: { $0.alternatives.contains(where: isGeneric) })
    else { return nil }
    return total == key ? nil : total
  }

  /// Whether a wording says nothing but that it sums up.
  private func isGeneric(_ wording: [String]) -> Bool {
    wording.count == 1 && catalogue.isWord(wording[0], .genericHead)
  }

  /// Whether 小计 stands beside 合计 or …合计, or 合计 beside 总计, with no more above it: it is no total of the table, unless it
  /// stands under the head of all that the form states.
  private func isPartOfTotal(_ column: Int) -> Bool {
    let totals = ["小计", "合计", "总计"]
    guard let rank = paths[column].last.flatMap(totals.firstIndex), !isOwn(paths[column].dropLast()) else {
      return false
    }
    return paths.contains { path in
      path.count <= paths[column].count
        && totals.indices.contains { $0 > rank && path.last?.ends(with: totals[$0]) == true }
    }
  }

  /// Whether a word above the foot that a wording does not explain makes something else of the column.
  private func isOfSomethingElse(_ column: Int, _ words: [Int32?], explained: ArraySlice<Int32>) -> Bool {
    let path = paths[column]
    guard let foot = path.last else { return false }
    var isNearest = true
    var isOfSum = catalogue.isWord(foot, .genericHead)
    for (index, word) in path.dropLast().enumerated().reversed() where !isPlain(word) && !isOwn(path[...index]) {
      let isMeasure = measures.contains(word)
      if shared.contains(word), !isMeasure { continue }
      if let number = words[index], explained.contains(number) {
        // What stands above 小计 is what is summed up, wherever the amounts' own heads stand.
        if catalogue.isWord(word, .genericHead) { isOfSum = true } else { isNearest = false }
        continue
      }
      defer { isNearest = false }
      if isMeasure || isAccount(word) || isNearest && isOfSum { return true }
      // A word tells apart columns that would else be the same: one that the form knows, where what the wording explains is no
      // part of it.
      if let shared = sharedByFoot[foot], !shared.contains(word), words[index] == nil || isNearest && !isBudgeted(word)
      {
        return true
      }
    }
    return false
  }

  /// Whether a head says which of the amounts of final accounts stand below it.
  private func isAccount(_ word: String) -> Bool {
    form.kind == .finalAccounts && catalogue.isWord(word, .accountHead)
  }

  /// Whether a head says of the amounts of a budget that they are budgeted.
  private func isBudgeted(_ word: String) -> Bool { form.kind == .budget && catalogue.isWord(word, .accountHead) }

  /// Whether a head says what the whole form states, with those above it.
  private func isOwn(_ path: ArraySlice<String>) -> Bool {
    guard own.contains(Array(path)), let word = path.last else { return false }
    return !measures.contains(word)
  }

  /// Whether a head of a group says nothing else of what stands below it: 本年收入, the name of a side, 功能分类.
  private func isPlain(_ word: String) -> Bool {
    catalogue.isWord(word, .plainHead) || form.side(named: word) != nil
  }
}
