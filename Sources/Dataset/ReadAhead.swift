import Glibc

/// Values that a thread of their own makes in their order, a few ahead of who takes them: while the rows of one document are
/// written, the next one is read.
final class ReadAhead<Element: Sendable> {
  private let exchange: Exchange<Element>
  private var thread: pthread_t?
  /// The next value that is made here, where no thread could be had.
  private var next = 0

  /// - Parameters:
  ///   - count: how many values there are.
  ///   - most: how many wait at most.
  init(count: Int, most: Int = 4, make: @escaping @Sendable (Int) -> Element) {
    exchange = Exchange(count: count, most: most, make: make)
    let argument = Unmanaged.passRetained(exchange as AnyExchange)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<AnyExchange>.fromOpaque(argument).takeRetainedValue().makeAll()
        return nil
      }, argument.toOpaque())
    if status == 0 { self.thread = thread } else { argument.release() }
  }

  /// Waits until the thread has ended.
  deinit {
    guard let thread else { return }
    exchange.stop()
    pthread_join(thread, nil)
  }

  /// nil past the last one.
  func take() -> Element? {
    if thread != nil { return exchange.take() }
    guard next < exchange.count else { return nil }
    defer { next += 1 }
    return exchange.make(next)
  }
}

/// A thread's entry cannot be generic.
private class AnyExchange: @unchecked Sendable {
  func makeAll() {}
}

/// What the two threads share. The lock guards all that changes.
private final class Exchange<Element: Sendable>: AnyExchange, @unchecked Sendable {
  let count: Int
  let make: @Sendable (Int) -> Element
  private let most: Int
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Signalled with every value that is put in or taken, and with the end.
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [Element] = []
  private var isEnded = false

  init(count: Int, most: Int, make: @escaping @Sendable (Int) -> Element) {
    self.count = count
    self.most = most
    self.make = make
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  override func makeAll() {
    for index in 0..<count {
      let element = make(index)
      pthread_mutex_lock(lock)
      while waiting.count >= most, !isEnded { pthread_cond_wait(changed, lock) }
      waiting.append(element)
      let isStopped = isEnded
      pthread_cond_signal(changed)
      pthread_mutex_unlock(lock)
      if isStopped { return }
    }
    stop()
  }

  func take() -> Element? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while waiting.isEmpty, !isEnded { pthread_cond_wait(changed, lock) }
    guard !waiting.isEmpty else { return nil }
    pthread_cond_signal(changed)
    return waiting.removeFirst()
  }

  func stop() {
    pthread_mutex_lock(lock)
    isEnded = true
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
  }
}
