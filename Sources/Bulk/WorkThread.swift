import Glibc

/// A thread of the run's own.
struct WorkThread {
  private let thread: pthread_t

  /// - Parameter name: what it works for, for the message where no thread can be had.
  init(_ name: String, _ body: @escaping @Sendable () -> Void) throws(RunError) {
    final class Body {
      let run: @Sendable () -> Void
      init(_ run: @escaping @Sendable () -> Void) { self.run = run }
    }
    let argument = Unmanaged.passRetained(Body(body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, argument.toOpaque())
    guard status == 0 else {
      argument.release()
      throw .system("a thread for \(name)", status)
    }
    self.thread = thread
  }

  func join() { pthread_join(thread, nil) }
}
