import Testing

@testable import Bulk

@Suite struct RunTextTests {
  @Test func progress() {
    var counts = RunCounts(total: 2046)
    #expect(RunText.progress(counts, seconds: 0.1) == "0 of 2,046 files")
    counts.done = 1192
    counts.failed = 12
    counts.kept = 204
    #expect(RunText.progress(counts, seconds: 50) == "1,204 of 2,046 files, 12 failed, 20.0/s, 0:42 left")
    counts.done = 2034
    #expect(RunText.progress(counts, seconds: 100) == "2,046 of 2,046 files, 12 failed, 18.4/s")
  }

  @Test func summary() {
    let summary = RunSummary(
      counts: RunCounts(total: 7, done: 2, failed: 5, kept: 1, identical: 1),
      failures: [.damaged: ["a", "b", "c", "d"].map { InputName($0) }, .missing: [InputName("e")]])
    #expect(
      RunText.summary(summary, leftOut: [".doc": 2, ".xls": 2, "hidden": 11], output: "out", seconds: 3725) == [
        "7 files: 2 done, 5 failed; 1 was settled by an earlier run; 1 has the content of another",
        "  missing: 1 (e)",
        "  damaged: 4 (a, b, c, …)",
        "  not taken from folders: 11 hidden, 2 .doc, 2 .xls",
        "the index is out/index.jsonl; 1:02:05",
      ])
    var stopped = summary
    stopped.stoppedBy = 2
    #expect(
      RunText.summary(stopped, leftOut: [:], output: "out", seconds: 5).last
        == "stopped after 0:05; the same command goes on from here")
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567")])
  func grouped(number: Int, text: String) { #expect(RunText.grouped(number) == text) }
}
