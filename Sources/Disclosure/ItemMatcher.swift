/// Finds the catalogue's key for each label of a side, from the top down: the same label may stand for two items, the
/// second under another head.
struct ItemMatcher {
  private let items: [Catalogue.Item]
  private let catalogue: Catalogue
  private var isUsed: [Bool]
  /// For each item that is a part of others, these: openingCarryOver for opening.basic.
  private let heads: [[Int]?]
  /// The item whose parts follow: the last one that is no part itself.
  private var nearest: Int?
  /// Whether the next label may be the total, or a class.
  private var mayEnd = true
  private var mayBeClass = true

  init(form: Catalogue.Form, side: String?, catalogue: Catalogue) {
    items = form.items.filter { $0.side == nil || $0.side == side }
    isUsed = Array(repeating: false, count: items.count)
    self.catalogue = catalogue
    // Most parts follow one another: the classes of a side are all of one head.
    var known: (whole: Substring, found: [Int]?)?
    heads = items.map { [items] item in
      guard let dot = item.key.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
      let whole = item.key[..<dot]
      if let known, known.whole == whole { return known.found }
      let found = items.indices.filter { ItemMatcher.isHead(items[$0].key, ofPartsUnder: whole) }
      known = (whole, found.isEmpty ? nil : found)
      return known?.found
    }
  }

  /// Whether a key is `whole`, or that with another word: openingCarryOver, for the parts under opening.
  private static func isHead(_ key: String, ofPartsUnder whole: Substring) -> Bool {
    guard key.utf8.starts(with: whole.utf8) else { return false }
    let next = key.utf8.dropFirst(whole.utf8.count).first
    return next.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ?? true
  }

  /// The keys of all labels of a side, from the top down.
  static func items(
    for labels: [String], form: Catalogue.Form, side: String?, catalogue: Catalogue
  ) -> [String?] {
    var matcher = ItemMatcher(form: form, side: side, catalogue: catalogue)
    if matcher.items.isEmpty { return labels.map { _ in nil } }
    // Where classes are numbered, what is not is none of them: 其他支出 below 二、.
    let numbered = labels.count { Wording.hasOrdinal($0) && catalogue.classNames.contains(Wording.withoutOrdinal($0)) }
    // The total is the last line that may be one: of 收入合计 and 收入总计 the second.
    let total = labels.indices.last { matcher.mayBeTotal(labels[$0]) }
    return labels.indices.map { index in
      let label = labels[index]
      if label.isEmpty { return nil }
      matcher.mayEnd = index == total
      matcher.mayBeClass = numbered < 2 || Wording.hasOrdinal(label)
      return matcher.item(for: label)
    }
  }

  mutating func item(for label: String) -> String? {
    if items.isEmpty { return nil }
    let core = Wording.withoutOrdinal(label)
    guard let found = index(of: core) ?? index(of: catalogue.meaning(of: core)) ?? index(near: core) else {
      if ItemMatcher.isNumberedHead(label) { nearest = nil }
      return nil
    }
    isUsed[found] = true
    if heads[found] == nil { nearest = found }
    return items[found].key
  }

  /// 二、上年结转, which ends the parts of 一、; not （二）, which may be one of them.
  private static func isNumberedHead(_ label: String) -> Bool {
    label.unicodeScalars.first?.isChineseNumeral == true && Wording.hasOrdinal(label)
  }

  private func mayBeTotal(_ label: String) -> Bool {
    let core = Wording.withoutOrdinal(label)
    return items.contains {
      $0.key == "total" && ($0.labels.holdsWording(core) || $0.labels.holdsWording(catalogue.meaning(of: core)))
    }
  }

  /// Whether an item may stand here. What is a part of another item stands below it: 一般公共预算财政拨款 below 年初结转和结余
  /// is a part of that.
  private func isOpen(_ index: Int) -> Bool {
    let key = items[index].key
    if isUsed[index] || !mayEnd && key == "total" || !mayBeClass && key.begins(with: "function.") { return false }
    guard let head = heads[index] else { return true }
    return head.contains { isUsed[$0] }
  }

  /// What may be a part of the item above it is that: an item of its own that is called the same may be printed in words that
  /// the catalogue does not know.
  private func index(of wording: String) -> Int? {
    let found = items.indices.filter { isOpen($0) && items[$0].labels.holdsWording(wording) }
    return found.first { isPartOfNearest($0) } ?? found.first
  }

  private func isPartOfNearest(_ index: Int) -> Bool {
    guard let nearest, let head = heads[index] else { return false }
    return head.contains(nearest)
  }

  /// The only one that differs in one character, which is misprinted.
  private func index(near wording: String) -> Int? {
    guard wording.count >= 6 else { return nil }
    let near = items.indices.filter { index in
      isOpen(index) && items[index].labels.contains { ItemMatcher.differsInOne($0, wording) }
    }
    return near.count == 1 ? near[0] : nil
  }

  private static func differsInOne(_ a: String, _ b: String) -> Bool {
    guard a.utf8.count == b.utf8.count, a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) } == 1
  }
}
