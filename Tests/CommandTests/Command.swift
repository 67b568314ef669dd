import Foundation
import Glibc

/// Runs the built command as a process.
///
/// The calling thread waits for it: Swift's pool has a thread for each core, so that no more processes run at once.
struct Command {
  var arguments: [[UInt8]]
  var input = Input.nothing
  /// nil for the tests' own.
  var folder: String?
  var output = Output.kept
  /// Variables beside the tests' own.
  var environment: [String: String] = [:]
  /// Of processor time: a limit on the wall's would fail on a busy machine.
  var seconds = 300
  /// Sent once the process has come so far, if it still runs.
  var signal: (number: Int32, isDue: () -> Bool)?

  enum Input {
    case nothing
    case file(String)
    case pipe([UInt8])
  }

  enum Output {
    case kept
    /// A pipe that nobody reads.
    case closedPipe
    case file(String)
  }

  struct Outcome {
    var output: [UInt8]
    var errors: String
    /// nil where a signal ended it.
    var exitCode: Int32?
    var signal: Int32?

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  struct Failure: Error, CustomStringConvertible { var description: String }

  init(_ arguments: [String]) { self.arguments = arguments.map { Array($0.utf8) } }

  init(bytes arguments: [[UInt8]]) { self.arguments = arguments }

  static func run(_ arguments: String..., input: Input = .nothing, folder: String? = nil) throws -> Outcome {
    var command = Command(arguments)
    command.input = input
    command.folder = folder
    return try command.run()
  }

  /// Beside the program that holds the tests.
  static let executable: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("juesuan").path
  }()

  func run() throws -> Outcome {
    let standardInput = try inputDescriptor()
    defer { close(standardInput) }
    let kept = try Command.unnamedFile()
    defer { close(kept) }
    let errors = try Command.unnamedFile()
    defer { close(errors) }
    let standardOutput = try outputDescriptor(kept)
    defer { if standardOutput != kept { close(standardOutput) } }

    let process = try spawn(standardInput, standardOutput, errors)
    let status = wait(for: process)
    if status & 0x7F == SIGXCPU {
      let shown = arguments.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      throw Failure(description: "juesuan \(shown): more than \(seconds) s of processor time")
    }
    let isExited = status & 0x7F == 0
    return Outcome(
      output: Command.contents(kept), errors: String(decoding: Command.contents(errors), as: UTF8.self),
      exitCode: isExited ? status >> 8 & 0xFF : nil, signal: isExited ? nil : status & 0x7F)
  }

  private func spawn(_ input: Int32, _ output: Int32, _ errors: Int32) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, target) in [(input, STDIN_FILENO), (output, STDOUT_FILENO), (errors, STDERR_FILENO)] {
      posix_spawn_file_actions_adddup2(&actions, descriptor, target)
    }

    // A test runner may ignore signals, and what is ignored stays so in its children.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var defaults = sigset_t()
    sigemptyset(&defaults)
    for signal in [SIGPIPE, SIGINT, SIGTERM] { sigaddset(&defaults, signal) }
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

    // Only a GNU extension of posix_spawn changes the folder, and none sets limits.
    let changing = folder.map { ["/usr/bin/env", "-C", $0] } ?? []
    let limiting = ["/bin/sh", "-c", "ulimit -t \(seconds); exec \"$@\"", "sh"]
    let program = changing.first ?? limiting[0]
    let words = (changing + limiting + [Command.executable]).map { Array($0.utf8) } + arguments
    var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0.map(CChar.init(bitPattern:)) + [0]) }
    defer { argv.forEach { free($0) } }
    argv.append(nil)
    // The width of a terminal would break help elsewhere; a proxy cannot reach the tests' servers.
    var environment: [UnsafeMutablePointer<CChar>?] = ProcessInfo.processInfo.environment
      .filter { $0.key != "COLUMNS" && $0.key != "LINES" && !$0.key.lowercased().hasSuffix("_proxy") }
      .merging(self.environment) { _, given in given }
      .map { strdup("\($0.key)=\($0.value)") }
    defer { environment.forEach { free($0) } }
    environment.append(nil)

    var process: pid_t = 0
    let failure = Command.descriptorLock.withLock {
      posix_spawn(&process, program, &actions, &attributes, argv, environment)
    }
    guard failure == 0 else {
      throw Failure(description: "\(Command.executable): \(String(cString: strerror(failure)))")
    }
    return process
  }

  private func wait(for process: pid_t) -> Int32 {
    var signal = signal
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if let due = signal, due.isDue() {
        kill(process, due.number)
        signal = nil
      }
      usleep(1000)
    }
    return status
  }

  // MARK: Descriptors

  private func inputDescriptor() throws -> Int32 {
    switch input {
    case .nothing: return try Command.opened("/dev/null", O_RDONLY)
    case .file(let path): return try Command.opened(path, O_RDONLY)
    case .pipe(let bytes):
      let ends = try Command.pipe()
      defer { close(ends.writing) }
      // Large enough to take all at once, so that no thread has to feed it.
      guard fcntl(ends.reading, Command.setPipeSize, Int32(1 << 20)) >= bytes.count,
        write(ends.writing, bytes, bytes.count) == bytes.count
      else {
        throw Failure(description: "a pipe cannot hold \(bytes.count) bytes")
      }
      return ends.reading
    }
  }

  private func outputDescriptor(_ kept: Int32) throws -> Int32 {
    switch output {
    case .kept: return kept
    case .file(let path): return try Command.opened(path, O_WRONLY)
    case .closedPipe:
      let ends = try Command.pipe()
      close(ends.reading)
      return ends.writing
    }
  }

  private static func opened(_ path: String, _ flags: Int32) throws -> Int32 {
    let descriptor = open(path, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(description: "\(path): \(String(cString: strerror(errno)))") }
    return descriptor
  }

  /// F_SETPIPE_SZ of Linux.
  private static let setPipeSize: Int32 = 1031

  /// A process started between a pipe's making and its closing on exec would keep it open.
  private static let descriptorLock = NSLock()

  private static func pipe() throws -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [0, 0]
    let isMade = descriptorLock.withLock {
      Glibc.pipe(&ends) == 0 && ends.allSatisfy { fcntl($0, F_SETFD, FD_CLOEXEC) == 0 }
    }
    guard isMade else { throw Failure(description: "no pipe") }
    return (ends[0], ends[1])
  }

  private static func unnamedFile() throws -> Int32 {
    let path = NSTemporaryDirectory() + "/juesuan-output-" + UUID().uuidString
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Failure(description: "\(path): \(String(cString: strerror(errno)))") }
    unlink(path)
    return descriptor
  }

  private static func contents(_ descriptor: Int32) -> [UInt8] {
    var status = stat()
    fstat(descriptor, &status)
    return [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, buffer.count, 0))
    }
  }
}
