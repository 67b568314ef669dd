import PageContent

/// Names of departments and units. Takes normalised text.
package enum OrganisationName {
  private static let shortest = 3
  private static let longest = 40

  static func isOne(_ text: String, wording: HeadWording = .shared) -> Bool {
    guard text.utf8.count <= 3 * longest, text.count <= longest, text.count >= shortest, text.first != "(",
      text.allSatisfy({ $0.isChineseLetter || $0.isLetter || "()·".contains($0) }),
      !wording.isHeld(.nameForeign, by: text), !wording.isHeld(.namePlaceholder, by: text)
    else { return false }
    // 教育局(乡镇学校)
    if text.ends(with: ")"), let open = text.lastIndex(of: "("), isOne(String(text[..<open]), wording: wording) {
      return true
    }
    return wording.isEnd(.nameEnding, of: text) && !wording.isEnd(.nameAnyone, of: text)
  }

  /// A name as a caption or a title prints it, without its code in a list and what a seal adds: 101001某局（盖章）.
  static func cleaned(_ printed: some StringProtocol, wording: HeadWording = .shared) -> String {
    var name = Substring(printed)
    while let first = name.unicodeScalars.first, first.isASCIIDigit || "-_[]:.".unicodeScalars.contains(first) {
      name.unicodeScalars.removeFirst()
    }
    for word in wording.words(.nameAddition) {
      guard isPrinted(word, atEndOf: name), name.count >= word.count + shortest else { continue }
      name = name.dropLast(word.count)
    }
    return String(name)
  }

  /// As printed, brackets may be full-width.
  private static func isPrinted(_ word: String, atEndOf name: Substring) -> Bool {
    var rest = name.unicodeScalars
    for scalar in word.unicodeScalars.reversed() {
      switch rest.popLast() {
      case scalar: continue
      case "（": if scalar != "(" { return false }
      case "）": if scalar != ")" { return false }
      default: return false
      }
    }
    return true
  }

  /// What a name in a title says in brackets of the body's parts: 某局(本级) speaks of the bureau alone, 某局(汇总) of all.
  static func scope(of name: String, wording: HeadWording = .shared) -> DisclosedDocument.Scope? {
    let name = Wording.normalised(name)
    guard name.ends(with: ")"), let open = name.lastIndex(of: "(") else {
      return wording.isEnd(.nameAlone, of: name) ? .unit : nil
    }
    let qualifier = name[name.index(after: open)...].dropLast()
    return wording.fits(qualifier, .nameWhole) ? .department : wording.fits(qualifier, .nameAlone) ? .unit : nil
  }

  /// Without what stands in brackets at its end.
  static func core(_ name: String) -> String {
    let name = Wording.normalised(name)
    guard name.ends(with: ")"), let open = name.lastIndex(of: "("), open > name.startIndex else { return name }
    return String(name[..<open])
  }

  /// Whether two names may be one body's: one holds the other or shortens it.
  static func mayAgree(_ a: String, _ b: String) -> Bool {
    let (first, second) = (core(a), core(b))
    let (short, long) = first.count <= second.count ? (first, second) : (second, first)
    var rest = Substring(short).unicodeScalars
    for scalar in long.unicodeScalars where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}

extension Character {
  var isChineseLetter: Bool {
    guard let scalar = unicodeScalars.first else { return false }
    return (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }
}
