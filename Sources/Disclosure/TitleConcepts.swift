/// What titles speak of, whatever their wording: 政府性基金, 收入, 明细. A title in words that the catalogue does not know
/// is compared with those that it knows by what both speak of.
struct TitleConcepts: Sendable {
  /// What the titles of one form speak of.
  private struct Form {
    /// What makes a form of its own: the sets of them that its titles have.
    var subjects: Set<UInt64>
    /// What titles of one form may leave out, but not add: 财政拨款 is not 一般公共预算.
    var aspects: Set<UInt64>
  }

  private var subjects: [[String]] = []
  private var aspects: [[String]] = []
  private var forms: [Form] = []

  /// As many as a set of them holds.
  static let most = 64

  mutating func add(_ wordings: [String], isSubject: Bool) {
    if isSubject { subjects.append(wordings) } else { aspects.append(wordings) }
  }

  mutating func learn(_ titles: [[String]]) {
    forms = titles.map { titles in
      Form(
        subjects: Set(titles.map { Self.bits(subjects, in: $0) }),
        aspects: Set(titles.map { Self.bits(aspects, in: $0) }))
    }
  }

  private static func bits(_ concepts: [[String]], in title: String) -> UInt64 {
    var bits: UInt64 = 0
    for (index, wordings) in concepts.prefix(most).enumerated() where wordings.contains(where: title.holds) {
      bits |= 1 << UInt64(index)
    }
    return bits
  }

  /// The forms whose titles speak of the same as a title: of the same subjects as one of them, in the same aspects as one.
  func forms(like title: String) -> [Int] {
    let subjects = Self.bits(subjects, in: title)
    if subjects == 0 { return [] }
    let aspects = Self.bits(aspects, in: title)
    return forms.indices.filter { forms[$0].subjects.contains(subjects) && forms[$0].aspects.contains(aspects) }
  }
}
