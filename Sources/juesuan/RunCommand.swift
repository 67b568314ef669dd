import ArgumentParser
import Bulk
import Glibc
import PageContent
import Report

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", _superCommandName: Juesuan.name,
    abstract: "Read many files into a folder: the JSON and the report of each, and an index.",
    discussion: """
      Takes files, folders with all that is below them, quoted patterns, and with - a list of paths on standard input.

        juesuan run reports -o out
        juesuan run 'reports/*2024*.pdf' extra.txt -o out
        find reports -name '*.pdf' -print0 | juesuan run -0 - -o out
        juesuan run reports -o out --jsonl | grep '"failed"'

      From folders come PDFs, OFD and Word documents, workbooks, web pages, texts and archives, by their suffixes; the \
      summary tells what else there was. What a file is, its content tells. Of an archive each document in it is an input: \
      reports.zip!/a.pdf. Web pages of one document are one: index.html!+index_1.html.

      The folder holds run.json, index.jsonl with a line for every input name, and under documents/ the JSON and the \
      report of every content by its SHA-256; identical files are read once. A file that cannot be read has a line with \
      the reason. A run that was stopped, by whatever, goes on where it was when the same command is given again, and \
      ends with the same bytes. What another version of this program read, or one with larger limits, is read anew.

      Exits 0 when every file was read; 3 when some could not be, or the folder not be written; 2 on wrong usage; 128 and \
      the signal's number when one stopped it. Errors found in reports do not count here; the index tells their number.
      """)

  @Argument(help: "Files, folders, quoted patterns; - for a list on standard input.")
  var paths: [String]

  @Option(name: .shortAndLong, help: "The folder for the results.")
  var output: String

  @Option(name: .shortAndLong, help: "How many files are read at a time; as many as there are cores by default.")
  var jobs: Int?

  @OptionGroup var limits: ReadingLimits

  @Flag(name: .customShort("0"), help: "The paths on standard input end with zero bytes instead of line ends.")
  var zero = false

  @Flag(help: "Also write the line of every file to standard output as soon as it is finished.")
  var jsonl = false

  @Flag(help: "Remove results that no input has any more.")
  var prune = false

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but why the run could not be done.")
  var quiet = false

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is a number from 1 to 1024.") }
    if zero, !paths.contains("-") { throw ValidationError("-0 is about the list on standard input, and needs -.") }
  }

  func run() throws {
    do {
      try read()
    } catch let error as RunError {
      var message = "juesuan: \(error.description.fitForTerminal)"
      if case .system = error { message += "\njuesuan: when that is mended, the same command goes on from here" }
      throw CommandFailure(code: error.isUsage ? 2 : 3, message: message)
    }
  }
}

extension RunCommand {
  private func read() throws {
    let output = InputName(bytes(of: output))
    var selection = InputSelection(output: FileIdentity(output))
    for path in paths {
      if path == "-" {
        for name in InputPaths.names(in: try list(), endedByZero: zero) { selection.add(name) }
      } else {
        let name = InputName(bytes(of: path))
        if name.isWithin(output) { throw RunError.usage("\(path): is in the output folder") }
        selection.add(name, isPattern: true)
      }
    }
    let files = selection.names()
    if files.isEmpty { throw RunError.nothingToRead }
    let listing = try ArchiveListing(of: files, limits: limits.values)
    try read(listing, to: output, leftOut: selection.leftOut.merging(listing.leftOut, uniquingKeysWith: +))
  }

  private func read(_ listing: ArchiveListing, to output: InputName, leftOut: [String: Int]) throws {
    var options = BulkRun<RunScreen>.Options()
    options.limits = limits.values
    if let jobs { options.jobs = jobs }
    options.prunes = prune
    let screen = RunScreen(isQuiet: quiet, writesEntries: jsonl)
    var run = try BulkRun(
      listing.names, members: listing.digests, to: output, version: Juesuan.configuration.version,
      build: try BuildFingerprint.current(),
      options: options, observer: screen)
    let summary: RunSummary
    do throws(RunError) { summary = try run.run() } catch {
      screen.clear()
      throw error
    }
    screen.clear()
    if !quiet {
      for line in RunText.summary(summary, leftOut: leftOut, output: output.text, seconds: screen.seconds) {
        Terminal.say("juesuan: \(line)")
      }
    }
    if let signal = summary.stoppedBy { throw CommandFailure(code: 128 + signal, message: nil) }
    if summary.isUnheard { throw CommandFailure(code: 128 + SIGPIPE, message: nil) }
    if summary.counts.failed > 0 { throw CommandFailure(code: 3, message: nil) }
  }

  private func list() throws -> [UInt8] {
    do throws(InputError) { return try FileBytes.readStandardInput() } catch {
      if error == .empty { return [] }
      throw CommandFailure.input("standard input", error.description)
    }
  }

  private func bytes(of argument: String) -> [UInt8] {
    ArgumentBytes.of(argument).dropLast().map { UInt8(bitPattern: $0) }
  }
}
