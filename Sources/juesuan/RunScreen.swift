import Bulk
import Glibc
import Report

/// Shows a run as it goes: a line that is written over on a terminal, now and then a line elsewhere; and each entry on
/// standard output where that is wanted.
struct RunScreen: RunObserver {
  let isQuiet: Bool
  let writesEntries: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var shownAt: ContinuousClock.Instant

  init(isQuiet: Bool, writesEntries: Bool) {
    self.isQuiet = isQuiet
    self.writesEntries = writesEntries
    shownAt = start
  }

  var seconds: Double {
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(attoseconds) / 1e18
  }

  func finished(_ entry: IndexEntry) -> Bool {
    guard writesEntries else { return true }
    return (try? Terminal.write(entry.encoded(), to: STDOUT_FILENO)) != nil
  }

  mutating func progress(_ counts: RunCounts) {
    guard !isQuiet, ContinuousClock.now - shownAt > (isTerminal ? .milliseconds(200) : .seconds(10)) else { return }
    shownAt = .now
    let text = RunText.progress(counts, seconds: seconds)
    if isTerminal {
      try? Terminal.write(Array("\r\u{1B}[K\(text)".utf8), to: STDERR_FILENO)
    } else {
      Terminal.say("juesuan: \(text)")
    }
  }

  /// Makes room for other lines.
  func clear() {
    if !isQuiet, isTerminal { try? Terminal.write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO) }
  }
}
