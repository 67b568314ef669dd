/// What titles speak of, whatever their wording: 政府性基金, 收入, 明细. A title in words that the catalogue does not know
/// is compared with those that it knows by what both speak of.
struct TitleConcepts: Sendable {
  /// What makes a form of its own.
  private var subjects: [[String]] = []
  /// What titles of one form may leave out, but not add: 财政拨款 is not 一般公共预算.
  private var aspects: [[String]] = []

  /// As many as a set of them holds.
  static let most = 64

  mutating func add(_ wordings: [String], isSubject: Bool) {
    if isSubject { subjects.append(wordings) } else { aspects.append(wordings) }
  }

  private static func bits(_ concepts: [[String]], in title: String) -> UInt64 {
    var bits: UInt64 = 0
    for (index, wordings) in concepts.prefix(most).enumerated() where wordings.contains(where: title.holds) {
      bits |= 1 << UInt64(index)
    }
    return bits
  }

  /// The forms whose titles speak of the same as a title: of the same subjects as one of them, in the same aspects as one.
  /// Asked of few titles, as most are known: nothing is worked out before.
  func forms(like title: String, among forms: [Catalogue.Form]) -> [Catalogue.Form] {
    let subjects = Self.bits(subjects, in: title)
    if subjects == 0 { return [] }
    let aspects = Self.bits(aspects, in: title)
    return forms.filter { form in
      form.titles.contains { Self.bits(self.subjects, in: $0) == subjects }
        && form.titles.contains { Self.bits(self.aspects, in: $0) == aspects }
    }
  }
}
