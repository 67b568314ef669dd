import Glibc

/// A thread of its own for a piece of work.
package struct WorkThread {
  private let thread: pthread_t

  /// No thread can be had.
  package struct Refusal: Error {
    package var errorNumber: Int32
  }

  package init(_ body: @escaping @Sendable () -> Void) throws(Refusal) {
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
      throw Refusal(errorNumber: status)
    }
    self.thread = thread
  }

  package func join() { pthread_join(thread, nil) }
}
