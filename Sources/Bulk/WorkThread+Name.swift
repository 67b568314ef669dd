import PageContent

extension WorkThread {
  /// - Parameter name: what it works for, for the message where no thread can be had.
  init(_ name: String, _ body: @escaping @Sendable () -> Void) throws(RunError) {
    do throws(Refusal) { self = try WorkThread(body) } catch {
      throw .system("a thread for \(name)", error.errorNumber)
    }
  }
}
