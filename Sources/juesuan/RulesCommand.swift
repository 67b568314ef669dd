import ArgumentParser
import Audit

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List the rules that check applies.")

  func run() throws {
    for rule in Rule.all {
      try Terminal.write("\(rule.id)\t\(rule.severity.rawValue)\t\(rule.title)\t\(rule.english)\n")
    }
  }
}
