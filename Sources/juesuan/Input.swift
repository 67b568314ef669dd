import ArgumentParser
import Disclosure
import Glibc
import PageContent
import Report

/// The file that a command reads, and how.
struct Input: ParsableArguments {
  @Argument(help: "A PDF, a text or an extracted JSON; - for standard input.")
  var file: String

  @Option(help: "The password of an encrypted PDF.")
  var password: String?

  @Flag(name: .shortAndLong, help: "Say nothing on standard error but why an input could not be read.")
  var quiet = false

  /// The file's name without its folder.
  var name: String { file == "-" ? "standard input" : file.split(separator: "/").last.map(String.init) ?? file }

  /// Reads the file and its document. What could not be read of it is said on standard error.
  func read() throws -> (bytes: [UInt8], document: DisclosedDocument) {
    do throws(InputError) {
      let bytes = try bytes()
      return (bytes, try document(of: bytes))
    } catch {
      throw failure(error.description)
    }
  }

  /// Reads a file that must hold something of a report.
  func readReport() throws -> (bytes: [UInt8], document: DisclosedDocument) {
    let (bytes, document) = try read()
    if let reason = ProblemText.whyNothing(document) { throw failure(reason) }
    return (bytes, document)
  }

  /// The document of the file's bytes.
  func document(of bytes: [UInt8]) throws(InputError) -> DisclosedDocument {
    if DocumentJSONReader.isJSON(bytes) { return try DocumentJSONReader.document(from: bytes) }
    let document = try DocumentReader(password: password).document(from: bytes, name: name)
    // That it holds nothing is why a command fails, and said then.
    let problems = document.problems.filter { $0.kind != .notAReport }
    if !quiet {
      for line in ProblemText.lines(problems) { Terminal.say("juesuan: \(shownName): \(line)") }
    }
    return document
  }

  func bytes() throws(InputError) -> [UInt8] {
    if file == "-" { return try FileBytes.readStandardInput() }
    return try FileBytes.read(path: ArgumentBytes.of(file))
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
    guard let output, output != "-" else { return try Terminal.write(bytes, to: STDOUT_FILENO) }
    try Output.write(bytes, path: ArgumentBytes.of(output), name: output)
  }

  /// Writes a file whole or not at all. `path` ends with a zero byte; `name` is what it is called in a message.
  static func write(_ bytes: [UInt8], path: [CChar], name: String) throws {
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
