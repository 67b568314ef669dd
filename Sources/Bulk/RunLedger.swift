/// What is known of every input of a run: its content, and what came of that.
struct RunLedger {
  private let names: [InputName]
  private var inputs: [Input?]
  private var states: [String: State] = [:]
  private(set) var counts = RunCounts()

  private enum Input {
    case content(IndexEntry.Content)
    case unreadable(Failure)
  }

  /// A content with the indexes of its names, the first one first.
  private struct State {
    var indexes: [Int]
    var outcome: Outcome?
  }

  init(_ names: [InputName]) {
    self.names = names
    inputs = Array(repeating: nil, count: names.count)
    counts.total = names.count
  }

  var isFinished: Bool { counts.finished == counts.total }

  /// The hashes of all contents that have a result.
  var contents: Set<String> {
    Set(states.filter { $0.value.outcome.map { $0.failure == nil } ?? false }.keys)
  }

  /// Notes that an input cannot be read at all; its entry is finished.
  mutating func add(_ index: Int, _ failure: Failure) -> [IndexEntry] {
    inputs[index] = .unreadable(failure)
    counts.failed += 1
    return entries(of: [index])
  }

  /// Notes an input's content.
  /// - Returns: whether it is a new one, which has to be read. Otherwise the entry is finished as soon as that of the
  ///   content's first name.
  mutating func add(_ index: Int, _ content: IndexEntry.Content) -> Bool {
    inputs[index] = .content(content)
    guard var state = states.removeValue(forKey: content.sha256) else {
      states[content.sha256] = State(indexes: [index])
      return true
    }
    state.indexes.append(index)
    states[content.sha256] = state
    if let outcome = state.outcome { count(outcome, \.identical) }
    return false
  }

  /// Notes what came of a content; the entries of its names are finished.
  mutating func settle(_ sha256: String, _ outcome: Outcome, isKept: Bool = false) -> [IndexEntry] {
    guard var state = states.removeValue(forKey: sha256), state.outcome == nil else { return [] }
    state.outcome = outcome
    states[sha256] = state
    for position in state.indexes.indices {
      count(outcome, position > 0 ? \.identical : isKept ? \.kept : nil)
    }
    return entries(of: state.indexes)
  }

  private mutating func count(_ outcome: Outcome, _ other: WritableKeyPath<RunCounts, Int>?) {
    if outcome.failure == nil { counts.done += 1 } else { counts.failed += 1 }
    if let other { counts[keyPath: other] += 1 }
  }

  /// The finished ones of these entries.
  func entries(of indexes: [Int]) -> [IndexEntry] { indexes.compactMap(entry) }

  private func entry(_ index: Int) -> IndexEntry? {
    switch inputs[index] {
    case .unreadable(let failure)?: IndexEntry(name: names[index], content: nil, outcome: .failed(failure))
    case .content(let content)?:
      states[content.sha256]?.outcome.map { IndexEntry(name: names[index], content: content, outcome: $0) }
    case nil: nil
    }
  }

  /// The whole index, as bytes.
  func index() -> [UInt8] {
    var bytes: [UInt8] = []
    for index in names.indices { bytes += entry(index)?.encoded() ?? [] }
    return bytes
  }

  func failures() -> [Failure.Reason: [InputName]] {
    var failures: [Failure.Reason: [InputName]] = [:]
    for index in names.indices {
      if let entry = entry(index), let failure = entry.outcome.failure {
        failures[failure.reason, default: []].append(entry.name)
      }
    }
    return failures
  }
}
