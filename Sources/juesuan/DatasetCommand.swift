import ArgumentParser
import Dataset
import Glibc

struct DatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset", _superCommandName: Juesuan.name,
    abstract: "Put extracted documents into one dataset: SQLite, or CSV with a Data Package.",
    discussion: """
      The folder is what juesuan run wrote, or any folder with JSON files of
      juesuan extract (and of juesuan check beside them, NAME.report.json).

        juesuan dataset results -o reports.sqlite
        juesuan dataset results -o reports --format csv

      An SQLite dataset that is there is brought up to date: new documents are
      added, changed ones replaced, those that are gone removed. Stopped at any
      moment, it leaves what was there before. CSV is written anew.

      juesuan columns shows the tables and columns. Amounts are exact; rows and
      columns that are totals are told apart from what they are the totals of.

      Exits 3 when a document could not be read; all others are in the dataset.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case sqlite, csv
  }

  @Argument(help: "The folder with the extracted documents.")
  var folder: String

  @Option(name: .shortAndLong, help: "The database, or the folder for CSV files.")
  var output: String

  @Option(help: "What is written; by default SQLite where the output ends in .sqlite, .sqlite3 or .db, else CSV.")
  var format: Format?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but what could not be read.")
  var quiet = false

  func run() throws {
    let summary: DatasetSummary
    do {
      let version = Juesuan.configuration.version
      switch format ?? named {
      case .sqlite:
        summary = try SQLiteDataset.update(output, from: folder, tool: version, progress: show)
      case .csv: summary = try CSVDataset.update(output, from: folder, tool: version, progress: show)
      }
    } catch {
      switch error {
      case .source(let reason): throw CommandFailure.input(folder, reason)
      case .occupied, .otherVersion, .output: throw CommandFailure.input(output, error.description)
      }
    }
    if isShowing { Terminal.clearLine() }
    for (name, reason) in summary.unread { Terminal.say("juesuan: \(name.fitForTerminal): \(reason.fitForTerminal)") }
    if !quiet { Terminal.say(words(summary)) }
    if !summary.unread.isEmpty { throw CommandFailure(code: 3, message: nil) }
  }

  private var named: Format {
    [".sqlite", ".sqlite3", ".db"].contains { output.lowercased().hasSuffix($0) } ? .sqlite : .csv
  }

  private var isShowing: Bool { !quiet && isatty(STDERR_FILENO) == 1 }

  private func show(done: Int, all: Int) {
    guard isShowing, done == all || done % 50 == 0 else { return }
    Terminal.show("\(done)/\(all) documents")
  }

  private func words(_ summary: DatasetSummary) -> String {
    var parts = ["\(summary.added) added", "\(summary.replaced) replaced", "\(summary.unchanged) unchanged"]
    if summary.removed > 0 { parts.append("\(summary.removed) removed") }
    var text = "\(output): \(summary.documents) documents: \(parts.joined(separator: ", "))"
    if summary.failedInputs > 0 { text += "; \(summary.failedInputs) inputs had failed before" }
    if !summary.unread.isEmpty { text += "; \(summary.unread.count) could not be read" }
    return text
  }
}
