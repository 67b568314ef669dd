/// What titles speak of, whatever their wording: 政府性基金, 收入, 明细. A title in words that the catalogue does not know
/// is compared with those that it knows by what both speak of.
struct TitleConcepts: Sendable {
  /// The concepts of one title.
  struct Meaning: Sendable, Hashable {
    /// Those that make a form of their own: two titles that differ in one of them are titles of two forms.
    fileprivate var subjects: UInt64 = 0
    /// Those that titles of one form may have or leave out.
    fileprivate var aspects: UInt64 = 0

    /// From 0 to 100, how much two titles have in common.
    func likeness(to other: Meaning) -> Int {
      guard subjects == other.subjects else { return 0 }
      let all = (subjects | aspects | other.aspects).nonzeroBitCount
      return all == 0 ? 0 : (subjects | (aspects & other.aspects)).nonzeroBitCount * 100 / all
    }
  }

  private var subjects: [[String]] = []
  private var aspects: [[String]] = []
  /// The meanings of each form's titles.
  private var forms: [[Meaning]] = []

  /// As many as a `Meaning` holds of each.
  static let most = 64

  mutating func add(_ wordings: [String], isSubject: Bool) {
    if isSubject { subjects.append(wordings) } else { aspects.append(wordings) }
  }

  mutating func learn(_ titles: [[String]]) {
    forms = titles.map { titles in Array(Set(titles.map(meaning))) }
  }

  func meaning(of title: String) -> Meaning {
    Meaning(subjects: Self.bits(subjects, in: title), aspects: Self.bits(aspects, in: title))
  }

  private static func bits(_ concepts: [[String]], in title: String) -> UInt64 {
    var bits: UInt64 = 0
    for (index, wordings) in concepts.prefix(most).enumerated() where wordings.contains(where: title.holds) {
      bits |= 1 << UInt64(index)
    }
    return bits
  }

  /// The forms whose titles speak of what a title speaks of, by how much they have in common; none below `least`.
  func forms(like title: String, least: Int) -> [(form: Int, likeness: Int)] {
    let meaning = meaning(of: title)
    return forms.indices.compactMap { form in
      let likeness = forms[form].lazy.map { $0.likeness(to: meaning) }.max() ?? 0
      return likeness >= least ? (form, likeness) : nil
    }
  }
}
