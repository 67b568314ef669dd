import Glibc

/// Why a run cannot begin or go on. What only one input has is a `Failure`.
package enum RunError: Error, Hashable, Sendable {
  /// Something was asked for that makes no sense.
  case usage(String)
  /// A file or folder of the run's own: its path and the system's reason.
  case system(path: String, reason: String)
  /// Another run works in the folder.
  case busy(path: String)
  case nothingToRead
  case noWorkers(String)

  static func system(_ path: String, _ number: Int32 = errno) -> RunError {
    .system(path: path, reason: String(cString: strerror(number)))
  }

  package var isUsage: Bool { if case .usage = self { true } else { false } }
}

extension RunError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .usage(let reason): reason
    case .system(let path, let reason): "\(path): cannot be written: \(reason)"
    case .busy(let path): "\(path): another run is writing to this folder"
    case .nothingToRead: "no PDF and no text among what was named"
    case .noWorkers(let reason): "no worker process can be started: \(reason)"
    }
  }
}
