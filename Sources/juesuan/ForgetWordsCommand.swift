import ArgumentParser
import Disclosure
import PageContent

/// Measures how reports are read whose words the catalogue does not know: takes its wordings away one at a time, and reads
/// again what prints them. For those who change the catalogue or its readers; `scripts/forget-words` runs it.
struct ForgetWordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget-words", _superCommandName: Juesuan.name,
    abstract: "Measure what it costs not to know a wording.", shouldDisplay: false)

  @Argument(help: "Reports, as PDF or text.")
  var files: [String]

  @Option(help: "Only every n-th wording.")
  var every = 1

  @Option(help: "Only wordings shown with this text: “column total”.")
  var only = ""

  @Flag(help: "Also print what each wording cost.")
  var all = false

  func run() throws {
    let statements = ForgettableWording.all(in: Catalogue.text)
    let whole = DocumentRecogniser(catalogue: Catalogue.parsing(Catalogue.text).catalogue)
    let reports = files.compactMap { try? ReportFigures(path: $0, recogniser: whole) }
    Terminal.say("\(reports.count) reports, \(statements.count) wordings")
    var sum = ForgottenCost()
    var runs = 0
    for (index, wording) in statements.enumerated() where index % every == 0 {
      if !only.isEmpty, !"\(wording)".contains(only) { continue }
      let printing = reports.filter { $0.prints(wording) }
      if printing.isEmpty { continue }
      runs += 1
      let recogniser = DocumentRecogniser(
        catalogue: Catalogue.parsing(wording.catalogueWithout(Catalogue.text)).catalogue)
      var cost = ForgottenCost()
      for report in printing { cost += report.cost(read: recogniser) }
      sum += cost
      if all || !cost.isSound {
        try Terminal.write("\(wording)\t\(cost)\t\(cost.examples.joined(separator: "; "))\n")
      }
    }
    try Terminal.write("\(runs) wordings forgotten that are printed: \(sum)\n")
    if !sum.isSound { throw CommandFailure.errorsFound }
  }
}
