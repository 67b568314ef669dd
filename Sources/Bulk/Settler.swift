import Glibc
import PageContent

/// Makes outcomes last, on a thread of its own: waiting for the disk takes no time from the workers. What has come
/// together is settled together.
struct Settler {
  struct Item: Sendable {
    var sha256: String
    /// nil where what an earlier run settled no longer holds, because the content is read anew.
    var stored: StoredOutcome?
  }

  /// The contents that are settled now, or why nothing more will be.
  let settled: Mailbox<Result<[Item], RunError>>
  private let items: Mailbox<Item>
  private let thread: WorkThread

  /// How long outcomes gather, in microseconds.
  private static let pause: UInt32 = 200_000

  init(_ folder: RunFolder, _ journal: Journal) throws(RunError) {
    let settled = try Mailbox<Result<[Item], RunError>>()
    let items = try Mailbox<Item>()
    self.settled = settled
    self.items = items
    let settlement = Settlement(folder: folder, journal: journal)
    thread = try WorkThread("the results") {
      while true {
        let batch = items.waitForAll()
        if batch.isEmpty { break }
        do throws(RunError) {
          try settlement.settle(batch)
          settled.send(.success(batch))
        } catch {
          settled.send(.failure(error))
          items.end()
          break
        }
        if !items.isEnded { usleep(Settler.pause) }
      }
    }
  }

  func settle(_ item: Item) { items.send(item) }

  /// Waits until all is settled that was sent.
  func finish() {
    items.end()
    thread.join()
  }
}

/// The steps of settling, in the order that a power cut at any moment asks for.
private struct Settlement: Sendable {
  let folder: RunFolder
  let journal: Journal

  func settle(_ batch: [Settler.Item]) throws(RunError) {
    let withdrawn = batch.filter { $0.stored == nil }
    if !withdrawn.isEmpty { try journal.append(withdrawn.map { ($0.sha256, nil) }) }
    let outcomes = batch.filter { $0.stored != nil }
    for item in outcomes { try place(item) }
    // The journal shall not speak of names that a power cut takes back.
    for name in Set(outcomes.map { ResultPaths.folder($0.sha256) }).sorted() { try folder.syncFolder(name) }
    try folder.syncFolder(ResultPaths.root)
    if !outcomes.isEmpty { try journal.append(outcomes.map { ($0.sha256, $0.stored) }) }
  }

  private func place(_ item: Settler.Item) throws(RunError) {
    let sum = item.sha256
    let results = [
      (TemporaryName.document(sum), ResultPaths.document(sum)), (TemporaryName.report(sum), ResultPaths.report(sum)),
    ]
    if item.stored?.outcome.failure == nil {
      for (temporary, result) in results { try folder.settle("\(RunFolder.temporary)/\(temporary)", as: result) }
    } else {
      // An earlier version may have read it.
      for (_, result) in results { try folder.remove(result) }
      folder.removeIfEmpty(ResultPaths.folder(sum))
    }
  }
}
