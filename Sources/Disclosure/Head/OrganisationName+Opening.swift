import PageContent

extension OrganisationName {
  /// Whether a sentence begins with the name of a body that is not the report's: one of its units, or the department without
  /// these, as 某局（本级）. What follows is told of that body alone.
  package static func opens(_ sentence: String, besides department: String) -> Bool {
    // What is asked for every figure must not cost more with a longer sentence.
    let opening = sentence.prefix(longestOpening)
    let words = Wording.withoutOrdinal(Wording.normalised(String(opening)))
    let stop = words.firstIndex { $0.isNumber || ",:、。;".contains($0) }
    guard let end = stop ?? (opening.endIndex < sentence.endIndex ? words.endIndex : nil) else { return false }
    var name = words[..<end]
    for money in ["财政拨款", "收入", "支出", "预算", "决算"] {
      if let found = name.range(of: money) { name = name[..<found.lowerBound] }
    }
    let body = String(name)
    guard isOne(body) else { return false }
    return !mayAgree(body, department) || scope(of: body) == .unit && scope(of: department) != .unit
  }

  /// A name with its place in a list, and blanks.
  private static let longestOpening = 120
}
