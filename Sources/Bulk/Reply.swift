/// What a worker says about a file, or about itself.
enum Reply: Hashable {
  /// It is set up and waits for files.
  case ready
  case outcome(Outcome)
  /// It took more than a shared worker should spend; the outcome does not count.
  case strained
  /// A result cannot be written: the system's error number.
  case unwritable(Int32)

  init?(_ frame: Frame) {
    switch frame.text(0) {
    case "ready": self = .ready
    case "strained": self = .strained
    case "unwritable":
      guard let number = frame.number(1) else { return nil }
      self = .unwritable(Int32(truncatingIfNeeded: number))
    case "done":
      guard let errors = frame.number(2), let warnings = frame.number(3) else { return nil }
      self = .outcome(.done(Outcome.Figures(pages: frame.number(1), errors: errors, warnings: warnings)))
    case "failed":
      guard let reason = frame.text(1).flatMap(Failure.Reason.init), let message = frame.text(2) else { return nil }
      self = .outcome(.failed(Failure(reason, message)))
    default: return nil
    }
  }

  var frame: Frame {
    switch self {
    case .ready: Frame("ready")
    case .strained: Frame("strained")
    case .unwritable(let number): Frame("unwritable", "\(number)")
    case .outcome(.done(let figures)):
      Frame("done", figures.pages.map(String.init) ?? "", "\(figures.errors)", "\(figures.warnings)")
    case .outcome(.failed(let failure)): Frame("failed", failure.reason.rawValue, failure.message)
    }
  }
}

/// What a worker is asked to read.
struct Request: Hashable, Sendable {
  var name: InputName
  var sourceName: String
  var sha256: String

  init(name: InputName, sourceName: String, sha256: String) {
    self.name = name
    self.sourceName = sourceName
    self.sha256 = sha256
  }

  init?(_ frame: Frame) {
    guard frame.fields.count == 3, let source = frame.text(1), let sum = frame.text(2) else { return nil }
    self.init(name: InputName(frame.fields[0]), sourceName: source, sha256: sum)
  }

  var frame: Frame { Frame([name.bytes, Array(sourceName.utf8), Array(sha256.utf8)]) }
}
