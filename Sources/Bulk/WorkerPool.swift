/// The workers of a run, and what each shall read.
///
/// A shared worker reads file after file. Where it dies, or says that a file strained it, that file is read again by a
/// worker that is alone with it, and what comes of that counts (`RunLimits`).
struct WorkerPool {
  struct Answer {
    var request: Request
    var outcome: Outcome
  }

  private let program: WorkerProgram
  private let limits: RunLimits
  private let jobs: Int
  private let folder: InputName

  private var workers: [WorkerProcess] = []
  private var waiting = RequestQueue()
  private var waitingAlone = RequestQueue()
  /// How often the worker of a content was killed from outside.
  private var kills: [String: Int] = [:]
  /// How many workers in a row ended before they were ready.
  private var failedStarts = 0

  /// A shared worker has the next request at hand when it is done with one.
  private static let requestsAhead = 2
  private static let killsAllowed = 10
  private static let failedStartsAllowed = 5

  init(_ program: WorkerProgram, limits: RunLimits, jobs: Int, folder: InputName) {
    self.program = program
    self.limits = limits
    self.jobs = jobs
    self.folder = folder
  }

  /// Whether the workers could be left without work if nothing is submitted.
  var isHungry: Bool { waiting.count < 2 * jobs }

  var descriptors: [Int32] { workers.map(\.output) }

  mutating func submit(_ request: Request) { waiting.append(request) }

  /// Gives work to the workers that have too little, and starts those that are missing.
  mutating func feed() throws(RunError) {
    var busy = workers.count { !$0.requests.isEmpty }
    while busy < jobs, let request = waitingAlone.popFirst() {
      try start(alone: true).ask(request)
      busy += 1
    }
    // While one waits to be alone, the others finish what they have: then there is a core for it.
    while waitingAlone.isEmpty, let request = waiting.first {
      let idle = workers.first { !$0.isAlone && $0.requests.isEmpty }
      if busy < jobs {
        let worker = if let idle { idle } else { try start(alone: false) }
        worker.ask(request)
        busy += 1
      } else if let next = workers.filter({ !$0.isAlone }).min(by: { $0.requests.count < $1.requests.count }),
        !next.requests.isEmpty, next.requests.count < Self.requestsAhead
      {
        next.ask(request)
      } else {
        break
      }
      _ = waiting.popFirst()
    }
  }

  private mutating func start(alone: Bool) throws(RunError) -> WorkerProcess {
    let worker = try WorkerProcess(program, limits: limits, isAlone: alone, folder: folder)
    workers.append(worker)
    return worker
  }

  /// What the worker with this output has answered, or what its end means.
  mutating func hear(_ descriptor: Int32) throws(RunError) -> [Answer] {
    guard let index = workers.firstIndex(where: { $0.output == descriptor }) else { return [] }
    let worker = workers[index]
    guard let answers = worker.answers() else {
      workers.remove(at: index)
      return try bury(worker)
    }
    if worker.isReady { failedStarts = 0 }
    var counted: [Answer] = []
    for (request, reply) in answers {
      switch reply {
      case .ready: break
      case .outcome(let outcome): counted.append(Answer(request: request, outcome: outcome))
      case .strained: waitingAlone.append(request)
      case .unwritable(let number): throw .system(folder.text, number)
      }
    }
    return counted
  }

  private mutating func bury(_ worker: WorkerProcess) throws(RunError) -> [Answer] {
    let end = worker.end()
    if !worker.isReady {
      failedStarts += 1
      guard failedStarts < Self.failedStartsAllowed else {
        throw .noWorkers(end == .memory ? "give them more memory with --memory" : "they end at once")
      }
      requeue(worker.requests[...], alone: worker.isAlone)
      return []
    }
    guard end != .retired, let culprit = worker.requests.first else {
      requeue(worker.requests[...], alone: worker.isAlone)
      return []
    }
    requeue(worker.requests.dropFirst(), alone: worker.isAlone)
    if end == .killed {
      kills[culprit.sha256, default: 0] += 1
      if kills[culprit.sha256, default: 0] <= Self.killsAllowed {
        requeue([culprit], alone: worker.isAlone)
        return []
      }
      return [Answer(request: culprit, outcome: .failed(.killed))]
    }
    guard worker.isAlone else {
      waitingAlone.append(culprit)
      return []
    }
    let failure: Failure =
      switch end {
      case .memory: .memory(limits)
      case .timeout: .timeout(limits)
      default: .crashed
      }
    return [Answer(request: culprit, outcome: .failed(failure))]
  }

  private mutating func requeue(_ requests: ArraySlice<Request>, alone: Bool) {
    for request in requests.reversed() {
      if alone { waitingAlone.prepend(request) } else { waiting.prepend(request) }
    }
  }

  func killOverdue() {
    for worker in workers { worker.killIfOverdue() }
  }

  /// Ends all workers at once.
  mutating func stop() {
    for worker in workers { worker.stop() }
    workers = []
  }
}

/// Requests in their order.
private struct RequestQueue {
  private var requests: [Request] = []
  private var head = 0

  var count: Int { requests.count - head }
  var isEmpty: Bool { count == 0 }
  var first: Request? { isEmpty ? nil : requests[head] }

  mutating func append(_ request: Request) { requests.append(request) }

  mutating func prepend(_ request: Request) {
    if head > 0 {
      head -= 1
      requests[head] = request
    } else {
      requests.insert(request, at: 0)
    }
  }

  mutating func popFirst() -> Request? {
    guard let first else { return nil }
    head += 1
    if head > 1024 {
      requests.removeFirst(head)
      head = 0
    }
    return first
  }
}
