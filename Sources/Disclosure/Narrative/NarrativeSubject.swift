import PageContent

/// What a figure is about: its words, and what the catalogue of the narrative makes of them.
struct NarrativeSubject {
  var words: String
  var kind: String
  var path: [String] = []
  var code: String?
}

/// Finds the words of a subject in what stands before a figure.
struct SubjectPhrase {
  let wording: NarrativeWording
  let text: [Unicode.Scalar]
  /// The department's name says nothing of its figures.
  var department: Word?

  /// The part that names a subject, without what leads up to it and what only joins it to the figure.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while true {
      let before = range
      range = withoutLead(range)
      range = withoutTail(range)
      if range == before || range.isEmpty { return range }
    }
  }

  private func withoutLead(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    while lower < range.upperBound, text[lower].isClausePunctuation || text[lower] == "(" && !isPaired(lower, range) {
      lower += 1
    }
    if let end = ordinalEnd(lower..<range.upperBound) { lower = end }
    if let end = pastYear(lower..<range.upperBound) { lower = end }
    if let count = text[lower..<range.upperBound].leading(wording[.lead]) { lower += count }
    if let department, text[lower..<range.upperBound].begins(with: department),
      lower + department.count < range.upperBound
    {
      lower += department.count
    }
    return lower..<range.upperBound
  }

  /// What joins the subject to the figure: 为, 约, 共计.
  func withoutTail(_ range: Range<Int>) -> Range<Int> {
    var upper = range.upperBound
    while upper > range.lowerBound {
      if text[upper - 1].isClausePunctuation || text[upper - 1] == ")" && !isPaired(upper - 1, range)
        || text[upper - 1] == "("
      {
        upper -= 1
      } else if let count = text[range.lowerBound..<upper].trailing(wording[.filler]),
        // 公共 is a word of its own.
        !(count == 1 && text[upper - 1] == "共" && upper - 1 > range.lowerBound && text[upper - 2] == "公")
      {
        upper -= count
      } else {
        break
      }
    }
    return range.lowerBound..<upper
  }

  private func isPaired(_ bracket: Int, _ range: Range<Int>) -> Bool {
    text[bracket] == "("
      ? text[bracket..<range.upperBound].contains(")") : text[range.lowerBound..<bracket].contains("(")
  }

  /// Past 1. or （一） or 一、.
  func ordinalEnd(_ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let isBracketed = index < range.upperBound && text[index] == "("
    if isBracketed { index += 1 }
    let start = index
    while index < range.upperBound, text[index].isASCIIDigit || text[index].isChineseNumeral { index += 1 }
    guard index > start, index - start < 4, index < range.upperBound else {
      guard index < range.upperBound, (0x2460...0x24FF).contains(text[index].value) else { return nil }
      return index + 1
    }
    let mark = text[index]
    guard isBracketed ? mark == ")" : mark == "、" || mark == "." || mark == ")" else { return nil }
    if !isBracketed, mark == ".", index + 1 < range.upperBound, text[index + 1].isASCIIDigit { return nil }
    return index + 1
  }

  /// Past 某局2024年度; not where the year belongs to the subject's own words (…的2024年度项目).
  private func pastYear(_ range: Range<Int>) -> Int? {
    var found: Int?
    var depth = 0
    for index in range {
      if text[index] == "(" { depth += 1 }
      if text[index] == ")" { depth -= 1 }
      if text[index] == "的" { break }
      guard depth == 0, text[index] == "年", index - range.lowerBound >= 4,
        text[(index - 4)..<index].allSatisfy(\.isASCIIDigit)
      else { continue }
      var end = index + 1
      if end < range.upperBound, text[end] == "度" { end += 1 }
      found = end
    }
    return found
  }

  /// Whether there is more in it than words that any figure may have before it.
  func namesNothing(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound {
      let rest = text[index..<range.upperBound]
      if let count = rest.leading(wording[.generic]) ?? rest.leading(wording[.filler]) {
        index += count
      } else if text[index].isASCIIDigit || text[index].isClausePunctuation
        || "()年月日".unicodeScalars.contains(text[index])
      {
        index += 1
      } else {
        return false
      }
    }
    return true
  }
}

extension Unicode.Scalar {
  var isClausePunctuation: Bool {
    switch self {
    case ",", "，", "、", ":", ";", "。", " ", "-", "—": true
    default: false
    }
  }

  /// In normalised text.
  var endsSentence: Bool { self == "。" || self == ";" || self == "!" || self == "?" }
}
