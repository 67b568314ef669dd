/// How far a run is.
package struct RunCounts: Sendable, Hashable {
  /// All input names.
  package var total = 0
  package var done = 0
  package var failed = 0
  /// Of the finished ones, those whose content an earlier run had settled, or another name has.
  package var kept = 0
  package var identical = 0

  package var finished: Int { done + failed }
  /// Finished by reading.
  package var read: Int { finished - kept - identical }
}

/// How a run ended.
package struct RunSummary: Sendable {
  package var counts = RunCounts()
  /// The names that failed, by reason, in order.
  package var failures: [Failure.Reason: [InputName]] = [:]
  /// The signal that stopped it.
  package var stoppedBy: Int32?
  /// Whether who takes the entries has gone away.
  package var isUnheard = false
}

/// Who watches a run.
package protocol RunObserver {
  /// An input's outcome is settled.
  /// - Returns: false where nobody listens any more.
  mutating func finished(_ entry: IndexEntry) -> Bool
  /// Called some times a second.
  mutating func progress(_ counts: RunCounts)
}
