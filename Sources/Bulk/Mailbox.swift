import Glibc

/// Messages from one thread to another. Whoever waits for several things at once polls `descriptor`, which is readable
/// while messages wait.
final class Mailbox<Message: Sendable>: @unchecked Sendable {
  let descriptor: Int32
  private let writing: Int32
  private let capacity: Int
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// Signalled with every change.
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var messages: [Message] = []
  private var isClosed = false

  /// - Parameter capacity: with so many messages waiting, the sender waits too.
  init(capacity: Int = .max) throws(RunError) {
    (descriptor, writing) = try Descriptor.pipe()
    self.capacity = capacity
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    close(descriptor)
    close(writing)
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// - Returns: false where nobody takes messages any more.
  @discardableResult
  func send(_ message: Message) -> Bool {
    locked {
      while messages.count >= capacity, !isClosed { pthread_cond_wait(changed, lock) }
      if isClosed { return false }
      if messages.isEmpty {
        var byte: UInt8 = 1
        while write(writing, &byte, 1) < 0, errno == EINTR {}
      }
      messages.append(message)
      pthread_cond_broadcast(changed)
      return true
    }
  }

  /// All that wait, at once.
  func takeAll() -> [Message] {
    locked {
      if messages.isEmpty { return [] }
      var byte: UInt8 = 0
      while read(descriptor, &byte, 1) < 0, errno == EINTR {}
      defer { messages = [] }
      pthread_cond_broadcast(changed)
      return messages
    }
  }

  /// Waits for messages; empty only after the end.
  func waitForAll() -> [Message] {
    locked { while messages.isEmpty, !isClosed { pthread_cond_wait(changed, lock) } }
    return takeAll()
  }

  /// Nothing more is sent; what waits can still be taken.
  func end() {
    locked {
      isClosed = true
      pthread_cond_broadcast(changed)
    }
  }

  var isEnded: Bool { locked { isClosed } }

  private func locked<Result>(_ body: () -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
  }
}
