import Glibc
import PageContent
import Report

/// Standard output, standard error and the process's end.
enum Terminal {
  /// Writes a diagnostic to standard error. It may quote names and texts of anyone's making.
  static func say(_ message: String) {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).excerpt(longestLine) }
    try? write(Array((lines.joined(separator: "\n") + "\n").utf8), to: STDERR_FILENO)
  }

  /// Of a message: a paragraph, and never a whole file.
  private static let longestLine = 2000

  /// Shows how far a command is, in place of what was shown before.
  static func show(_ progress: String) {
    try? write(Array("\r\u{1B}[K\(progress.fitForTerminal)".utf8), to: STDERR_FILENO)
  }

  static func clearLine() {
    try? write(Array("\r\u{1B}[K".utf8), to: STDERR_FILENO)
  }

  static func write(_ text: String) throws(CommandFailure) {
    try write(Array(text.utf8), to: STDOUT_FILENO)
  }

  /// Writes all bytes. A reader that has gone away ends the command quietly, as it does for other tools.
  static func write(
    _ bytes: [UInt8], to descriptor: Int32, name: String = "standard output"
  ) throws(CommandFailure) {
    guard FileBytes.write(bytes, to: descriptor) else {
      throw .input(name, "cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  static var isOutputTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The terminal's width in columns, or nil where there is none.
  static var width: Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Ends the process at once: nothing is left that a clean-up would save.
  static func exit(_ code: Int32) -> Never {
    fflush(nil)
    _exit(code)
  }
}
