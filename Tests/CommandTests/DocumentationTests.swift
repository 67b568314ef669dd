import Foundation
import TestSupport
import Testing

/// What the pages for users say exists, and what exists is in them.
@Suite("Documentation")
struct DocumentationTests {
  private static let pages = ["README.md", "README.zh.md", "docs/guide.md", "docs/guide.zh.md"]

  private func text(_ page: String) throws -> String {
    String(decoding: try Repository.bytes(Repository.root.appendingPathComponent(page)), as: UTF8.self)
  }

  /// The commands that the overview lists.
  private func commands() throws -> [String] {
    let lines = try Command.run("--help").text.split(separator: "\n", omittingEmptySubsequences: false)
    let list = try #require(lines.firstIndex(of: "SUBCOMMANDS:"))
    return lines[(list + 1)...].prefix { !$0.isEmpty }
      .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .map { String($0.dropFirst(2).prefix { $0 != " " }) }
  }

  @Test("every command's help shows an example of it")
  func examples() throws {
    let commands = try commands()
    #expect(commands.count > 5)
    for command in commands {
      let help = try Command.run(command, "--help").text
      #expect(help.split(separator: "\n").contains { $0.hasPrefix("  juesuan \(command)") }, "\(command)")
    }
  }

  @Test("every command stands in the README of either language", arguments: ["README.md", "README.zh.md"])
  func named(page: String) throws {
    let text = try text(page)
    for command in try commands() { #expect(text.contains("juesuan \(command)"), "\(command)") }
  }

  /// In a line that calls a command, what begins with two dashes before a comment or the next command of a pipe.
  @Test("options that the pages show exist", arguments: pages)
  func options(page: String) throws {
    var helps: [String: String] = [:]
    for line in try text(page).split(separator: "\n") where line.hasPrefix("juesuan ") || line.hasPrefix("$ juesuan ") {
      let words = line.prefix { $0 != "|" && $0 != "#" }.split(separator: " ").drop { $0 == "$" }.dropFirst()
      let command = String(try #require(words.first))
      let help = try helps[command] ?? Command.run(command, "--help").text
      helps[command] = help
      for option in words where option.hasPrefix("--") { #expect(help.contains(option), "\(line)") }
    }
    if page != "README.zh.md" { #expect(!helps.isEmpty) }
  }

  @Test("files that the pages link to are there", arguments: pages + ["ARCHITECTURE.md"])
  func links(page: String) throws {
    let folder = Repository.root.appendingPathComponent(page).deletingLastPathComponent()
    for match in try text(page).matches(of: /\]\(([^)#]+)\)/) where !match.1.hasPrefix("http") {
      let path = folder.appendingPathComponent(String(match.1)).path
      #expect(FileManager.default.fileExists(atPath: path), "\(match.1)")
    }
  }
}
