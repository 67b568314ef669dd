import ArgumentParser
import Report

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", _superCommandName: Juesuan.name, abstract: "Print the JSON Schema of a format.",
    discussion: """
        juesuan schema document
        juesuan schema report
      """)

  enum Name: String, ExpressibleByArgument, CaseIterable {
    case document, report
  }

  @Argument(help: "document (juesuan/1) or report (juesuan-report/1).")
  var name: Name

  @OptionGroup var output: Output

  func run() throws {
    try output.write(name == .document ? Schema.document : Schema.report)
  }
}
