import ArgumentParser
import Audit
import Disclosure
import Report

struct CheckCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: Juesuan.name,
    abstract: "Check whether a report's figures agree (format juesuan-report/1).",
    discussion: """
      Takes what extract takes, or an extracted JSON. Differences that rounding explains are told apart from errors.

        juesuan check report.pdf
        juesuan check report.json --format json -o findings.json
        juesuan check report.pdf --format html -o findings.html
        juesuan check report.pdf --previous last-year.json

      The page of HTML shows each finding with a picture of the places it speaks of.

      With last year's report of the same department, what this one says of last
      year, and opens with, is held against what that one published.

      Exits 1 when an error is found.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, html
  }

  @OptionGroup var input: Input
  @OptionGroup var output: Output
  @OptionGroup var limits: OptionalLimits

  @Option(help: "How the report is shown.")
  var format: Format = .text

  @Option(help: "Last year's report, as extracted JSON, or as what extract takes.")
  var previous: String?

  var inputs: [Input] { [input] + (previous.map { [input.another($0)] } ?? []) }

  func run() throws {
    let (content, document) = try input.readReport()
    let report = Auditor.report(on: document, previous: try previousReport(before: document))
    switch format {
    case .json: try output.write(ReportJSON.encode(report))
    case .html:
      let places = try EvidencePlaces(content, password: input.password, limits: limits.values).places
      try output.write(ReportHTML(version: Juesuan.configuration.version).render(report, places: places))
    case .text:
      let isTerminal = output.output == nil && Terminal.isOutputTerminal
      let titles = Dictionary(uniqueKeysWithValues: Rule.all.map { ($0.id, $0.title) })
      let text = ReportText(width: isTerminal ? Terminal.width ?? 100 : 100, isColoured: isTerminal) { titles[$0] }
      try output.write(Array(text.render(report).utf8))
    }
    if document.tables.isEmpty, document.narrative.facts.isEmpty {
      throw input.failure("neither a standard table nor a figure of the text could be read")
    }
    if report.count(of: .error) > 0 { throw CommandFailure.errorsFound }
  }

  private func previousReport(before document: DisclosedDocument) throws -> PreviousReport? {
    guard let previous else { return nil }
    let other = input.another(previous)
    if previous == "-", input.file == "-" {
      throw CommandFailure.usage(other.shownName, "cannot be both this year's report and last year's")
    }
    turn(toFile: 1)
    let earlier = try other.readReport().document
    turn(toFile: 0)
    do throws(PreviousReport.Mismatch) {
      return try PreviousReport(earlier, before: document)
    } catch {
      throw CommandFailure.usage(other.shownName, ProblemText.words(error))
    }
  }
}
