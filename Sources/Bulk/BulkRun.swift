import CWorker
import Glibc

/// Reads many files into a folder, in worker processes.
///
/// The same inputs with the same options leave the same bytes in the folder, whatever the number of workers, in whatever
/// order they end, and however often the run was stopped on its way.
package struct BulkRun<Observer: RunObserver> {
  package struct Options: Sendable {
    package var limits = RunLimits()
    package var jobs = Int(jsw_core_count())
    /// Whether results that no input has any more are removed.
    package var prunes = false

    package init() {}
  }

  private let options: Options
  private let description: RunDescription
  private let folder: RunFolder
  private let names: [InputName]
  private let members: [InputName: ArchiveListing.Digest]
  private var observer: Observer

  private var kept: [String: StoredOutcome] = [:]
  private var ledger: RunLedger
  private var pool: WorkerPool
  private var isStopped = false
  private var summary = RunSummary()

  /// - Parameters:
  ///   - names: sorted, each once.
  ///   - members: the content of those that lie in archives.
  package init(
    _ names: [InputName], members: [InputName: ArchiveListing.Digest] = [:], to output: InputName, version: String,
    build: String, options: Options,
    program: WorkerProgram = .own, observer: Observer
  ) throws(RunError) {
    self.names = names
    self.members = members
    self.options = options
    self.observer = observer
    description = RunDescription(version: version, build: build, limits: options.limits)
    folder = try RunFolder(output)
    ledger = RunLedger(names)
    pool = WorkerPool(program, limits: options.limits, jobs: options.jobs, folder: folder.temporaryFolder)
  }

  package mutating func run() throws(RunError) -> RunSummary {
    let signals = jsw_catch_stop_signals()
    defer { Glibc.close(signals) }
    kept = Journal.kept(for: description, in: folder)
    let journal = try Journal(description, kept: kept, in: folder)
    defer { journal.end() }
    if Journal.description(of: folder) != description {
      // The index speaks of other results than those that take their place now.
      try folder.remove(RunFolder.description)
      try folder.remove(RunFolder.index)
    }
    let digests = try InputDigests(of: names, known: members)
    let settler = try Settler(folder, journal)
    do throws(RunError) {
      try work(digests, settler, signals)
      close(digests, settler)
      try hear(settler)
      if isStopped { folder.tidy() } else { try finish() }
    } catch {
      close(digests, settler)
      folder.tidy()
      throw error
    }
    summary.counts = ledger.counts
    summary.failures = ledger.failures()
    return summary
  }

  private mutating func close(_ digests: InputDigests, _ settler: Settler) {
    pool.stop()
    digests.stop()
    settler.finish()
  }

  // MARK: Work

  private mutating func work(_ digests: InputDigests, _ settler: Settler, _ signals: Int32) throws(RunError) {
    while !ledger.isFinished, !isStopped {
      try pool.feed()
      let events = PollSet(
        [signals, settler.settled.descriptor] + pool.descriptors
          + (pool.isHungry ? [digests.mailbox.descriptor] : []), milliseconds: 250)
      if events.contains(signals) { stop(by: signals) }
      if events.contains(settler.settled.descriptor) { try hear(settler) }
      if events.contains(digests.mailbox.descriptor) {
        for digest in digests.mailbox.takeAll() { take(digest, settler) }
      }
      for descriptor in pool.descriptors where events.contains(descriptor) {
        for answer in try pool.hear(descriptor) {
          settler.settle(
            Settler.Item(
              sha256: answer.request.sha256,
              stored: StoredOutcome(sourceName: answer.request.sourceName, outcome: answer.outcome)))
        }
      }
      pool.killOverdue()
      observer.progress(ledger.counts)
    }
  }

  private mutating func stop(by signals: Int32) {
    isStopped = true
    summary.stoppedBy = Descriptor.read(signals, count: 1)?.first.map(Int32.init)
  }

  private mutating func take(_ digest: InputDigests.Digest, _ settler: Settler) {
    switch digest.result {
    case .failure(let failure): tell(ledger.add(digest.index, failure))
    case .success(let content):
      guard ledger.add(digest.index, content) else { return tell(ledger.entries(of: [digest.index])) }
      let name = names[digest.index]
      if let stored = kept[content.sha256], stored.sourceName == name.fileName, isThere(content, stored.outcome) {
        return tell(ledger.settle(content.sha256, stored.outcome, isKept: true))
      }
      if kept[content.sha256] != nil { settler.settle(Settler.Item(sha256: content.sha256, stored: nil)) }
      pool.submit(Request(name: name, sourceName: name.fileName, sha256: content.sha256))
    }
  }

  /// Whether the files of an outcome that was settled earlier are still there, and still what they were.
  private func isThere(_ content: IndexEntry.Content, _ outcome: Outcome) -> Bool {
    let sum = content.sha256
    return outcome.failure != nil
      || StoredResult.isDocument(folder.path(ResultPaths.document(sum)), of: sum)
        && StoredResult.isReport(folder.path(ResultPaths.report(sum)), of: sum)
  }

  private mutating func hear(_ settler: Settler) throws(RunError) {
    for message in settler.settled.takeAll() {
      for item in try message.get() {
        if let stored = item.stored { tell(ledger.settle(item.sha256, stored.outcome)) }
      }
    }
  }

  private mutating func tell(_ entries: [IndexEntry]) {
    for entry in entries where !observer.finished(entry) {
      isStopped = true
      summary.isUnheard = true
    }
  }

  // MARK: End

  private func finish() throws(RunError) {
    try folder.write(ledger.index(), RunFolder.index)
    try folder.write(description.encoded(), RunFolder.description)
    if options.prunes { try prune() }
    try folder.finish()
  }

  /// Removes the results that the index does not name.
  private func prune() throws(RunError) {
    let named = ledger.contents
    for part in folder.names(ResultPaths.root) {
      let path = "\(ResultPaths.root)/\(part)"
      for name in folder.names(path) where !named.contains(String(name.prefix { $0 != "." })) {
        try folder.remove("\(path)/\(name)")
      }
      folder.removeIfEmpty(path)
    }
  }
}
