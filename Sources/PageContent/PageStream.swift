import Glibc

/// The pages of a file in their order, read on a thread of their own a few pages ahead of who takes them: while one page
/// is laid out, Poppler interprets the next.
package final class PageStream {
  private let exchange: Exchange
  private var thread: pthread_t?
  /// The next page that is read here, where no thread could be had.
  private var next: Int

  /// How many pages wait at most: enough to keep the reader busy, few enough that a long file takes no more memory.
  private static let most = 16
  /// How many are waited for: to be woken for every page costs more than it gains.
  private static let batch = 4

  package init(_ file: PDFFile, limits: PageLimits) {
    exchange = Exchange(file: file, limits: limits, most: Self.most, batch: Self.batch)
    next = 1
    let argument = Unmanaged.passRetained(exchange)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        guard let argument else { return nil }
        Unmanaged<Exchange>.fromOpaque(argument).takeRetainedValue().readAll()
        return nil
      }, argument.toOpaque())
    if status == 0 { self.thread = thread } else { argument.release() }
  }

  /// Waits until the thread has ended: the file belongs to it until then.
  deinit {
    guard let thread else { return }
    exchange.stop()
    pthread_join(thread, nil)
  }

  /// nil past the last page.
  package func page() -> Page? {
    if thread != nil { return exchange.take() }
    guard next <= exchange.file.pageCount else { return nil }
    defer { next += 1 }
    return exchange.file.page(next, limits: exchange.limits)
  }
}

/// What the two threads share. The lock guards all that changes; the file is the reader's alone while it runs.
private final class Exchange: @unchecked Sendable {
  let file: PDFFile
  let limits: PageLimits
  private let most: Int
  private let batch: Int
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Signalled with every batch that is put in or taken, and with the end.
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var waiting: [Page] = []
  /// Those of the last batch that are left, the next one last.
  private var taken: [Page] = []
  private var isEnded = false

  init(file: PDFFile, limits: PageLimits, most: Int, batch: Int) {
    self.file = file
    self.limits = limits
    self.most = most
    self.batch = batch
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  func readAll() {
    for number in 1...file.pageCount {
      let page = file.page(number, limits: limits)
      pthread_mutex_lock(lock)
      while waiting.count >= most, !isEnded { pthread_cond_wait(changed, lock) }
      waiting.append(page)
      let isStopped = isEnded
      if waiting.count == batch { pthread_cond_signal(changed) }
      pthread_mutex_unlock(lock)
      if isStopped { return }
    }
    stop()
  }

  func take() -> Page? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if taken.isEmpty {
      while waiting.count < batch, !isEnded { pthread_cond_wait(changed, lock) }
      // Taken from their end.
      taken = waiting.reversed()
      waiting = []
      pthread_cond_signal(changed)
    }
    return taken.popLast()
  }

  func stop() {
    pthread_mutex_lock(lock)
    isEnded = true
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
  }
}
