/// What a host's robots.txt (RFC 9309) allows a robot to fetch.
package struct RobotsRules: Sendable {
  private struct Rule {
    var isAllowed: Bool
    /// Percent-encoded, perhaps with `*` and a `$` at its end.
    var pattern: [UInt8]
  }

  private var rules: [Rule] = []
  /// How many seconds the host wants between requests. Not in the RFC, but widely written.
  package private(set) var crawlDelay: Double?

  /// Everything, where there is no robots.txt.
  package static let allowAll = RobotsRules()

  private init() {}

  /// The most of a file that is read (RFC 9309, 2.5).
  static let sizeLimit = 512 << 10

  /// - Parameter agent: a product token such as `juesuan`. Groups that name it count; where none does, those for `*`.
  package init(_ bytes: [UInt8], agent: String) {
    var groups: [Group] = []
    var isInAgents = false
    for line in RobotsRules.lines(bytes) {
      if line.name == "user-agent" {
        if !isInAgents { groups.append(Group()) }
        isInAgents = true
        groups[groups.count - 1].agents.append(RobotsRules.token(line.value))
        continue
      }
      guard !groups.isEmpty, ["allow", "disallow", "crawl-delay"].contains(line.name) else { continue }
      isInAgents = false
      groups[groups.count - 1].lines.append(line)
    }
    let named = groups.filter { $0.agents.contains(RobotsRules.token(agent)) }
    let chosen = named.isEmpty ? groups.filter { $0.agents.contains("*") } : named
    for line in chosen.flatMap(\.lines) { add(line) }
  }

  private struct Group {
    var agents: [String] = []
    var lines: [(name: String, value: String)] = []
  }

  private mutating func add(_ line: (name: String, value: String)) {
    if line.name == "crawl-delay" {
      if let delay = Double(line.value), delay >= 0, delay < 86_400 { crawlDelay = max(crawlDelay ?? 0, delay) }
    } else if line.value.hasPrefix("/") || line.value.hasPrefix("*") {
      let halves = line.value.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
      // `$` and `*` stay as they are.
      let encoded =
        PercentCoding.path(String(halves[0])) + (halves.count > 1 ? "?" + PercentCoding.query(String(halves[1])) : "")
      rules.append(Rule(isAllowed: line.name == "allow", pattern: Array(encoded.utf8)))
    }
  }

  /// Whether an address may be fetched: the longest pattern decides; of two as long, the one that allows.
  package func allows(_ address: WebAddress) -> Bool {
    if address.path == "/robots.txt" { return true }
    let target = Array(address.target.utf8)
    let longest = rules.filter { RobotsRules.matches($0.pattern, target) }.max { left, right in
      (left.pattern.count, left.isAllowed ? 1 : 0) < (right.pattern.count, right.isAllowed ? 1 : 0)
    }
    return longest?.isAllowed ?? true
  }

  /// Whether a target begins as a pattern says. Linear in both, whatever the pattern.
  private static func matches(_ pattern: [UInt8], _ target: [UInt8]) -> Bool {
    let isAnchored = pattern.last == UInt8(ascii: "$")
    let pattern = isAnchored ? pattern.dropLast() : pattern[...]
    var (at, index) = (0, 0)
    var star: (pattern: Int, target: Int)?
    while true {
      if at == pattern.count {
        if !isAnchored || index == target.count { return true }
      } else if pattern[at] == UInt8(ascii: "*") {
        star = (at + 1, index)
        at += 1
        continue
      } else if index < target.count, pattern[at] == target[index] {
        at += 1
        index += 1
        continue
      }
      // The last star takes one more byte.
      guard let last = star, last.target < target.count else { return false }
      star = (last.pattern, last.target + 1)
      (at, index) = (last.pattern, last.target + 1)
    }
  }

  // MARK: Lines

  private static func lines(_ bytes: [UInt8]) -> [(name: String, value: String)] {
    let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    return bytes.prefix(sizeLimit).split { $0 == 0x0A || $0 == 0x0D }.compactMap { line in
      let statement = line.prefix { $0 != UInt8(ascii: "#") }
      let halves = statement.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
      guard halves.count == 2 else { return nil }
      return (trimmed(halves[0]).lowercased(), trimmed(halves[1]))
    }
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let rest = bytes.drop(while: isSpace)
    return String(decoding: rest.dropLast(rest.reversed().prefix(while: isSpace).count), as: UTF8.self)
  }

  /// The product token of a name: letters, `-` and `_`, in lower case; `*` as it is.
  private static func token(_ name: String) -> String {
    if name.hasPrefix("*") { return "*" }
    return name.lowercased().filter { $0 != " " }.prefix {
      ("a"..."z").contains($0) || $0 == "-" || $0 == "_"
    }.description
  }
}
