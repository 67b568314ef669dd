import ArgumentParser
import Disclosure
import PageContent
import Report

struct ExtractCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", _superCommandName: Juesuan.name,
    abstract: "Read a report and write its typed JSON (format juesuan/1).",
    discussion: """
      Takes a PDF, an OFD document, a Word document (.docx, .doc), an Excel workbook (.xlsx, .xls), a web page, saved \
      or not, a text, or an archive with one of these; archive.zip!/name is one of several. What a file is, its content \
      tells.

      Every recognised table comes with its form, unit, columns and rows, each figure with its published text, its value \
      in yuan and the place where it is printed. Tables that are no known form are kept with their cells.

        juesuan extract report.pdf
        juesuan extract report.txt -o report.json
        juesuan extract report.pdf -o report.json --trace seen

      A trace shows each page as it was read: its picture, and over it the cells with what each was taken for.
      """)

  @OptionGroup var input: Input
  @OptionGroup var output: Output
  @OptionGroup var limits: OptionalLimits

  @Option(
    help: ArgumentHelp(
      "Also draw the pages with tables, as they were read, to SVG files in this folder; PDF only.", valueName: "folder")
  )
  var trace: String?

  @Flag(help: "Draw the pages without a table too.")
  var traceAllPages = false

  func validate() throws {
    if traceAllPages, trace == nil { throw ValidationError("--trace-all-pages needs --trace.") }
  }

  var inputs: [Input] { [input] }

  func run() throws {
    let (content, document) = try read()
    if let trace {
      turn(toFile: 0)
      try TraceFolder(path: trace, limits: limits.values).write(document, of: content, input, everyPage: traceAllPages)
    }
    try output.write(DocumentJSON.encode(document))
    if let reason = ProblemText.whyNothing(document) { throw input.failure(reason) }
  }

  private func read() throws -> (FileContent, DisclosedDocument) {
    let (content, name): (FileContent, String)
    do throws(InputError) { (content, name) = try input.opened() } catch { throw input.failure(error.description) }
    if trace != nil, content.count > 0, !DocumentReader.isPDF(content) {
      throw CommandFailure(
        code: 2,
        message: "juesuan: \(input.shownName.fitForTerminal): --trace shows the pages of a PDF, and this is none")
    }
    do throws(InputError) { return (content, try input.document(of: content, named: name)) } catch {
      throw input.failure(error.description)
    }
  }
}
