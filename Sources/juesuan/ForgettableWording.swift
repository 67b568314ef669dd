import Disclosure

/// A wording of the catalogue that can be taken out of it.
struct ForgettableWording: CustomStringConvertible {
  /// The statement's line.
  private var line: Int
  /// What the line is without the wording; nil where nothing is left to say.
  private var rest: String?
  /// What a report prints that uses it, normalised; all of these.
  let parts: [String]
  let description: String

  /// The statements that say what reports print.
  private static let keywords: Set<Substring> = [
    "title", "column", "side", "item", "class", "word", "words", "subject", "aspect", "evidence", "total",
  ]

  static func all(in catalogue: String) -> [ForgettableWording] {
    catalogue.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap { number, line in
      let statement = line.drop { $0 == " " }
      let keyword = statement.prefix { $0 != " " }
      guard keywords.contains(keyword) else { return [ForgettableWording]() }
      return wordings(of: String(line), keyword, number)
    }
  }

  private static func wordings(of line: String, _ keyword: Substring, _ number: Int) -> [ForgettableWording] {
    let equals = line.firstRange(of: " = ")
    // 因公出国费 = 因公出国(境)费: the wording is on the left.
    if keyword == "word", let equals {
      let printed = line[..<equals.lowerBound].drop { $0 == " " }.dropFirst("word ".count)
      return [ForgettableWording(line: number, rest: nil, parts: [String(printed)], description: line.trimmedBlanks)]
    }
    let start = equals?.upperBound ?? line.index(after: line[line.range(of: keyword).upperBound...].startIndex)
    let head = line[..<start]
    let alternatives = line[start...].components(separatedBy: " | ")
    return alternatives.indices.map { index in
      var others = alternatives
      let wording = others.remove(at: index)
      return ForgettableWording(
        line: number, rest: others.isEmpty ? nil : head + others.joined(separator: " | "),
        parts: wording.split(separator: "&").map { $0.filter { $0 != "*" } },
        description: "\(String(head).trimmedBlanks) \(wording)")
    }
  }

  func catalogueWithout(_ catalogue: String) -> String {
    var lines = catalogue.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines[line] = rest ?? ""
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate func range(of word: Substring) -> Range<Index> { firstRange(of: word) ?? startIndex..<startIndex }

  fileprivate var trimmedBlanks: String { String(drop { $0 == " " }) }
}

extension Substring {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator).map(String.init)
  }
}
