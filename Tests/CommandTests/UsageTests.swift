import TestSupport
import Testing

/// Wrong usage ends with 2 and says on standard error how to use the command.
@Suite struct UsageTests {
  @Test(arguments: [
    (["frob"], "Error: Unexpected argument 'frob'", "Usage: juesuan <subcommand>"),
    (["--frob"], "Error: Unknown option '--frob'", "Usage: juesuan <subcommand>"),
    (["extract"], "Error: Missing expected argument '<file>'", "Usage: juesuan extract <file>"),
    (["extract", "--frob", "a.pdf"], "Error: Unknown option '--frob'", "Usage: juesuan extract <file>"),
    (["extract", "a.pdf", "b.pdf"], "Error: Unexpected argument 'b.pdf'", "Usage: juesuan extract <file>"),
    (["extract", "a.pdf", "-o"], "Error: Missing value for '-o <output>'", "Usage: juesuan extract <file>"),
    (["check"], "Error: Missing expected argument '<file>'", "Usage: juesuan check <file>"),
    (
      ["check", "a.pdf", "--format", "pdf"], "Error: The value 'pdf' is invalid for '--format",
      "Usage: juesuan check <file>"
    ),
    (["golden", "corpus"], "Error: Missing expected argument '<golden>'", "Usage: juesuan golden <corpus> <golden>"),
    (
      ["golden", "a", "b", "--limit", "x"], "Error: The value 'x' is invalid for '--limit",
      "Usage: juesuan golden <corpus>"
    ),
    (["fetch", "-o", "a"], "Error: Missing expected argument '<lists> ...'", "Usage: juesuan fetch"),
    (["fetch", "list"], "Error: Missing expected argument '--output <output>'", "Usage: juesuan fetch"),
    (["fetch", "list", "-o", "a", "--rate", "0"], "Error: --rate is from", "Usage: juesuan fetch"),
    (["fetch", "list", "-o", "a", "--depth", "-1"], "Error: Missing value for", "Usage: juesuan fetch"),
    (["fetch", "list", "-o", "a", "--json", "--jsonl"], "Error: --json and --jsonl exclude", "Usage: juesuan fetch"),
    (["fetch", "list", "-o", "a", "--user-agent", ""], "Error: --user-agent is one line", "Usage: juesuan fetch"),
    (["forms", "more"], "Error: Unexpected argument 'more'", "Usage: juesuan forms"),
    (["rules", "--json"], "Error: Unknown option '--json'", "Usage: juesuan rules"),
    (["schema"], "Error: Missing expected argument '<name>'", "Usage: juesuan schema <name>"),
    (["schema", "other"], "Error: The value 'other' is invalid for '<name>'", "Usage: juesuan schema <name>"),
  ])
  func wrongUsage(arguments: [String], error: String, usage: String) throws {
    let outcome = try Command(arguments).run()
    #expect(outcome.exitCode == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix(error))
    #expect(outcome.errors.contains("\n\(usage)"))
  }

  @Test func endOfOptions() throws {
    let folder = try TemporaryFolder()
    try folder.write(Corpus.bytes(Corpus.text), "-report.txt")
    #expect(try Command.run("extract", "--", "-report.txt", folder: folder.path).exitCode == 0)
  }
}
