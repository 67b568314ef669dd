import PageContent
import TableStructure

/// The names of units in a sentence (包括：某局本级、某中心) or a table (序号, 单位名称).
enum UnitList {
  /// Where the names begin in a sentence that leads up to them, in UTF-8; nil where it speaks of something else, as of a
  /// department's offices.
  static func lead(_ paragraph: Paragraph, _ key: PartWording.Key, _ wording: PartWording) -> Int? {
    var offset = 0
    for sentence in paragraph.text.split(separator: "。", omittingEmptySubsequences: false) {
      defer { offset += sentence.utf8.count + 3 }
      let text = String(sentence)
      for word in ["分别是：", "分别为：", "具体包括：", "包括：", "构成为：", "单位为：", "单位有：", "具体为：", "包括:", "分别是:", "分别为:"] {
        guard let found = text.range(of: word) else { continue }
        let before = Wording.normalised(String(text[..<found.lowerBound]))
        guard wording.fits(before, key) || before.isEmpty && offset == 0 else { continue }
        return offset + text.utf8.distance(from: text.startIndex, to: found.upperBound)
      }
    }
    return nil
  }

  /// The names that follow in the same sentence.
  static func items(of paragraph: Paragraph, from start: Int) -> [ProfileItem] {
    let utf8 = paragraph.text.utf8
    let first = utf8.index(utf8.startIndex, offsetBy: start, limitedBy: utf8.endIndex) ?? utf8.endIndex
    let rest = String(paragraph.text[first...])
    let numbered = ItemList.inline(Paragraph(text: rest, location: paragraph.location))
    if !numbered.isEmpty { return numbered.map(ProfileItem.init).map(named) }
    if let mark = ItemMark(rest) {
      let own = Paragraph(text: rest, location: paragraph.location(utf8: start..<utf8.count))
      return [
        named(ProfileItem(number: mark.text, text: ItemList.text(of: own, from: mark.end), location: own.location))
      ]
    }
    let sentence = rest.prefix { $0 != "。" }
    var names: [(text: Substring, offset: Int)] = []
    let separator: Character = sentence.contains("；") ? "；" : sentence.contains(";") ? ";" : "、"
    var offset = start
    for part in sentence.split(separator: separator, omittingEmptySubsequences: false) {
      var from = offset
      for name in separator == "、" ? conjoined(part) : [part] {
        names.append((name, from))
        from += name.utf8.count + 3
      }
      offset += part.utf8.count + String(separator).utf8.count
    }
    let places = ParagraphPlaces(paragraph)
    let items = names.filter { !$0.text.allSatisfy { $0 == " " } }.map { name, offset in
      named(
        ProfileItem(
          number: nil, text: TextJoin.squashed(String(name)),
          location: places.location(utf8: offset..<min(offset + name.utf8.count, utf8.count))))
    }
    // 包括本级决算和下属单位决算 names nothing.
    return items.contains { isGeneric($0.text) } ? [] : items
  }

  /// The items on the lines after the first one, which stood with the sentence that leads up to them.
  static func numbered(_ paragraphs: ArraySlice<Paragraph>, after first: ProfileItem) -> [ProfileItem] {
    guard var last = first.number.flatMap({ ItemMark($0 + "、") }) else { return [] }
    var items: [ProfileItem] = []
    for paragraph in paragraphs {
      guard let mark = ItemMark(paragraph.text), mark.follows(last) else { break }
      last = mark
      items.append(
        named(
          ProfileItem(
            number: mark.text, text: ItemList.text(of: paragraph, from: mark.end), location: paragraph.location)))
    }
    return items
  }

  /// 某局本级决算和某中心决算: 和 parts what ends as a unit's name does; elsewhere it may be within one.
  private static func conjoined(_ text: Substring) -> [Substring] {
    for word in ["以及", "和", "及"] {
      guard let found = text.range(of: word) else { continue }
      let before = text[..<found.lowerBound]
      guard ["）", ")", "决算", "预算", "本级", "机关", "本部"].contains(where: before.ends) else { continue }
      return [before, text[found.upperBound...]]
    }
    return [text]
  }

  private static func isGeneric(_ name: String) -> Bool {
    ["下属", "所属", "二级预算单位", "下级单位"].contains(where: name.holds)
  }

  /// The name without what is said of the unit after it, and without what is made of it: 某中心，属全额拨款事业单位; 某中心决算.
  static func named(_ item: ProfileItem) -> ProfileItem {
    var item = item
    var text = item.text.prefix { !"，；。;".contains($0) }
    for word in ["部门决算", "部门预算", "单位决算", "单位预算", "决算", "预算"] where text.ends(with: word) && text.count > word.count + 2
    {
      text = text.dropLast(word.count)
      break
    }
    for word in ["共", "等"] {
      if let found = text.range(of: word), text[found.upperBound...].first?.isNumber ?? false {
        text = text[..<found.lowerBound]
      }
    }
    item.text = String(text)
    return item
  }

  /// The rows of a table of units; nil where it is none.
  static func items(in table: Table, _ wording: PartWording = .shared) -> [ProfileItem]? {
    guard table.rowCount > 1, (2...5).contains(table.columnCount), table.cells.contains(where: { $0.text.holds("单位") })
    else { return nil }
    let grid = TableGrid(table)
    guard let head = (0..<min(2, grid.rowCount)).first(where: { grid.text($0, 0) == "序号" }),
      let column = (1..<grid.columnCount).first(where: { wording.fits(grid.text(head, $0), .unitsName) })
    else { return nil }
    let items = (head + 1..<grid.rowCount).compactMap { row -> ProfileItem? in
      guard let cell = grid.cell(row, column), cell.row == row, !cell.text.isEmpty else { return nil }
      let number = grid.text(row, 0)
      return ProfileItem(
        number: number.isEmpty ? nil : number, text: TextJoin.squashed(cell.text), location: cell.location)
    }
    return items.isEmpty ? nil : items
  }
}
