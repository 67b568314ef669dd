import PageContent

/// The pages of a list that a script writes links to: `createPageHTML(12, 0, "index", "html")`, as the content management
/// systems of many authorities write it.
enum ScriptedPages {
  /// More than anyone lists. How many of them are read is the user's to say.
  private static let pageLimit = 10_000
  /// A page calls it once, for some above and below its list.
  private static let callLimit = 8

  /// References to the list's other pages.
  ///
  /// The script names the number of pages, the page shown, and the name and suffix of the files. Pages are numbered from
  /// 0, the first without a number: `index.html`, `index_1.html`, …; where the call begins with the id of an element they
  /// are numbered from 1: `index.html`, `index_2.html`, ….
  static func references(in script: String) -> [String] {
    var references: [String] = []
    let calls = calls(in: script)
    let values = AssignedNumbers(of: calls.joined().compactMap(\.variable), in: script)
    for call in calls {
      let strings = call.compactMap(\.string)
      guard let count = call.lazy.compactMap({ $0.number(values) }).first, count > 1, strings.count >= 2 else {
        continue
      }
      let hasElement = call.first?.string != nil && strings.count >= 3
      let name = strings[hasElement ? 1 : 0]
      let suffix = strings[hasElement ? 2 : 1]
      guard isFileName(name), isFileName(suffix) else { continue }
      let first = hasElement ? 2 : 1
      for page in first..<(first + min(count - 1, pageLimit)) { references.append("\(name)_\(page).\(suffix)") }
    }
    return references
  }

  private enum Argument {
    case literal(String)
    case integer(Int)
    case variable(String)

    var string: String? { if case .literal(let text) = self { text } else { nil } }

    var variable: String? { if case .variable(let name) = self { name } else { nil } }

    func number(_ values: AssignedNumbers) -> Int? {
      switch self {
      case .literal: nil
      case .integer(let number): number
      case .variable(let name): values[name]
      }
    }
  }

  /// The arguments of all calls of a function that is named like `createPageHTML`, or `createPage`.
  private static func calls(in script: String) -> [[Argument]] {
    var calls: [[Argument]] = []
    var rest = Substring(script)
    while calls.count < callLimit, let range = rest.range(of: "createPage") {
      let definition = rest[..<range.lowerBound].utf8.suffix(9)
      rest = rest[range.upperBound...]
      // Names and arguments are short. Looking further would take for ever where a script is made of this word alone.
      let open = rest.utf8.prefix(500).drop { AssignedNumbers.mayStandInName($0) }
      guard open.first == UInt8(ascii: "("), !definition.elementsEqual("function ".utf8) else { continue }
      let inner = open.dropFirst()
      guard let close = inner.firstIndex(of: UInt8(ascii: ")")) else { continue }
      calls.append(
        inner[..<close].split(separator: UInt8(ascii: ",")).map { argument(WebPage.plain(String(Substring($0)))) })
    }
    return calls
  }

  private static func argument(_ text: String) -> Argument {
    if let quote = text.first, quote == "'" || quote == "\"", text.count > 1, text.last == quote {
      return .literal(String(text.dropFirst().dropLast()))
    }
    if let number = ForeignNumber.value(text) { return .integer(number) }
    return .variable(text)
  }

  private static func isFileName(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isLetter || $0.isNumber || ["_", "-", ".", "/"].contains($0) }
  }

  /// The strings in a script.
  static func strings(in script: String) -> [String] {
    var strings: [String] = []
    var open: (quote: Character, text: String)?
    for character in script {
      if let current = open {
        if character == current.quote {
          strings.append(current.text)
          open = nil
        } else {
          open?.text.append(character)
        }
      } else if character == "'" || character == "\"" {
        open = (character, "")
      }
    }
    return strings
  }
}
