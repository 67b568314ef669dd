import ArgumentParser
import Audit
import Report

struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", _superCommandName: Juesuan.name, abstract: "List the rules that check applies.",
    discussion: """
      One line for each: id, severity, Chinese and English title, tolerance, and why it holds, separated by tabs.

        juesuan rules
        juesuan rules --format markdown -o RULES.md
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  @Option(help: "How the rules are shown.")
  var format: Format = .text

  @OptionGroup var output: Output

  func run() throws {
    switch format {
    case .text: try output.write(Array(Rule.all.map(RulesCommand.line).joined().utf8))
    case .markdown: try output.write(Array(RulesPage.markdown().utf8))
    }
  }

  private static func line(_ rule: Rule) -> String {
    [rule.id, rule.severity.rawValue, rule.title, rule.english, rule.tolerance.english, rule.why]
      .joined(separator: "\t") + "\n"
  }
}
