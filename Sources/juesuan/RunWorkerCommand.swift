import ArgumentParser
import Bulk

/// The worker processes of `run`.
struct RunWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run-worker", _superCommandName: Juesuan.name,
    abstract: "Read files for a run that asks over standard input.", shouldDisplay: false)

  @Option(help: "Memory in MB.")
  var memory: Int

  @Option(help: "Processor time for one file, in seconds.")
  var timeout: Int

  @Flag(help: "Read one file only.")
  var alone = false

  @Argument(help: "The folder for results.")
  var folder: String

  func run() throws {
    Worker(
      limits: RunLimits(megabytes: memory, seconds: timeout), isAlone: alone,
      folder: InputName(ArgumentBytes.of(folder).dropLast().map(UInt8.init(bitPattern:)))
    ).run()
  }
}
