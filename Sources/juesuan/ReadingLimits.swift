import ArgumentParser
import Bulk
import Glibc

/// What reading one file may cost.
struct ReadingLimits: ParsableArguments {
  @Option(help: "The memory that reading a file may take, in MB.")
  var memory = RunLimits().megabytes

  @Option(help: "The processor time that reading a file may take, in seconds.")
  var timeout = RunLimits().seconds

  var values: RunLimits { RunLimits(megabytes: memory, seconds: timeout) }

  func validate() throws {
    if !(RunLimits.leastMegabytes...1_000_000).contains(memory) {
      throw ValidationError("--memory is a number from \(RunLimits.leastMegabytes) to 1000000.")
    }
    if !(1...86_400).contains(timeout) { throw ValidationError("--timeout is a number from 1 to 86400.") }
  }
}

/// The limits of commands that read files themselves.
struct OptionalLimits: ParsableArguments {
  @OptionGroup var limits: ReadingLimits

  @Flag(help: "Read without limits of memory and time, for files that are trusted.")
  var noLimits = false

  /// nil where there are none.
  var values: RunLimits? { noLimits ? nil : limits.values }

  /// Does the work on a file in a process under the limits.
  ///
  /// - Parameter work: what it returns is the exit code.
  /// - Returns: the exit code, or why the file could not be read. A signal that was meant for the command ends it too.
  func run(_ work: () -> Int32) throws(CommandFailure) -> Result<Int32, Failure> {
    guard let values else { return .success(work()) }
    let end: LimitedProcess.End
    do throws(RunError) { end = try LimitedProcess.run(values, work) } catch {
      throw CommandFailure(code: 3, message: "juesuan: \(error.description); --no-limits reads without one")
    }
    switch end {
    case .exited(let code): return .success(code)
    case .failed(let failure): return .failure(failure)
    case .stopped(SIGKILL): return .failure(Failure(.killed, "reading it was ended from outside"))
    case .stopped(let signal):
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
      return .success(128 + signal)
    }
  }
}

/// A command that reads one report, or a few: all of it is done in a process under limits.
protocol ReadingCommand: ParsableCommand {
  var limits: OptionalLimits { get }
  /// The files that it reads, in the order of their numbers.
  var inputs: [Input] { get }
}

extension ReadingCommand {
  /// - Parameter work: runs the command and returns its exit code.
  func runUnderLimits(_ work: () -> Int32) throws(CommandFailure) -> Int32 {
    switch try limits.run(work) {
    case .success(let code): return code
    case .failure(let failure):
      let number = Int(LimitedProcess.lastFile)
      let input = inputs.indices.contains(number) ? inputs[number] : inputs[0]
      throw input.failure(OptionalLimits.words(failure))
    }
  }

  /// Says that one of the files is read from here on.
  func turn(toFile number: UInt8) {
    if let values = limits.values { LimitedProcess.turn(toFile: number, values) }
  }
}

extension OptionalLimits {
  /// A failure with what may be done about it.
  static func words(_ failure: Failure) -> String {
    switch failure.reason {
    case .timeout: "\(failure.message); --timeout allows more"
    case .memory: "\(failure.message); --memory allows more"
    default: failure.message
    }
  }
}
