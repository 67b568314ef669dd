import Glibc

/// Values in their order, made on threads of their own a few ahead of who takes them: while one is worked on, the next
/// ones are read.
package final class ReadAhead<Element: Sendable> {
  private let exchange: Exchange<Element>
  private let maker: @Sendable (_ thread: Int) -> ((Int) -> Element)?
  private var threads: [WorkThread] = []
  /// What makes the values here, where no thread could be had.
  private lazy var own = maker(0)
  private var next = 0

  /// - Parameters:
  ///   - count: how many values there are.
  ///   - most: how many are made ahead at most: enough to keep the threads busy, few enough to take no memory to speak of.
  ///   - threads: how many make them; with 0 who takes them does.
  ///   - maker: called on each thread, of which 0 is the first or the taker's own: what makes a value there; nil where
  ///     the thread cannot help.
  package init(
    count: Int, most: Int, threads: Int, maker: @escaping @Sendable (_ thread: Int) -> ((Int) -> Element)?
  ) {
    let exchange = Exchange<Element>(count: count, most: most)
    self.exchange = exchange
    self.maker = maker
    for number in 0..<min(threads, count) {
      guard
        let thread = try? WorkThread({
          guard let make = maker(number) else { return }
          while let index = exchange.claim() { exchange.put(make(index), index) }
        })
      else { break }
      self.threads.append(thread)
    }
  }

  /// Waits until the threads have ended.
  deinit {
    exchange.stop()
    for thread in threads { thread.join() }
  }

  /// How many threads make the values.
  package var threadCount: Int { threads.count }

  /// nil past the last one.
  package func take() -> Element? {
    guard next < exchange.count else { return nil }
    defer { next += 1 }
    return threads.isEmpty ? own?(next) : exchange.take(next)
  }
}

/// What the threads share. The lock guards all that changes.
private final class Exchange<Element: Sendable>: @unchecked Sendable {
  let count: Int
  private let most: Int
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Signalled when the value that is waited for has come.
  private let arrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// Signalled when there is room again, and at the end.
  private let emptied = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// Values that were made and not taken yet, by their index modulo `most`.
  private var slots: [Element?]
  private var nextToMake = 0
  private var nextToTake = 0
  private var isTakerWaiting = false
  private var isStopped = false

  init(count: Int, most: Int) {
    self.count = count
    self.most = most
    slots = Array(repeating: nil, count: most)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(arrived, nil)
    pthread_cond_init(emptied, nil)
  }

  deinit {
    pthread_cond_destroy(arrived)
    pthread_cond_destroy(emptied)
    pthread_mutex_destroy(lock)
    arrived.deallocate()
    emptied.deallocate()
    lock.deallocate()
  }

  /// The index of the next value to make, once there is room for it; nil where there is nothing more to do.
  func claim() -> Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while !isStopped, nextToMake < count, nextToMake >= nextToTake + most { pthread_cond_wait(emptied, lock) }
    guard !isStopped, nextToMake < count else { return nil }
    defer { nextToMake += 1 }
    return nextToMake
  }

  func put(_ element: Element, _ index: Int) {
    pthread_mutex_lock(lock)
    slots[index % most] = element
    if index == nextToTake, isTakerWaiting { pthread_cond_signal(arrived) }
    pthread_mutex_unlock(lock)
  }

  func take(_ index: Int) -> Element {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let element = slots[index % most] {
        slots[index % most] = nil
        nextToTake = index + 1
        // Who waits for room is woken for several values at once: every wake costs.
        if nextToTake % max(1, most / 4) == 0 { pthread_cond_broadcast(emptied) }
        return element
      }
      isTakerWaiting = true
      pthread_cond_wait(arrived, lock)
      isTakerWaiting = false
    }
  }

  func stop() {
    pthread_mutex_lock(lock)
    isStopped = true
    pthread_cond_broadcast(emptied)
    pthread_mutex_unlock(lock)
  }
}
