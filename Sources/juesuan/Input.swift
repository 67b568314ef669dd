import ArgumentParser
import Bulk
import Containers
import Disclosure
import Glibc
import PageContent
import Report

/// The file that a command reads, and how.
struct Input: ParsableArguments {
  @Argument(help: "A report, or an extracted JSON; - for standard input.")
  var file: String

  @Option(help: "The password of an encrypted PDF.")
  var password: String?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but why an input could not be read.")
  var quiet = false

  /// The file's name without its folder.
  var name: String { file == "-" ? "standard input" : InputName(file).fileName }

  /// Reads the file and its document. What could not be read of it is said on standard error.
  func read() throws -> (content: FileContent, document: DisclosedDocument) {
    do throws(InputError) {
      let (content, name) = try opened()
      return (content, try document(of: content, named: name))
    } catch {
      throw failure(error.description)
    }
  }

  /// Reads a file that must hold something of a report.
  func readReport() throws -> (content: FileContent, document: DisclosedDocument) {
    let (content, document) = try read()
    if let reason = ProblemText.whyNothing(document) { throw failure(reason) }
    return (content, document)
  }

  /// The document of a content that `opened` gave.
  func document(of content: FileContent, named name: String) throws(InputError) -> DisclosedDocument {
    if DocumentJSONReader.isJSON(content) { return try DocumentJSONReader.document(from: content.copied()) }
    let document = try DocumentReader(password: password).document(of: content, name: name)
    // That it holds nothing is why a command fails, and said then.
    let problems = document.problems.filter { $0.kind != .notAReport }
    if !quiet {
      for line in ProblemText.lines(document.leftOut) + ProblemText.lines(problems) {
        Terminal.say("juesuan: \(shownName): \(line)")
      }
    }
    return document
  }

  /// What the file holds; of an archive its only document, with its name there.
  func opened() throws(InputError) -> (content: FileContent, name: String) {
    try ArchivedDocuments.opened(content(), named: name)
  }

  private func content() throws(InputError) -> FileContent {
    if file == "-" { return try FileContent.readStandardInput() }
    return try InputPath.content(ArgumentBytes.of(file).dropLast().map { UInt8(bitPattern: $0) })
  }

  /// Another file, read in the same way.
  func another(_ file: String) -> Input {
    var other = self
    other.file = file
    return other
  }

  func failure(_ reason: String) -> CommandFailure { .input(shownName, reason) }

  var shownName: String { file == "-" ? name : file }
}

/// Where a command's result goes.
struct Output: ParsableArguments {
  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.")
  var output: String?

  init() {}

  init(to file: String) {
    output = file
  }

  /// Writes the result: to a file whole or not at all.
  func write(_ bytes: [UInt8]) throws {
    guard let output, output != "-" else { return try Output.writeToStandardOutput(bytes) }
    try Output.write(bytes, path: ArgumentBytes.of(output), name: output)
  }

  /// Writes standard output whole, even if the time for reading runs out meanwhile.
  static func writeToStandardOutput(_ bytes: [UInt8]) throws(CommandFailure) {
    try LimitedProcess.uninterrupted { () throws(CommandFailure) in try Terminal.write(bytes, to: STDOUT_FILENO) }
  }

  /// Writes a file whole or not at all. `path` ends with a zero byte; `name` is what it is called in a message.
  static func write(_ bytes: [UInt8], path: [CChar], name: String) throws {
    try LimitedProcess.uninterrupted { try replace(path, by: bytes, name) }
  }

  private static func replace(_ path: [CChar], by bytes: [UInt8], _ name: String) throws {
    // A device or a pipe is written to; only a file can be replaced.
    var status = stat()
    if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw failure(name) }
      defer { close(descriptor) }
      return try Terminal.write(bytes, to: descriptor, name: name)
    }
    let temporary = path.dropLast() + Array(".\(getpid()).tmp".utf8CString)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw failure(name) }
    do {
      try Terminal.write(bytes, to: descriptor, name: name)
      guard close(descriptor) == 0, rename(temporary, path) == 0 else { throw failure(name) }
    } catch {
      unlink(temporary)
      throw error
    }
  }

  private static func failure(_ name: String) -> CommandFailure {
    .input(name, "cannot be written: \(String(cString: strerror(errno)))")
  }
}
