/// What a run says to a person.
package enum RunText {
  /// One line: how far it is.
  ///
  ///     1,204 of 2,046 files, 12 failed, 21.3/s, 0:39 left
  package static func progress(_ counts: RunCounts, seconds: Double) -> String {
    var parts = ["\(grouped(counts.finished)) of \(grouped(counts.total)) files"]
    if counts.failed > 0 { parts.append("\(grouped(counts.failed)) failed") }
    if seconds > 0, counts.read > 0 {
      let rate = Double(counts.read) / seconds
      let tenths = Int((rate * 10).rounded())
      parts.append("\(tenths / 10).\(tenths % 10)/s")
      if counts.finished < counts.total { parts.append("\(clock(Double(counts.total - counts.finished) / rate)) left") }
    }
    return parts.joined(separator: ", ")
  }

  /// What came of it, and what was left out.
  package static func summary(
    _ summary: RunSummary, leftOut: [String: Int], output: String, seconds: Double
  ) -> [String] {
    let counts = summary.counts
    let isStopped = summary.stoppedBy != nil || summary.isUnheard
    var first = isStopped ? "\(grouped(counts.finished)) of \(files(counts.total))" : files(counts.total)
    first += ": \(grouped(counts.done)) done, \(grouped(counts.failed)) failed"
    if counts.kept > 0 { first += "; \(were(counts.kept, "was", "were")) settled by an earlier run" }
    if counts.identical > 0 { first += "; \(were(counts.identical, "has", "have")) the content of another" }
    var lines = [first]
    for reason in Failure.Reason.allCases {
      guard let names = summary.failures[reason] else { continue }
      let shown = names.prefix(3).map(\.text).joined(separator: ", ")
      lines.append("  \(reason.rawValue): \(grouped(names.count)) (\(shown)\(names.count > 3 ? ", …" : ""))")
    }
    if !leftOut.isEmpty {
      let kinds = leftOut.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
      lines.append(
        "  not taken from folders: " + kinds.map { "\(grouped($0.value)) \($0.key)" }.joined(separator: ", "))
    }
    if isStopped {
      lines.append("stopped after \(clock(seconds)); the same command goes on from here")
    } else {
      lines.append("the index is \(output)/index.jsonl; \(clock(seconds))")
    }
    return lines
  }

  private static func were(_ count: Int, _ one: String, _ many: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : many)"
  }

  private static func files(_ count: Int) -> String { count == 1 ? "1 file" : "\(grouped(count)) files" }

  /// 2:05, 1:02:05
  static func clock(_ seconds: Double) -> String {
    let whole = Int(min(max(0, seconds), 1e8).rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    let tail = "\(rest < 10 ? "0" : "")\(rest)"
    return hours > 0 ? "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)" : "\(minutes):\(tail)"
  }

  /// 12,345
  static func grouped(_ number: Int) -> String {
    var digits = String(number)
    var end = digits.count - 3
    while end > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: end))
      end -= 3
    }
    return digits
  }
}
