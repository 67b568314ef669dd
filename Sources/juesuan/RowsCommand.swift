import ArgumentParser
import Bulk
import Dataset
import Disclosure
import Glibc
import PageContent
import Report

struct RowsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rows", _superCommandName: Juesuan.name,
    abstract: "Read reports and write the rows of their datasets as lines of JSON, for other engines.",
    discussion: """
      Each file is extracted and checked. Its rows follow, {"table": …, "row": […]},
      values in the order of juesuan columns, then one line that ends it:
      {"end": "report.pdf", "status": "done", "reason": null, "message": null}

        juesuan rows report.pdf
        juesuan rows 2024/*.pdf > rows.jsonl
        find 2024 -name '*.pdf' | juesuan rows -

      With - the names are read from standard input, one a line, and each is
      answered before the next is read: a program may keep one process for many
      files. A file that cannot be read costs its end line, and exit code 3.
      """)

  @Argument(help: "PDFs, texts or extracted JSON; - for a list of them on standard input.")
  var files: [String]

  @OptionGroup var limits: OptionalLimits

  func run() throws {
    var isFailed = false
    // What every process that is forked for a file would do anew.
    if files.count > 1 || files == ["-"] { DocumentRecogniser.prepare() }
    if files == ["-"] {
      while let name = readLine() {
        if try !write(name, path: Array(name.utf8CString)) { isFailed = true }
      }
    } else {
      for name in files where try !write(name, path: ArgumentBytes.of(name)) { isFailed = true }
    }
    if isFailed { throw CommandFailure(code: 3, message: nil) }
  }

  /// Writes the rows of one file; false where it cannot be read.
  private func write(_ name: String, path: [CChar]) throws -> Bool {
    let end = try limits.run {
      Main.code {
        let record = try writeRows(name, path: path)
        return record.isDone ? 0 : RowsCommand.unread
      }
    }
    switch end {
    case .success(0): return true
    case .success(RowsCommand.unread): return false
    case .success(let code): throw CommandFailure(code: code, message: nil)
    case .failure(let failure):
      var input = InputRecord(name: name, isDone: false)
      if let (sum, count) = try? FileBytes.digest(path: path) {
        input.bytes = count
        input.sha256 = sum
      }
      input.fail(failure)
      var lines = JSONLineRows()
      lines.add(input)
      try Terminal.write(lines.bytes, to: STDOUT_FILENO)
      return false
    }
  }

  /// The code of a process whose file could not be read; all others end the command.
  private static let unread: Int32 = 4

  private func writeRows(_ name: String, path: [CChar]) throws -> InputRecord {
    var lines = JSONLineRows()
    var input = InputRecord(name: name, isDone: true)
    do throws(InputError) {
      let content = try FileContent.read(path: path)
      input.bytes = content.count
      input.sha256 = content.sha256()
      let base = name.split(separator: "/").last.map(String.init) ?? name
      let document =
        try DocumentJSONReader.isJSON(content)
        ? DocumentJSONReader.document(from: content.copied()) : DocumentReader().document(from: content, name: base)
      if let failure = Failure(nothingIn: document) {
        input.fail(failure)
      } else {
        input.document = lines.add(document)
      }
    } catch {
      input.fail(Failure(error))
    }
    lines.add(input)
    try Output.writeToStandardOutput(lines.bytes)
    return input
  }
}

extension InputRecord {
  fileprivate mutating func fail(_ failure: Failure) {
    isDone = false
    reason = failure.reason.rawValue
    message = failure.message
  }
}
