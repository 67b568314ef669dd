import ArgumentParser
import Disclosure
import FoundationEssentials
import PageContent
import Report

struct GoldenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "golden", _superCommandName: Juesuan.name,
    abstract: "Compare what is extracted from a corpus with recorded golden files, cell by cell.",
    discussion: """
      Every PDF and text in the corpus folder has its golden file, NAME.json, in the golden folder.

        juesuan golden corpus golden            compare; exits 1 on any difference
        juesuan golden corpus golden --update   record what is extracted now
      """)

  @Argument(help: "The folder with the documents.")
  var corpus: String

  @Argument(help: "The folder with the golden files.")
  var golden: String

  @Flag(help: "Record what is extracted now instead of comparing.")
  var update = false

  @Option(help: "Print at most this many differences for each document.")
  var limit = 50

  @OptionGroup var limits: OptionalLimits

  func run() throws {
    let documents = try documents()
    if documents.isEmpty { throw CommandFailure.input(corpus, "no PDF and no text in this folder") }
    // What every process that is forked for a document would do anew.
    DocumentRecogniser.prepare()
    var different = 0
    var unread = 0
    for name in documents {
      switch try limits.run({ verdict(on: name) }) {
      case .success(Verdict.same.rawValue): break
      case .success(Verdict.different.rawValue): different += 1
      case .success(Verdict.unread.rawValue): unread += 1
      case .success: throw CommandFailure(code: 3, message: nil)
      case .failure(let failure):
        unread += 1
        let reason = CommandFailure.input("\(corpus)/\(name)", OptionalLimits.words(failure))
        if let message = reason.message { Terminal.say(message) }
      }
    }
    let orphans = orphans(of: documents)
    for orphan in orphans { try Terminal.write("\(orphan.fitForTerminal)\n  a golden file without a document\n") }
    let count =
      update ? "\(different) recorded anew" : "\(different + orphans.count) different"
    let rest = unread > 0 ? ", \(unread) could not be read" : ""
    try Terminal.write("\(documents.count) documents, \(count)\(rest)\n")
    if unread > 0 { throw CommandFailure(code: 3, message: nil) }
    // Recording cannot mend an orphan.
    if !orphans.isEmpty || (different > 0 && !update) { throw CommandFailure.errorsFound }
  }

  /// What came of one document, as the exit code of the process that read it.
  private enum Verdict: Int32 {
    case same, different, unread
    /// A golden file or the output cannot be written: there is no point in going on.
    case unwritable
  }

  /// A document that cannot be read.
  private struct Unread: Error {
    var error: InputError
  }

  private func verdict(on name: String) -> Int32 {
    Main.code {
      do {
        let lines = update ? try record(name) : try compare(name)
        if lines.isEmpty { return Verdict.same.rawValue }
        var text = "\(name.fitForTerminal)\n"
        for line in lines.prefix(limit) { text += "  \(line.excerpt(GoldenCommand.longestLine))\n" }
        if lines.count > limit { text += "  … and \(lines.count - limit) more\n" }
        try Output.writeToStandardOutput(Array(text.utf8))
        return Verdict.different.rawValue
      } catch let unread as Unread {
        Terminal.say("juesuan: \("\(corpus)/\(name)".fitForTerminal): \(unread.error.description)")
        return Verdict.unread.rawValue
      }
    }
  }
  /// Of a difference: a cell may hold a whole page.
  private static let longestLine = 2000

  private static let extensions = ["pdf", "txt", "md"]

  /// The documents' paths below the corpus folder, in order. A file that explains the corpus is none of them.
  private func documents() throws -> [String] {
    guard let paths = FileManager.default.enumeratedFiles(below: corpus) else {
      throw CommandFailure.input(corpus, "cannot be read as a folder")
    }
    return paths.filter { path in
      let name = path.split(separator: "/").last ?? ""
      let suffix = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
      return GoldenCommand.extensions.contains(suffix) && !name.hasPrefix("README")
    }
  }

  private func orphans(of documents: [String]) -> [String] {
    let known = Set(documents.map { "\($0).json" })
    return (FileManager.default.enumeratedFiles(below: golden) ?? []).filter {
      $0.hasSuffix(".json") && !known.contains($0)
    }
  }

  private func extracted(_ name: String) throws(Unread) -> DisclosedDocument {
    do throws(InputError) {
      return try DocumentReader().document(
        from: FileContent.read("\(corpus)/\(name)"), name: name.split(separator: "/").last.map(String.init) ?? name)
    } catch {
      throw Unread(error: error)
    }
  }

  private func compare(_ name: String) throws -> [String] {
    let path = "\(golden)/\(name).json"
    let recorded: DisclosedDocument
    do throws(InputError) {
      recorded = try DocumentJSONReader.document(from: FileBytes.read(path))
    } catch {
      return [error == .missing ? "no golden file; record it with --update" : "\(path): \(error.description)"]
    }
    let now = try extracted(name)
    let differences = GoldenComparison.differences(was: recorded, is: now)
    if differences.isEmpty, recorded.source != now.source { return ["the document itself has changed"] }
    return differences.map(\.description)
  }

  private func record(_ name: String) throws -> [String] {
    let path = "\(golden)/\(name).json"
    let bytes = DocumentJSON.encode(try extracted(name))
    if (try? FileBytes.read(path)) == bytes { return [] }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Output(to: path).write(bytes)
    return ["recorded"]
  }
}

extension FileManager {
  /// The files below a folder, as sorted paths relative to it; nil where it is no folder.
  fileprivate func enumeratedFiles(below folder: String) -> [String]? {
    guard let paths = try? subpathsOfDirectory(atPath: folder) else { return nil }
    return paths.sorted()
  }
}
