import ArgumentParser
import Report

/// juesuan (决算): reads the reports in which Chinese government departments disclose their money.
struct Juesuan: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "juesuan",
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
    do { command = try Juesuan.parseAsRoot() } catch { Terminal.exit(say(error, code: 2)) }
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
