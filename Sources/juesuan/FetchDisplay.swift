import Glibc
import Harvest
import Report

/// Shows how fetching goes: a line that is written over on a terminal, else a line for each address.
final class FetchDisplay {
  private let options: FetchDisplayOptions
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private var counts: [Outcome: Int] = [:]
  private var lastDrawn: ContinuousClock.Instant?
  private var isDrawn = false
  private let start = ContinuousClock.now

  init(_ options: FetchDisplayOptions) { self.options = options }

  func show(_ event: Harvester.Event) {
    switch event {
    case .done(let record, let isNew): show(record, isNew)
    case .found(let address, let text):
      clear()
      try? Terminal.write("\(address.fitForTerminal)\t\((text ?? "").fitForTerminal)\n")
    case .note(let message): say(message)
    case .waiting(let active, let waiting): draw(active: active, waiting: waiting)
    }
  }

  private func show(_ record: ManifestRecord, _ isNew: Bool) {
    counts[record.outcome, default: 0] += 1
    if options.jsonl, !options.dryRun { try? Terminal.write(record.line, to: STDOUT_FILENO) }
    if !record.outcome.isSuccess, record.outcome != .skipped {
      clear()
      Terminal.say("juesuan: \(record.address): \(record.message ?? record.outcome.rawValue)")
    } else if !isTerminal, isNew, record.outcome != .skipped {
      say("\(record.outcome.rawValue) \(record.address)\(record.file.map { " -> \($0)" } ?? "")")
    }
  }

  private func say(_ message: String) {
    guard !options.quiet else { return }
    clear()
    Terminal.say("juesuan: \(message)")
  }

  // MARK: The line on a terminal

  private func draw(active: Int, waiting: Int) {
    guard isTerminal, !options.quiet else { return }
    let now = ContinuousClock.now
    if let lastDrawn, lastDrawn.duration(to: now) < .milliseconds(200) { return }
    lastDrawn = now
    let parts = Outcome.allCases.compactMap { outcome in counts[outcome].map { "\($0) \(outcome.rawValue)" } }
    let line = (parts + ["\(active) under way", "\(waiting) waiting"]).joined(separator: ", ")
    try? Terminal.write(Array("\r\u{1B}[K\(line)".utf8), to: STDERR_FILENO)
    isDrawn = true
  }

  /// Takes the line away, before anything else is written.
  func clear() {
    guard isDrawn else { return }
    try? Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
    isDrawn = false
  }

  // MARK: The end

  func end(_ summary: HarvestSummary) throws {
    clear()
    if options.json { try Terminal.write(summaryJSON(summary), to: STDOUT_FILENO) }
    guard !options.quiet else { return }
    let parts = Outcome.allCases.compactMap { outcome in summary.outcomes[outcome].map { "\($0) \(outcome.rawValue)" } }
    let reasons = summary.reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
    var line = parts.isEmpty ? "nothing to fetch" : parts.joined(separator: ", ")
    if options.dryRun { line = "\(summary.foundCount) documents; \(line)" }
    if summary.pageCount > 0 { line += " (\(summary.pageCount) of them pages)" }
    if summary.bytes > 0 { line += "; \((summary.bytes + 1023) / 1024) KiB" }
    if !reasons.isEmpty { line += "; reasons: \(reasons.joined(separator: ", "))" }
    Terminal.say("juesuan: \(line)")
  }

  private func summaryJSON(_ summary: HarvestSummary) -> [UInt8] {
    var json = JSONWriter()
    json.object(.block) { json in
      json.member("format", "juesuan-fetch-summary/1")
      json.member("outcomes")
      json.object(.line) { json in
        for outcome in Outcome.allCases { json.member(named: outcome.rawValue, summary.outcomes[outcome] ?? 0) }
      }
      json.member("reasons")
      json.object(.line) { json in
        for (reason, count) in summary.reasons.sorted(by: { $0.key < $1.key }) { json.member(named: reason, count) }
      }
      json.member("pages", summary.pageCount)
      json.member("bytes", summary.bytes)
    }
    return json.finish()
  }
}
