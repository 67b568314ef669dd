import CWorker
import Glibc

/// How a process that reads under limits ended.
enum ProcessEnd: Hashable {
  case exited(Int32)
  case memory, timeout
  case crashed(signal: Int32)
  /// By a signal that no file can cause.
  case stopped(signal: Int32)

  /// Waits for a child to end.
  init(of process: pid_t) {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    self.init(status: status)
  }

  private init(status: Int32) {
    let signal = status & 0x7F
    switch signal {
    case 0:
      let code = status >> 8 & 0xFF
      self = code == Int32(JSW_OUT_OF_MEMORY) ? .memory : .exited(code)
    case SIGPROF: self = .timeout
    case SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGSYS, SIGXFSZ: self = .crashed(signal: signal)
    default: self = .stopped(signal: signal)
    }
  }
}
