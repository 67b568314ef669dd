import CWorker
import Glibc
import PageContent

/// How worker processes are started: the program, and the arguments before those that every worker gets.
package struct WorkerProgram: Sendable {
  package var path: String
  package var arguments: [String]

  /// This very program, even if its file was replaced or removed meanwhile.
  package static let own = WorkerProgram(path: "/proc/self/exe", arguments: ["juesuan", "run-worker"])
}

/// A worker process as the run sees it.
final class WorkerProcess {
  let isAlone: Bool
  /// What it was asked and has not answered, the one that it reads first.
  private(set) var requests: [Request] = []
  private(set) var isReady = false
  /// Killed because the file that it reads hangs.
  private(set) var isOverdue = false
  /// Readable when it has said something, or ended.
  let output: Int32

  private let limits: RunLimits
  private let process: pid_t
  private let input: Int32
  private var reader = FrameReader()
  private var startOfFirst = ContinuousClock.now

  /// How a worker ended.
  enum End: Equatable {
    /// Of itself, between two files.
    case retired
    case memory, timeout, crashed
    /// By a signal that no file can cause.
    case killed
  }

  init(_ program: WorkerProgram, limits: RunLimits, isAlone: Bool, folder: InputName) throws(RunError) {
    self.isAlone = isAlone
    self.limits = limits
    let toWorker = try Descriptor.pipe()
    let fromWorker: (reading: Int32, writing: Int32)
    do throws(RunError) { fromWorker = try Descriptor.pipe() } catch {
      close(toWorker.reading)
      close(toWorker.writing)
      throw error
    }
    defer {
      close(toWorker.reading)
      close(fromWorker.writing)
    }
    input = toWorker.writing
    output = fromWorker.reading
    let options =
      ["--memory", "\(limits.megabytes)", "--timeout", "\(limits.seconds)"] + (isAlone ? ["--alone"] : []) + ["--"]
    let words = (program.arguments + options).map { Array($0.utf8) } + [folder.bytes]
    let started = Self.spawn(program.path, words, input: toWorker.reading, output: fromWorker.writing)
    guard let process = started.process else {
      close(input)
      close(output)
      throw .noWorkers(String(cString: strerror(started.failure)))
    }
    self.process = process
  }

  private static func spawn(
    _ path: String, _ words: [[UInt8]], input: Int32, output: Int32
  ) -> (process: pid_t?, failure: Int32) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    // What dying libraries have to say is no message to the user.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGPIPE, SIGTERM, SIGHUP] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0.map { CChar(bitPattern: $0) } + [0]) }
    defer { arguments.forEach { free($0) } }
    arguments.append(nil)
    // A dying worker shall not stop to draw a picture of its stack.
    let backtrace = strdup("SWIFT_BACKTRACE=enable=no")
    defer { free(backtrace) }
    var environment: [UnsafeMutablePointer<CChar>?] = [backtrace]
    var own = environ
    while let variable = own.pointee {
      environment.append(variable)
      own += 1
    }
    environment.append(nil)
    var process: pid_t = 0
    let failure = posix_spawn(&process, path, &actions, &attributes, arguments, environment)
    return (failure == 0 ? process : nil, failure)
  }

  /// Asks it to read a file. Requests are far smaller than a pipe, so this never waits; that the worker has ended shows
  /// where its answers are read.
  func ask(_ request: Request) {
    if requests.isEmpty { startOfFirst = .now }
    requests.append(request)
    _ = FileBytes.write(request.frame.encoded(), to: input)
  }

  /// What it has said since, each answer with its request; nil once it has ended.
  func answers() -> [(request: Request, reply: Reply)]? {
    guard let bytes = Descriptor.read(output), !bytes.isEmpty else { return nil }
    reader.add(bytes)
    var answers: [(request: Request, reply: Reply)] = []
    do throws(FrameReader.Malformed) {
      while let frame = try reader.next() {
        // Whoever says what nobody asked is not ours any more.
        guard let reply = Reply(frame), (reply == .ready) != isReady, isReady == false || !requests.isEmpty else {
          throw .malformed
        }
        if reply == .ready {
          isReady = true
        } else {
          answers.append((requests.removeFirst(), reply))
        }
        startOfFirst = .now
      }
    } catch {
      kill(process, SIGABRT)
      return answers.isEmpty ? nil : answers
    }
    return answers
  }

  /// Kills it if it has been at one file for too long.
  func killIfOverdue() {
    let limit = limits.wallSeconds(alone: isAlone)
    guard !requests.isEmpty, !isOverdue, ContinuousClock.now - startOfFirst > .seconds(limit) else { return }
    isOverdue = true
    kill(process, SIGKILL)
  }

  /// Waits for its end, which its closed output has announced.
  func end() -> End {
    close(input)
    close(output)
    let end = ProcessEnd(of: process)
    if isOverdue { return .timeout }
    return switch end {
    case .exited(0): .retired
    case .exited, .crashed: .crashed
    case .memory: .memory
    case .timeout: .timeout
    case .stopped: .killed
    }
  }

  /// Ends it at once.
  func stop() {
    kill(process, SIGKILL)
    _ = end()
  }
}
