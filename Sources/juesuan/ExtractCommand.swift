import ArgumentParser
import Disclosure
import Report

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Read a report and write its typed JSON (format juesuan/1).",
    discussion: """
      Every recognised table comes with its form, unit, columns and rows, each figure with its published text, its value \
      in yuan and the place where it is printed. Tables that are no known form are kept with their cells.

        juesuan extract report.pdf
        juesuan extract report.txt -o report.json
      """)

  @OptionGroup var input: Input
  @OptionGroup var output: Output

  func run() throws {
    let document = try input.document()
    try output.write(DocumentJSON.encode(document))
    if let reason = ProblemText.whyNothing(document) { throw input.failure(reason) }
  }
}
