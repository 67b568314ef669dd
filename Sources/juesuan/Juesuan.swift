import ArgumentParser
import Report

/// juesuan (决算): reads the reports in which Chinese government departments disclose their money.
struct Juesuan: ParsableCommand {
  /// The others' configurations name it too: without it each, parsed by itself, looks for a call for completions first.
  static let name = "juesuan"

  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Read Chinese government departments' final accounts and budgets, and check whether their figures agree.",
    discussion: """
      A report goes in, as PDF or text; its typed tables come out as JSON, or a report on which of its figures agree.

        juesuan extract report.pdf -o report.json
        juesuan check report.pdf

      Exit codes: 0 done; 1 done, with errors found in the report; 2 wrong usage; 3 an input could not be read.
      """,
    version: "0.1.0",
    subcommands: [
      ExtractCommand.self, CheckCommand.self, FetchCommand.self, RunCommand.self, DatasetCommand.self,
      RowsCommand.self, GoldenCommand.self, FormsCommand.self, RulesCommand.self, ColumnsCommand.self,
      SchemaCommand.self,
      BlocksCommand.self, BenchmarkPagesCommand.self, ForgetWordsCommand.self, RunWorkerCommand.self,
    ])
}

@main
enum Main {
  static func main() {
    var command: any ParsableCommand
    // The argument parser's own codes are not this command's contract.
    do { command = try Main.command() } catch { Terminal.exit(say(error, code: 2)) }
    Terminal.exit(
      code {
        guard let reading = command as? any ReadingCommand else {
          try command.run()
          return 0
        }
        return try reading.runUnderLimits {
          code {
            try command.run()
            return 0
          }
        }
      })
  }

  /// The command that was called. One whose name comes first is parsed by itself, as the tree of all takes a millisecond to
  /// build; whatever it does not take as it stands, a call for help above all, is the tree's.
  private static func command() throws -> any ParsableCommand {
    let arguments = CommandLine.arguments.dropFirst()
    guard
      let called = Juesuan.configuration.subcommands.first(where: { $0.configuration.commandName == arguments.first })
    else { return try Juesuan.parseAsRoot() }
    let rest = arguments.dropFirst()
    if let plain = called as? any PlainCommand.Type, let arguments = PlainArguments(rest) {
      return plain.init(arguments)
    }
    if let parsed = try? called.parseAsRoot(Array(rest)), type(of: parsed) == called { return parsed }
    return try Juesuan.parseAsRoot()
  }

  /// The exit code that some work ends with. Why it failed is said.
  static func code(_ work: () throws -> Int32) -> Int32 {
    do {
      return try work()
    } catch let failure as CommandFailure {
      if let message = failure.message { Terminal.say(message) }
      return failure.code
    } catch {
      return say(error, code: 3)
    }
  }

  /// Shows help where that was asked for, else the error.
  private static func say(_ error: any Error, code: Int32) -> Int32 {
    let message = Juesuan.fullMessage(for: error)
    if Juesuan.exitCode(for: error) == .success {
      try? Terminal.write(message + "\n")
      return 0
    }
    Terminal.say(message)
    return code
  }
}

/// Ends the command with a code of its contract, and a message on standard error.
struct CommandFailure: Error {
  var code: Int32
  var message: String?

  /// Done, with errors found.
  static let errorsFound = CommandFailure(code: 1, message: nil)

  static func usage(_ name: String, _ reason: String) -> CommandFailure {
    CommandFailure(code: 2, message: "juesuan: \(name.fitForTerminal): \(reason)")
  }

  static func input(_ name: String, _ reason: String) -> CommandFailure {
    CommandFailure(code: 3, message: "juesuan: \(name.fitForTerminal): \(reason)")
  }
}
