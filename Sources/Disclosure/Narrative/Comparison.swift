/// A comparison that states no figure: 决算数小于预算数, 与上年持平, 比上年有所增加.
struct Comparison {
  var direction: NarrativeFact.Direction
  var basis: NarrativeStatement.Basis
  var year: Int?
  /// The words before it, which may name its subject.
  var subject: Range<Int>
  /// The words that state the direction.
  var words: Range<Int>

  /// - Parameter phrase: what the clause, or one before it, holds something against.
  init?(_ clause: Range<Int>, in text: [Unicode.Scalar], _ phrase: ComparisonPhrase?, _ wording: NarrativeWording) {
    let words = text[clause]
    if let relation = words.first(of: wording.relations),
      let final = words[..<relation.lowerBound].last(of: wording[.executed]),
      words.holds(anyOf: wording[.planned])
    {
      // 决算数小于预算数, 决算数与预算数基本持平
      let isFlat = words[relation.lowerBound...].leading(wording[.flat]) != nil
      let isGreater = words[relation.lowerBound...].leading(wording[.greater]) != nil
      direction = isFlat ? .flat : isGreater ? .increase : .decrease
      basis = .budget
      if let phrase, phrase.range.lowerBound >= clause.lowerBound, phrase.range.upperBound <= clause.upperBound {
        basis = phrase.basis
        year = phrase.year
      }
      let side = words[..<final.lowerBound].trailing(wording[.side]) ?? 0
      subject = clause.lowerBound..<final.lowerBound - side
      self.words = relation
      return
    }
    guard let phrase else { return nil }
    let isInside = phrase.range.lowerBound >= clause.lowerBound && phrase.range.upperBound <= clause.upperBound
    let tail = isInside ? text[phrase.range.upperBound..<clause.upperBound] : words
    if let flat = tail.first(of: wording[.flat]) {
      direction = .flat
      self.words = flat
    } else {
      // 比上年有所增加
      guard isInside, let trend = Trend(tail, wording), let direction = trend.direction else { return nil }
      self.direction = direction
      self.words = trend.start..<clause.upperBound
    }
    basis = phrase.basis
    year = phrase.year
    var end = isInside ? phrase.range.lowerBound : self.words.lowerBound
    if let count = text[clause.lowerBound..<end].trailing(wording[.final]) { end -= count }
    subject = clause.lowerBound..<end
  }
}
