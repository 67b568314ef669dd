/// What is to be asked of one host, and when.
final class HostQueue {
  let name: String
  /// In the order in which they were found.
  private var waiting: [Visit] = []
  /// How many of `waiting` are taken: removing each from the front would move all others.
  private var takenCount = 0
  /// Further attempts, until their time comes.
  private var delayed: [(visit: Visit, time: ContinuousClock.Instant)] = []
  /// Those whose time has come, and visits that a redirect leads on; they go first.
  private var urgent: [Visit] = []
  /// When the host may be asked next.
  var nextTime: ContinuousClock.Instant
  var activeCount = 0
  /// Visits in succession that ended without any answer.
  var silentCount = 0

  init(name: String, now: ContinuousClock.Instant) {
    self.name = name
    nextTime = now
  }

  var waitingCount: Int { urgent.count + delayed.count + waiting.count - takenCount }

  func append(_ visit: Visit) { waiting.append(visit) }

  func hasten(_ visit: Visit) { urgent.append(visit) }

  func delay(_ visit: Visit, until time: ContinuousClock.Instant) { delayed.append((visit, time)) }

  /// The visit whose turn it is; nil where none is due.
  func peek(now: ContinuousClock.Instant) -> Visit? {
    if !delayed.isEmpty {
      let due = delayed.filter { $0.time <= now }.sorted { $0.time < $1.time }
      urgent += due.map(\.visit)
      if !due.isEmpty { delayed.removeAll { $0.time <= now } }
    }
    return urgent.first ?? (takenCount < waiting.count ? waiting[takenCount] : nil)
  }

  /// Takes the visit that `peek` has shown.
  func take() {
    if !urgent.isEmpty {
      urgent.removeFirst()
      return
    }
    takenCount += 1
    if takenCount > 1024, takenCount * 2 > waiting.count {
      waiting.removeFirst(takenCount)
      takenCount = 0
    }
  }

  /// When there will be something to do; nil where nothing waits.
  var wakeTime: ContinuousClock.Instant? {
    if !urgent.isEmpty || takenCount < waiting.count { return nextTime }
    return delayed.map(\.time).min().map { max($0, nextTime) }
  }
}
