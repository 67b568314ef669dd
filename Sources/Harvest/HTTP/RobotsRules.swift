/// What a host's robots.txt (RFC 9309) allows a robot to fetch.
package struct RobotsRules: Sendable {
  private struct Rule {
    var isAllowed: Bool
    var pattern: RobotsPattern
  }

  /// The longest pattern first; of two as long, the one that allows.
  private var rules: [Rule] = []
  /// How many seconds the host wants between requests. Not in the RFC, but widely written.
  package private(set) var crawlDelay: Double?

  /// Everything, where there is no robots.txt.
  package static let allowAll = RobotsRules()

  private init() {}

  /// The most of a file that is read (RFC 9309, 2.5).
  static let sizeLimit = 512 << 10
  /// The longest pattern. Of a longer one that forbids, the beginning counts, which forbids more; one that allows is
  /// left out.
  static let patternLimit = 2048
  /// How many bytes of patterns with stars, and of the target for each of them, are compared for one decision. Beyond
  /// that, a pattern that forbids counts up to its first star, and one that allows does not.
  static let workLimit = 256 << 10

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
    rules.sort { left, right in
      (left.pattern.count, left.isAllowed ? 1 : 0) > (right.pattern.count, right.isAllowed ? 1 : 0)
    }
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
      let bytes = Array(encoded.utf8)
      let isAllowed = line.name == "allow"
      if isAllowed, bytes.count > RobotsRules.patternLimit { return }
      rules.append(Rule(isAllowed: isAllowed, pattern: RobotsPattern(Array(bytes.prefix(RobotsRules.patternLimit)))))
    }
  }

  /// Whether an address may be fetched: the longest pattern decides; of two as long, the one that allows.
  package func allows(_ address: WebAddress) -> Bool {
    address.path == "/robots.txt" || decision(for: address).isAllowed
  }

  /// The decision, and how many bytes were compared for it at most.
  func decision(for address: WebAddress) -> (isAllowed: Bool, work: Int) {
    let target = Array(address.target.utf8)
    var work = 0
    for rule in rules {
      let cost = rule.pattern.count + (rule.pattern.firstStar == nil ? 0 : target.count)
      let isMatched: Bool
      if rule.pattern.firstStar == nil {
        isMatched = rule.pattern.matches(target)
        work += cost
      } else if work + cost <= RobotsRules.workLimit {
        isMatched = rule.pattern.matches(target)
        work += cost
      } else {
        isMatched = !rule.isAllowed && rule.pattern.beginsAlike(target)
        work += min(rule.pattern.count, target.count)
      }
      if isMatched { return (rule.isAllowed, work) }
    }
    return (true, work)
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
