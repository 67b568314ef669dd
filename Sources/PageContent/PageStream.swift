import Glibc

/// The pages of a file in their order, read on threads of their own a few pages ahead of who takes them: while one page
/// is laid out, Poppler interprets the next ones.
///
/// Every thread after the first opens the file once more, for Poppler lets only one thread into a document. What is
/// drawn on a page of a sound file does not depend on the pages read before it; of a damaged file it can: see
/// `isOrderFree`.
package final class PageStream {
  private let exchange: Exchange
  private var threads: [pthread_t] = []
  /// The next page that is read here, where there is no thread.
  private var next = 1
  /// False once a page of several threads' reading came with errors: which page they are told of, and what Poppler
  /// mends on the way, depends on what the same thread had read before.
  package private(set) var isOrderFree = true

  /// - Parameter readers: the threads that read; 0 where the pages are to be read by who takes them.
  package init(_ file: PDFFile, limits: PageLimits, readers: Int) {
    exchange = Exchange(file: file, limits: limits)
    for number in 0..<min(readers, file.pageCount) {
      let argument = Unmanaged.passRetained(Reader(exchange: exchange, isFirst: number == 0))
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { argument in
          guard let argument else { return nil }
          Unmanaged<Reader>.fromOpaque(argument).takeRetainedValue().readAll()
          return nil
        }, argument.toOpaque())
      guard status == 0 else {
        argument.release()
        break
      }
      threads.append(thread)
    }
  }

  /// Waits until the threads have ended: the file belongs to them until then.
  deinit {
    exchange.stop()
    for thread in threads { pthread_join(thread, nil) }
  }

  /// nil past the last page.
  package func page() -> Page? {
    guard next <= exchange.file.pageCount else { return nil }
    defer { next += 1 }
    guard !threads.isEmpty else { return exchange.file.page(next, limits: exchange.limits) }
    let page = exchange.take(next)
    if threads.count > 1, page.hasDrawingErrors { isOrderFree = false }
    return page
  }
}

extension Page {
  fileprivate var hasDrawingErrors: Bool {
    problems.contains { if case .drawingErrors = $0 { true } else { false } }
  }
}

/// One thread's work: takes the next page that nobody has taken, until there is none.
private final class Reader: Sendable {
  private let exchange: Exchange
  private let isFirst: Bool

  init(exchange: Exchange, isFirst: Bool) {
    self.exchange = exchange
    self.isFirst = isFirst
  }

  func readAll() {
    // The first reads the file that was opened already.
    guard let file = isFirst ? exchange.file : exchange.file.reopened() else { return }
    while let number = exchange.claim() {
      exchange.put(file.page(number, limits: exchange.limits), number)
    }
  }
}

/// What the threads share. The lock guards all that changes; the file is the first reader's alone while it runs.
private final class Exchange: @unchecked Sendable {
  let file: PDFFile
  let limits: PageLimits
  /// How many pages are read ahead at most: enough to keep the readers busy, few enough that a long file takes no more
  /// memory.
  private let most = 16
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Signalled when the page that is waited for has come.
  private let arrived = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// Signalled when there is room again, and at the end.
  private let emptied = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  /// Pages that were read and not taken yet, by their number modulo `most`.
  private var slots: [Page?]
  private var nextToRead = 1
  private var nextToTake = 1
  private var isTakerWaiting = false
  private var isStopped = false

  init(file: PDFFile, limits: PageLimits) {
    self.file = file
    self.limits = limits
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

  /// The number of the next page to read, once there is room for it; nil where there is nothing more to do.
  func claim() -> Int? {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while !isStopped, nextToRead <= file.pageCount, nextToRead >= nextToTake + most {
      pthread_cond_wait(emptied, lock)
    }
    guard !isStopped, nextToRead <= file.pageCount else { return nil }
    defer { nextToRead += 1 }
    return nextToRead
  }

  func put(_ page: Page, _ number: Int) {
    pthread_mutex_lock(lock)
    slots[number % most] = page
    if number == nextToTake, isTakerWaiting { pthread_cond_signal(arrived) }
    pthread_mutex_unlock(lock)
  }

  func take(_ number: Int) -> Page {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while true {
      if let page = slots[number % most] {
        slots[number % most] = nil
        nextToTake = number + 1
        // Who waits for room is woken for several pages at once: every wake costs.
        if nextToTake % (most / 4) == 0 { pthread_cond_broadcast(emptied) }
        return page
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
