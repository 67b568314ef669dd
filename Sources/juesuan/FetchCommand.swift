import ArgumentParser
import FoundationEssentials
import Glibc
import Harvest
import PageContent
import Report

struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", _superCommandName: Juesuan.name,
    abstract: "Download published reports from a list of addresses.",
    discussion: """
      A list has an address on each line: of a document, or of a page that links to documents. Columns behind tabs are \
      kept in the manifest; lines that begin with # are left out. From a listed page its documents are fetched, the \
      pages of the same list (下一页) are read, and those that a link calls final accounts or a budget.

        juesuan fetch addresses.txt -o reports
        juesuan fetch https://czj.example.gov.cn/yjsgk/ -o reports --depth 2
        juesuan fetch addresses.txt -o reports --rate 0.2 --user-agent "me/1.0"
        juesuan fetch addresses.txt -o reports --dry-run
        juesuan run reports/files -o results

      Documents go to DIR/files/HOST, pages to DIR/pages/HOST; DIR/manifest.jsonl tells for every address what became \
      of it. A second run asks for changes only. A run that was ended in any way goes on when it is started again. \
      Hosts are asked as their robots.txt allows, one request a second.

      Exit codes: 0 everything was fetched, or had been; 2 wrong usage; 3 something could not be fetched.
      """)

  @Argument(help: "Lists of addresses, - for standard input, or addresses themselves.")
  var lists: [String]

  @Option(name: .shortAndLong, help: "The folder that reports are gathered in.")
  var output: String

  @OptionGroup(title: "Which pages are read")
  var pages: FetchPageOptions

  @OptionGroup(title: "How hosts are asked")
  var manners: FetchMannerOptions

  @OptionGroup(title: "What is shown")
  var display: FetchDisplayOptions

  func run() throws {
    let list = try addresses()
    if list.entries.isEmpty { throw CommandFailure.input(lists.joined(separator: " "), "no address in it") }
    var options = HarvestOptions(userAgent: manners.userAgent)
    pages.apply(to: &options)
    manners.apply(to: &options)
    let scratch = display.dryRun ? try ScratchFolder() : nil
    options.isDryRun = display.dryRun
    let display = FetchDisplay(display)
    let summary: HarvestSummary
    do {
      defer { scratch?.remove() }
      summary = try Harvester(list, folder: scratch?.path ?? output, options: options).run(display.show)
    } catch let problem as FolderProblem {
      display.clear()
      throw CommandFailure.input(problem.path, problem.message)
    } catch let problem as LibraryProblem {
      throw CommandFailure(code: 3, message: "juesuan: \(problem.message)")
    }
    try display.end(summary)
    if summary.hasFailures { throw CommandFailure(code: 3, message: nil) }
  }

  private func addresses() throws -> AddressList {
    var list = AddressList()
    for given in lists {
      if given.lowercased().hasPrefix("http://") || given.lowercased().hasPrefix("https://") {
        list.add(given)
        continue
      }
      do throws(InputError) {
        let bytes =
          given == "-" ? try FileBytes.readStandardInput() : try FileBytes.read(path: ArgumentBytes.of(given))
        try list.add(lines: bytes)
      } catch {
        throw CommandFailure.input(given == "-" ? "standard input" : given, error.description)
      }
    }
    return list
  }
}

/// Where a dry run keeps the pages that it reads.
private struct ScratchFolder {
  let path: String

  init() throws {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/juesuan-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else {
      throw CommandFailure.input(parent, "cannot be written: \(String(cString: strerror(errno)))")
    }
    path = String(cString: made)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
