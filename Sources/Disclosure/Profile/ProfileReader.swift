import PageContent
import TableStructure

/// Reads the first part of a report from the sections that its headings make.
struct ProfileReader {
  private let paragraphs: [Paragraph]
  private let sections: [NarrativeSection]
  /// Tables of units, with the paragraph before which each stands.
  private let unitTables: [(paragraph: Int, items: [ProfileItem])]
  private let wording: PartWording

  static func profile(
    _ paragraphs: [Paragraph], _ sections: [NarrativeSection],
    unitTables: [(paragraph: Int, items: [ProfileItem])] = [], wording: PartWording = .shared
  ) -> DepartmentProfile {
    let reader = ProfileReader(
      paragraphs: paragraphs, sections: sections, unitTables: unitTables, wording: wording)
    return DepartmentProfile(functions: reader.functions(), units: reader.units(), personnel: reader.personnel())
  }

  // MARK: Sections

  /// The sections of a kind, each without those within it that say the same.
  private func ranges(of kind: NarrativeSection.Kind) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for (index, section) in sections.enumerated() where section.kind == kind {
      let within = sections[(index + 1)...].prefix { $0.level > section.level }
      // 一、主要职能及机构设置 holds （一）主要职能.
      if within.contains(where: { $0.kind == kind && $0.level <= 3 && isWorded($0.heading, as: kind) }) { continue }
      if let last = found.last, last.contains(section.paragraphs.lowerBound) { continue }
      found.append(section.paragraphs)
    }
    return found
  }

  private func isWorded(_ heading: String, as kind: NarrativeSection.Kind) -> Bool {
    heading.count <= 20 && NarrativeWording.shared.sectionKind(Array(heading.unicodeScalars)[...]) == kind
  }

  /// The paragraphs of a section below its heading, with what follows the heading in its own line, up to the next
  /// heading of its rank or the next part of the report.
  private func body(_ range: Range<Int>) -> [Paragraph] {
    guard let section = sections.first(where: { $0.paragraphs == range }) else { return [] }
    var body: [Paragraph] = []
    let heading = paragraphs[range.lowerBound]
    if let rest = ProfileReader.rest(of: heading, after: section.heading) { body.append(rest) }
    let own = ItemMark(heading.text)
    // Its items may be numbered as headings are.
    var hasOwnItems = false
    for index in range.dropFirst() {
      if let mark = ItemMark(paragraphs[index].text) {
        if mark.style == own?.style, mark.value == 1 { hasOwnItems = true }
        if mark.style == .part || mark.style == own?.style && !hasOwnItems { break }
      }
      body.append(paragraphs[index])
    }
    return body
  }

  /// （一）主要职能：贯彻…
  private static func rest(of paragraph: Paragraph, after heading: String) -> Paragraph? {
    let text = TextJoin.squashed(paragraph.text)
    guard text.begins(with: heading), text.utf8.count > heading.utf8.count + 6 else { return nil }
    let rest = text[text.utf8.index(text.startIndex, offsetBy: heading.utf8.count)...]
    return Paragraph(
      text: String(rest.drop { "：:。".contains($0) }), location: paragraph.location, isBold: paragraph.isBold)
  }

  // MARK: 主要职能

  private func functions() -> [ProfileItem] {
    for range in ranges(of: .functions) {
      let body = body(range).filter { !wording.fits(Wording.normalised($0.text), .functionsNone) }
      let list = ItemList(body[...])
      if list.items.count > 1 { return list.items.map(ProfileItem.init) }
      for paragraph in body {
        let items = ItemList.inline(paragraph)
        if !items.isEmpty { return items.map(ProfileItem.init) }
      }
      // Without numbers each paragraph is one; a line that ends with a colon leads up to them.
      let plain = body.filter { !"：:".contains($0.text.last ?? ":") }
      if !plain.isEmpty {
        return plain.map { ProfileItem(number: nil, text: TextJoin.squashed($0.text), location: $0.location) }
      }
    }
    return []
  }

  // MARK: 单位构成

  private func units() -> [ProfileItem] {
    for range in ranges(of: .units) {
      // A table may stand past the section's last paragraph.
      if let table = unitTables.first(where: { (range.lowerBound...range.upperBound).contains($0.paragraph) }) {
        return table.items
      }
    }
    for (range, key) in [PartWording.Key.unitsLead, .unitsOther].flatMap({ key in ranges(of: .units).map { ($0, key) } }
    ) {
      let body = body(range)
      for (index, paragraph) in body.enumerated() {
        guard let lead = UnitList.lead(paragraph, key, wording) else { continue }
        let inline = UnitList.items(of: paragraph, from: lead)
        if !inline.isEmpty {
          // 具体包括：1.某局本部 with the others on lines of their own.
          return inline + (inline.count == 1 ? UnitList.numbered(body[(index + 1)...], after: inline[0]) : [])
        }
        let list = ItemList(body[(index + 1)...])
        if !list.items.isEmpty, list.lead.isEmpty { return list.items.map(ProfileItem.init).map(UnitList.named) }
      }
    }
    return []
  }

  // MARK: 人员构成

  private func personnel() -> [StaffCount] {
    for kinds in [[NarrativeSection.Kind.personnel], [.units, .overview, .functions]] {
      var reader = StaffReader(wording: wording)
      var seen: Set<Int> = []
      for range in kinds.flatMap(ranges) {
        for index in range where seen.insert(index).inserted { reader.read(paragraphs[index]) }
      }
      if !reader.counts.isEmpty { return reader.counts }
    }
    return []
  }
}

extension ProfileItem {
  init(_ item: ItemList.Item) {
    self.init(number: item.mark?.text, text: item.text, location: item.location)
  }
}
