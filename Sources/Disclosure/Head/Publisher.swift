import PageContent
import TableStructure

/// Who published a report, of which scope, and when.
struct Publisher {
  private(set) var department: String?
  private(set) var scope: DisclosedDocument.Scope?
  private(set) var publishedOn: String?
  private(set) var problems: [Problem] = []

  private let wording = HeadWording.shared
  /// How many paragraphs from the top may bear the date of publication, and how many at the end a signature.
  private static let coverLength = 12
  private static let signatureLength = 8
  /// How many paragraphs from the top may be the overview's first.
  private static let overviewLength = 80

  /// - Parameter captions: the names in the captions of the forms.
  init(_ evidence: HeadEvidence, captions: [String], paragraphs: [Paragraph]) {
    department = department(evidence, captions: captions, paragraphs)
    scope =
      department.flatMap { OrganisationName.scope(of: $0) } ?? evidence.cover.title?.scope
      ?? evidence.titles.compactMap(\.scope).mostFrequent ?? evidence.runningHeads.compactMap(\.scope).first
    publishedOn = dateOnCover(paragraphs) ?? dateUnderSignature(paragraphs)
  }

  // MARK: The department

  /// The cover's name comes before those of titles, these before captions, these before running heads, these before the
  /// text.
  private mutating func department(
    _ evidence: HeadEvidence, captions: [String], _ paragraphs: [Paragraph]
  ) -> String? {
    let printed = (captions.isEmpty ? evidence.captions : captions.map { OrganisationName.cleaned($0) })
      .filter { !wording.isHeld(.namePlaceholder, by: Wording.normalised($0)) }
    let caption = printed.mostFrequent ?? majority(evidence.departmentLabels) ?? unanimous(evidence.unitLabels)
    let titles = evidence.titles.compactMap(\.department)
    let title = titles.mostFrequent
    guard
      let chosen = evidence.cover.department ?? title ?? caption ?? heading(of: paragraphs)
        ?? evidence.runningHeads.compactMap(\.department).first ?? evidence.runningNames.first
        ?? subjectOfOverview(paragraphs) ?? evidence.nameBeforeTitles
    else { return nil }
    // One slip is a matter for the audit.
    let others = [titles.count > 2 ? title : nil, printed.count > 1 ? caption : nil].compactMap(\.self)
    if let other = others.first(where: { !OrganisationName.mayAgree(chosen, $0) }) {
      problems.append(.contradictoryHead(chosen, other))
    }
    // A name that is broken over lines may have been read to the end of the first.
    if !OrganisationName.isOne(Wording.normalised(chosen)),
      let whole = (printed + titles + [heading(of: paragraphs)].compactMap(\.self))
        .filter({ $0.count > chosen.count && $0.begins(with: chosen) }).mostFrequent
    {
      return Publisher.printed(whole)
    }
    // Captions mostly print the name in full, which a title may shorten.
    if let caption, chosen == caption || Wording.normalised(caption).isLonger(than: chosen) {
      return caption
    }
    let longer = titles.filter { $0.isLonger(than: chosen) }.mostFrequent
    return Publisher.printed(longer ?? (caption == nil ? fullName(of: chosen, in: paragraphs) : nil) ?? chosen)
  }

  /// A name in a title is told in normalised wording, where brackets are those of ASCII.
  private static func printed(_ name: String) -> String {
    String(name.map { $0 == "(" ? "（" : $0 == ")" ? "）" : $0 })
  }

  private func majority(_ names: [String]) -> String? {
    names.mostFrequent.flatMap { name in 2 * names.count { $0 == name } > names.count ? name : nil }
  }

  private func unanimous(_ names: [String]) -> String? { Set(names).count == 1 ? names.first : nil }

  /// 第一部分 某局概况: the heading of a report's first part.
  private func heading(of paragraphs: [Paragraph]) -> String? {
    for paragraph in paragraphs {
      var text = Wording.normalised(paragraph.text)
      guard text.ends(with: "概况"), text.count < 50 else { continue }
      text.removeLast(2)
      if text.begins(with: "第"), let part = text.range(of: "部分") { text = String(text[part.upperBound...]) }
      text = Wording.withoutOrdinal(text)
      for word in ["部门", "单位", "基本"] where text.ends(with: word) { text.removeLast(word.count) }
      if OrganisationName.isOne(text) { return text }
    }
    return nil
  }

  /// 某局是市政府的组成部门: the first sentence of the text that says what its subject is.
  private func subjectOfOverview(_ paragraphs: [Paragraph]) -> String? {
    for paragraph in paragraphs.prefix(Publisher.overviewLength) {
      let text = Wording.normalised(paragraph.text).prefix(80)
      for verb in wording.words(.overviewVerb) {
        guard let found = text.range(of: verb) else { continue }
        let name = String(text[..<found.lowerBound])
        let rest = String(text[found.upperBound...].prefix(30))
        if OrganisationName.isOne(name), wording.isHeld(.overviewBody, by: rest) { return name }
      }
    }
    return nil
  }

  private static let longestPlace = 12

  /// 武汉市青山区大数据中心 for 大数据中心: the longest form of the name that begins with a place and stands twice.
  private func fullName(of short: String, in paragraphs: [Paragraph]) -> String? {
    var counts: [String: Int] = [:]
    for paragraph in paragraphs {
      let text = Wording.normalised(paragraph.text)
      var rest = Substring(text)
      while let found = rest.range(of: short) {
        // One character more than a place's name may have, so that a text of nothing but names is read once.
        let before = text[..<found.lowerBound].suffix(Publisher.longestPlace + 1)
        let prefix = String(String(before.reversed().prefix { $0.isChineseLetter }).reversed())
        if !prefix.isEmpty, let place = placeName(atEndOf: prefix) { counts[place + short, default: 0] += 1 }
        rest = rest[found.upperBound...]
      }
    }
    return counts.filter { $0.value > 1 }.max { ($0.key.count, $0.key) < ($1.key.count, $1.key) }?.key
  }

  /// The run of place names, 省市区县州旗镇乡, that ends a text: 纳入武汉市青山区 gives 武汉市青山区 only where it begins there.
  private func placeName(atEndOf text: String) -> String? {
    guard let last = text.last, "省市区县州旗盟镇乡".contains(last), text.count >= 2, text.count <= Publisher.longestPlace
    else { return nil }
    // A verb or a conjunction before the place is none of it.
    if text.contains(where: { "的和与由为在是至年度从对向及按将经以".contains($0) }) { return nil }
    return text
  }

  // MARK: The date

  private func dateOnCover(_ paragraphs: [Paragraph]) -> String? {
    for paragraph in paragraphs.prefix(Publisher.coverLength) {
      if let date = PrintedDate.iso(Wording.normalised(paragraph.text)) { return date }
    }
    return nil
  }

  /// A date at the report's end, below its publisher's name.
  private func dateUnderSignature(_ paragraphs: [Paragraph]) -> String? {
    guard let department else { return nil }
    let end = paragraphs.suffix(Publisher.signatureLength).map { Wording.normalised($0.text) }
    return zip(end, end.dropFirst()).lazy.compactMap { name, date in
      OrganisationName.isOne(name) && OrganisationName.mayAgree(name, department) ? PrintedDate.iso(date) : nil
    }.first
  }
}

extension String {
  /// Whether it is another name with a place before it.
  fileprivate func isLonger(than short: String) -> Bool { count > short.count && ends(with: short) }
}
