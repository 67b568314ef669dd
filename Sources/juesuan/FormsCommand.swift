import ArgumentParser
import Disclosure

struct FormsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms", _superCommandName: Juesuan.name, abstract: "List the forms that the catalogue knows.",
    discussion: """
      One line for each: id, finalAccounts or budget, Chinese and English title, separated by tabs.

        juesuan forms
        juesuan forms | grep budget
      """)

  func run() throws {
    for form in Catalogue.shared.forms {
      try Terminal.write("\(form.id)\t\(form.kind.rawValue)\t\(form.title)\t\(form.english)\n")
    }
  }
}
