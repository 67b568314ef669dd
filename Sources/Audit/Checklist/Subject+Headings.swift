import Disclosure

extension Subject {
  /// The first sentence under a heading of the narrative, or behind it in its line; nil where another heading or nothing
  /// stands there.
  func firstText(underHeading index: Int) -> ReportText? {
    let section = document.narrative.sections[index]
    guard document.paragraphs.indices.contains(section.paragraphs.lowerBound) else { return nil }
    let heading = document.paragraphs[section.paragraphs.lowerBound]
    let own = ReportText(heading.text, heading.location)
    let name = Wording.normalised(section.heading)
    if own.words.begins(with: name), own.words.utf8.count > name.utf8.count + 3 {
      let rest = own.words[own.words.utf8.index(own.words.startIndex, offsetBy: name.utf8.count)...]
      return ReportText(String(rest.drop { ":。,".contains($0) }.prefix { !"。;".contains($0) }), heading.location)
    }
    // What has headings of its own says something below them.
    let headings = Set(document.narrative.sections.map(\.paragraphs.lowerBound))
    let first = section.paragraphs.dropFirst().first { !headings.contains($0) && !sentences.silent.contains($0) }
    guard let first, document.paragraphs.indices.contains(first) else { return nil }
    let paragraph = document.paragraphs[first]
    // The next part begins there, its title on a line of its own.
    if ItemMark(paragraph.text)?.style == .part { return nil }
    let sentence = paragraph.text.prefix { !"。；;".contains($0) }
    return ReportText(String(sentence), paragraph.location)
  }

  /// The heading of a kind under which it is said alone that there is nothing of what it names.
  func emptyHeading(_ kinds: [NarrativeSection.Kind]) -> ShownEvidence.Shown? {
    for (index, section) in document.narrative.sections.enumerated() where kinds.contains(section.kind) {
      guard let text = firstText(underHeading: index), Statements.shared.deniesAlone(text) else { continue }
      return ShownEvidence.Shown(
        section.location, ShownEvidence.Shown.quotation(of: "\(section.heading)：\(text.printed)"))
    }
    return nil
  }
}
