import PageContent

/// Fetches documents from a list of addresses, and from the pages that it names.
///
///     let harvester = try Harvester(list, folder: "reports", options: HarvestOptions(userAgent: "name/1.0"))
///     let summary = try harvester.run { event in … }
///
/// One thread does all: it starts what is due, waits for data, and takes up what has ended.
package final class Harvester {
  /// What is told while it works.
  package enum Event {
    /// An address is done with; `isNew` is false where an interrupted run had done it.
    case done(ManifestRecord, isNew: Bool)
    /// In a dry run: a document that would be fetched.
    case found(address: String, text: String?)
    case waiting(active: Int, waiting: Int)
    /// Something that a person should know.
    case note(String)
  }

  let list: AddressList
  let options: HarvestOptions
  let folder: HarvestFolder
  let manifest: Manifest
  let session: WebSession
  var summary = HarvestSummary()
  var report: (Event) -> Void = { _ in }

  /// The depth at which each address was last considered.
  var depths: [WebAddress: Int] = [:]
  /// How many pages each entry has led to.
  var pageCounts: [Int: Int] = [:]
  /// How many hosts each entry's pages have named that nothing had named before.
  var hostCounts: [Int: Int] = [:]
  /// Pages that are kept from before, whose links are still to be followed.
  var unexpanded: [(record: ManifestRecord, visit: Visit)] = []
  var hosts: [String: HostQueue] = [:]
  /// In the order in which they were found.
  var hostOrder: [HostQueue] = []
  var robots: [String: RobotsState] = [:]
  var activeCount = 0
  /// The host that is looked at first; each has its turn, so that none takes all connections.
  private var turn = 0
  /// What time it is; only tests have another.
  var now: () -> ContinuousClock.Instant = { .now }

  /// - Throws: `FolderProblem`, or `LibraryProblem` where libcurl is missing.
  package init(_ list: AddressList, folder path: String, options: HarvestOptions) throws {
    self.list = list
    self.options = options
    session = try WebSession(options, NetworkBoundary(listed: list.entries.compactMap { try? $0.address.get() }))
    folder = try HarvestFolder(path)
    manifest = try Manifest(folder)
  }

  /// Fetches everything, and returns what became of it.
  /// - Throws: `FolderProblem` where nothing can be kept any more.
  package func run(_ report: @escaping (Event) -> Void) throws(FolderProblem) -> HarvestSummary {
    self.report = report
    if manifest.refusedCount > 0 {
      report(
        .note(
          "\(manifest.refusedCount) lines of the manifest name a file outside the folder, or another address's; these "
            + "addresses are fetched anew"))
    }
    for index in list.entries.indices { try begin(entry: index) }
    while try step() {}
    try manifest.finish()
    return summary
  }

  private func begin(entry index: Int) throws(FolderProblem) {
    let entry = list.entries[index]
    switch entry.address {
    case .success(let address):
      let expectation: Visit.Expectation = address.looksLikeDocument ? .document : .any
      try consider(Visit(address, entry: index, expectation: expectation, depth: options.depth))
    case .failure(let problem):
      let failure = problem.failure
      var record = ManifestRecord(
        address: entry.text, outcome: .failed, time: HTTPDate.timestamp(HTTPDate.now), listed: entry.text)
      record.reason = failure.reason.rawValue
      record.message = failure.message
      record.columns = entry.columns
      try keep(record)
    }
  }

  /// Starts what is due, waits, and takes up what has ended; false once nothing is left.
  private func step() throws(FolderProblem) -> Bool {
    try expandKept()
    let now = now()
    var wakeTime = now + .seconds(1)
    var waitingCount = 0
    turn = hostOrder.isEmpty ? 0 : (turn + 1) % hostOrder.count
    for host in hostOrder[turn...] + hostOrder[..<turn] {
      try start(host, now)
      waitingCount += host.waitingCount
      if host.activeCount < options.hostConnectionLimit, let time = host.wakeTime { wakeTime = min(wakeTime, time) }
    }
    report(.waiting(active: activeCount, waiting: waitingCount))
    if activeCount == 0, waitingCount == 0 { return false }
    session.wait(max(.milliseconds(1), self.now().duration(to: wakeTime)))
    while let (receiver, end) = session.next() {
      activeCount -= 1
      switch receiver {
      case let transfer as DocumentTransfer:
        host(of: transfer.visit.hop).activeCount -= 1
        try ended(transfer, end)
      case let transfer as RobotsTransfer:
        transfer.host.activeCount -= 1
        ended(transfer, end)
      default: break
      }
    }
    return true
  }

  /// How many visits of one host are decided on before the next host has its turn: what its robots.txt forbids needs no
  /// waiting, but each decision takes a while.
  private static let decisionLimit = 16

  /// Starts whatever one host may be asked now.
  private func start(_ host: HostQueue, _ now: ContinuousClock.Instant) throws(FolderProblem) {
    var decisionCount = 0
    while decisionCount < Harvester.decisionLimit, host.nextTime <= now, host.activeCount < options.hostConnectionLimit,
      activeCount < options.connectionLimit,
      let visit = host.peek(now: now)
    {
      decisionCount += 1
      switch robots[visit.hop.origin] {
      case nil:
        askRobots(of: visit.hop, host, attempts: 1)
      case .delayed(let attempts, let time):
        guard time <= now else { return }
        askRobots(of: visit.hop, host, attempts: attempts + 1)
      case .asked: return
      case .unavailable(let failure):
        host.take()
        try end(visit, .failed, failure)
      case .known(let rules):
        host.take()
        if !rules.allows(visit.hop) {
          try end(visit, .disallowed, Failure(.robots, "\(visit.hop.origin)/robots.txt forbids it"))
        } else if try start(visit) {
          let delay = rules.crawlDelay.map { Duration.seconds($0) } ?? .zero
          occupy(host, for: max(options.interval, delay))
        }
      }
    }
  }

  /// Counts a request to a host.
  func occupy(_ host: HostQueue, for interval: Duration) {
    host.activeCount += 1
    activeCount += 1
    host.nextTime = max(host.nextTime, now() + interval)
  }

  func host(of address: WebAddress) -> HostQueue {
    if let host = hosts[address.host] { return host }
    let host = HostQueue(name: address.host, now: now())
    hosts[address.host] = host
    hostOrder.append(host)
    return host
  }
}

/// What became of all addresses.
package struct HarvestSummary: Sendable {
  package var outcomes: [Outcome: Int] = [:]
  package var reasons: [String: Int] = [:]
  /// Of these, those that are pages.
  package var pageCount = 0
  /// Bytes of the files that were fetched or changed.
  package var bytes = 0
  /// Documents that a dry run has found.
  package var foundCount = 0

  package var hasFailures: Bool { (outcomes[.failed] ?? 0) + (outcomes[.disallowed] ?? 0) > 0 }
}
