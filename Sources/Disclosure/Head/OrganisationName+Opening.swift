import PageContent

extension OrganisationName {
  /// Whether a sentence begins with the name of a body that is not the report's: one of its units, or the department without
  /// these, as 某局（本级）. What follows is told of that body alone.
  package static func opens(_ sentence: String, besides department: String) -> Bool {
    let words = Wording.withoutOrdinal(Wording.normalised(sentence))
    guard let end = words.firstIndex(where: { $0.isNumber || ",:、。;".contains($0) }) else { return false }
    var name = words[..<end]
    for money in ["财政拨款", "收入", "支出", "预算", "决算"] {
      if let found = name.range(of: money) { name = name[..<found.lowerBound] }
    }
    let opening = String(name)
    guard isOne(opening) else { return false }
    return !mayAgree(opening, department) || scope(of: opening) == .unit && scope(of: department) != .unit
  }
}
