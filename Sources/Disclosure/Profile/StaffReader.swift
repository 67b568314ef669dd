import PageContent
import TableStructure

/// Reads numbers of people and posts from the sentences of 人员构成.
struct StaffReader {
  private let wording: PartWording
  private(set) var counts: [StaffCount] = []

  init(wording: PartWording = .shared) {
    self.wording = wording
  }

  /// Reads one paragraph. A number without a word that says whose it is belongs to the people named last in its sentence.
  mutating func read(_ paragraph: Paragraph) {
    // Most paragraphs of a report count nobody.
    guard paragraph.text.utf8.contains(where: { (0x30...0x39).contains($0) }),
      wording.key(of: paragraph.text, "staff.") != nil
    else { return }
    var passage = Passage()
    passage.append(paragraph, index: 0)
    let text = passage.text
    /// The count that 其中 divides, while its parts follow.
    var whole: Int?
    var last: Int?
    var start = 0
    for index in text.indices.map({ $0 + 1 }) {
      guard index == text.count || StaffReader.breaks.contains(text[index]) else { continue }
      defer { start = index + 1 }
      guard start < index else { continue }
      let clause = text[start..<index]
      let words = String(String.UnicodeScalarView(clause))
      if words.begins(with: "其中") { whole = last }
      if let count = count(clause, passage, paragraph, whole: whole, last: last) {
        whole = count.whole
        counts.append(count)
        if count.whole == nil { last = counts.count - 1 }
      }
      // A full stop ends what 其中 divides, and what a number without a word belongs to.
      if index < text.count, text[index] == "。" {
        whole = nil
        last = nil
      }
    }
  }

  private static let breaks = Set("，,、。;；:".unicodeScalars)
  private static let units = ["人", "名", "个"]

  /// 其中行政编制132人
  private func count(
    _ clause: Scalars, _ passage: Passage, _ paragraph: Paragraph, whole: Int?, last: Int?
  ) -> StaffCount? {
    guard let first = clause.firstIndex(where: \.isASCIIDigit) else { return nil }
    // 截至2023年12月31日在职21人: the last number counts.
    var digits = first..<first
    var index = first
    while index < clause.endIndex {
      if clause[index].isASCIIDigit {
        let end = clause[index...].firstIndex { !$0.isASCIIDigit } ?? clause.endIndex
        digits = index..<end
        index = end
      } else {
        index += 1
      }
    }
    let after = String(String.UnicodeScalarView(clause[digits.upperBound...]))
    let unit = StaffReader.units.first(where: after.begins)
    var words = String(String.UnicodeScalarView(clause[clause.startIndex..<digits.lowerBound]))
    for lead in ["其中", "包括", "分别为"] where words.begins(with: lead) { words = String(words.dropFirst(lead.count)) }
    let key = wording.key(of: words, "staff.")
    if key == .staffNone { return nil }
    // 个 counts rooms as well; without a unit only the word 编制 or 人数 tells people.
    guard unit == "人" || unit == "名" || key == .staffAuthorised && (unit != nil || after.isEmpty) else { return nil }
    guard after.isEmpty || after == unit || after == "人员" || unit.map({ after.begins(with: $0 + "(") }) ?? false
    else { return nil }
    let kind = wording.key(of: words, "kind.").flatMap(StaffCount.Kind.init)
    let own = key.flatMap(StaffCount.Status.init)
    let group = (whole ?? last).map { counts[$0] }
    guard let status = own ?? group?.status, own != nil || kind != nil || whole != nil else { return nil }
    guard let value = ExactNumber(published: String(String.UnicodeScalarView(clause[digits]))) else { return nil }
    let location = passage.location(digits, in: [paragraph])
    let label = passage.printed(clause.startIndex..<max(digits.lowerBound, clause.startIndex + 1), in: [paragraph])
    return StaffCount(
      status: status, kind: kind, label: label.begins(with: "其中") ? String(label.dropFirst(2)) : label,
      count: Quantity(
        text: String(String.UnicodeScalarView(clause[digits])), unit: unit, value: value, location: location),
      whole: whole.flatMap { StaffReader.isPart(status, of: counts[$0].status) ? $0 : nil })
  }

  /// 编制21人，其中事业编制21人，在职19人: people are no part of posts. 实有人员72人，其中离退休26人: the retired may be of those there.
  private static func isPart(_ status: StaffCount.Status, of whole: StaffCount.Status) -> Bool {
    status == whole || whole == .present && status != .authorised
  }
}

extension StaffCount.Status {
  fileprivate init?(_ key: PartWording.Key) {
    switch key {
    case .staffOther: self = .other
    case .staffRetired: self = .retired
    case .staffPresent: self = .present
    case .staffAuthorised: self = .authorised
    default: return nil
    }
  }
}

extension StaffCount.Kind {
  fileprivate init?(_ key: PartWording.Key) {
    switch key {
    case .kindCivilServiceManaged: self = .civilServiceManaged
    case .kindWorkers: self = .workers
    case .kindAdministrative: self = .administrative
    case .kindPublicInstitution: self = .publicInstitution
    default: return nil
    }
  }
}
