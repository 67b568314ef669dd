import CWorker
import Glibc
import PageContent

/// A forked process that reads a file from anywhere, so that what the file does to it costs that file only.
///
/// It inherits everything and writes its results itself. It is forked before there is a second thread, which takes a
/// fraction of a millisecond.
package enum LimitedProcess {
  package enum End {
    case exited(Int32)
    case failed(Failure)
    case stopped(signal: Int32)
  }

  /// - Parameter work: done in the process; what it returns is its exit code.
  package static func run(_ limits: RunLimits, _ work: () -> Int32) throws(RunError) -> End {
    let process = jsw_fork_reader(limits.privateMemoryOfReader)
    guard process >= 0 else { throw .noWorkers(String(cString: strerror(errno))) }
    if process == 0 {
      PDFFile.onMemoryFailure(jsw_end_for_memory)
      jsw_limit_time(limits.processorSeconds(alone: true))
      _exit(work())
    }
    return switch ProcessEnd(of: process) {
    case .exited(let code): .exited(code)
    case .memory: .failed(.memory(limits))
    case .timeout: .failed(.timeout(limits))
    // A large file is mapped, and someone cut it short.
    case .crashed(SIGBUS): .failed(.changed)
    case .crashed: .failed(.crashed)
    case .stopped(let signal): .stopped(signal: signal)
    }
  }

  /// Says in the process that it turns to another of its files: which one, so that the right one is blamed. It has all
  /// the time again.
  package static func turn(toFile number: UInt8, _ limits: RunLimits) {
    jsw_note(number)
    jsw_limit_time(limits.processorSeconds(alone: true))
  }

  /// The number of the file that the last process was at.
  package static var lastFile: UInt8 { jsw_noted() }

  /// What is written in `body` is written whole: time that runs out ends the process after it.
  package static func uninterrupted<Result, Failure>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    jsw_hold_time_limit(true)
    defer { jsw_hold_time_limit(false) }
    return try body()
  }
}
