import PageContent

/// The rules of a page's own style sheets, as far as their selectors are a tag, classes or an id: what exports and
/// converters write. Others, which depend on where an element stands, are passed over.
struct StyleSheet {
  private struct Rule {
    var tag: String?
    var classes: [String]
    var id: String?
    var declarations: StyleDeclarations

    var weight: Int { (id == nil ? 0 : 10_000) + classes.count * 100 + (tag == nil ? 0 : 1) }
  }

  private var rules: [Rule] = []
  /// The rules by what an element must have for them.
  private var byKey: [String: [Int]] = [:]

  private static let mostRules = 20_000
  /// More rules for one class are none of people; the last ones count.
  private static let mostRulesOfKey = 64
  private static let deepest = 3

  mutating func add(_ text: String) { add(text, depth: 1) }

  private mutating func add(_ text: String, depth: Int) {
    if depth > StyleSheet.deepest { return }
    let bytes = StyleSheet.withoutComments(text)
    var index = 0
    while index < bytes.count, rules.count < StyleSheet.mostRules {
      guard let brace = bytes[index...].firstIndex(of: UInt8(ascii: "{")) else { break }
      let selector = String(decoding: bytes[index..<brace], as: UTF8.self).trimmed
      let end = StyleSheet.end(of: brace, in: bytes)
      let body = bytes[(brace + 1)..<end]
      index = min(end + 1, bytes.count)
      // What stands before a rule and ends with a semicolon is none of its selector.
      let own = selector.split(separator: ";").last.map { $0.trimmed } ?? ""
      if own.hasPrefix("@media"), StyleSheet.isForScreen(own) {
        add(String(decoding: body, as: UTF8.self), depth: depth + 1)
      } else if !own.hasPrefix("@") {
        add(own, StyleDeclarations(String(decoding: body, as: UTF8.self)))
      }
    }
  }

  private static func isForScreen(_ query: String) -> Bool {
    let words = query.lowercased().dropFirst("@media".count).trimmed
    return words == "screen" || words == "all"
  }

  /// The brace that closes one, or the end.
  private static func end(of brace: Int, in bytes: [UInt8]) -> Int {
    var depth = 0
    for index in brace..<bytes.count {
      if bytes[index] == UInt8(ascii: "{") { depth += 1 }
      if bytes[index] == UInt8(ascii: "}") {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return bytes.count
  }

  /// In one pass: a sheet may hold as many comments as it has room for.
  private static func withoutComments(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var index = 0
    func stands(_ mark: StaticString, at index: Int) -> Bool {
      guard bytes.count - index >= mark.utf8CodeUnitCount else { return false }
      return (0..<mark.utf8CodeUnitCount).allSatisfy { bytes[index + $0] == mark.utf8Start[$0] }
    }
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "/") where stands("/*", at: index):
        index += 2
        while index < bytes.count, !stands("*/", at: index) { index += 1 }
        index += 2
      // Word puts its sheets into a comment of HTML.
      case UInt8(ascii: "<") where stands("<!--", at: index):
        kept.append(0x20)
        index += 4
      case UInt8(ascii: "-") where stands("-->", at: index):
        kept.append(0x20)
        index += 3
      case let byte:
        kept.append(byte)
        index += 1
      }
    }
    return kept
  }

  private mutating func add(_ selectors: String, _ declarations: StyleDeclarations) {
    if declarations.isEmpty { return }
    for selector in selectors.split(separator: ",") {
      guard let rule = StyleSheet.rule(selector.trimmed, declarations) else { continue }
      let key = rule.id.map { "#" + $0 } ?? rule.classes.first.map { "." + $0 } ?? rule.tag ?? ""
      if byKey[key, default: []].count >= StyleSheet.mostRulesOfKey { byKey[key]?.removeFirst() }
      byKey[key, default: []].append(rules.count)
      rules.append(rule)
    }
  }

  /// nil for a selector of another kind.
  private static func rule(_ selector: String, _ declarations: StyleDeclarations) -> Rule? {
    var rule = Rule(tag: nil, classes: [], id: nil, declarations: declarations)
    var kind: Character = " "
    var word = ""
    func take() {
      if word.isEmpty { return }
      switch kind {
      case ".": rule.classes.append(word)
      case "#": rule.id = word
      default: rule.tag = word.lowercased()
      }
      word = ""
    }
    for character in selector {
      switch character {
      case ".", "#":
        take()
        kind = character
      case _ where character.isLetter || character.isNumber || character == "-" || character == "_":
        word.append(character)
      default: return nil
      }
    }
    take()
    return rule.tag == nil && rule.classes.isEmpty && rule.id == nil ? nil : rule
  }

  /// What the rules say of an element, those that count most last.
  func declarations(for tag: String, classes: [String], id: String?) -> StyleDeclarations {
    var result = StyleDeclarations()
    if rules.isEmpty { return result }
    var found = byKey[tag] ?? []
    for name in classes { found += byKey["." + name] ?? [] }
    if let id { found += byKey["#" + id] ?? [] }
    if found.isEmpty { return result }
    let fitting = found.filter { index in
      let rule = rules[index]
      return (rule.tag ?? tag) == tag && rule.classes.allSatisfy(classes.contains) && (rule.id ?? id) == id
    }
    for index in fitting.sorted(by: { (rules[$0].weight, $0) < (rules[$1].weight, $1) }) {
      result.add(rules[index].declarations)
    }
    return result
  }
}
