import PageContent
import Testing

@testable import Bulk

/// Which results of an earlier run stand.
@Suite struct RunDescriptionTests {
  private static let earlier = RunDescription(
    version: "1.0", build: "b", limits: RunLimits(megabytes: 256, seconds: 30))
  private static let done = Outcome.done(.init(pages: 1, errors: 0, warnings: 0))

  private func accepts(
    _ outcome: Outcome, _ change: (inout RunDescription) -> Void = { _ in }
  ) -> Bool {
    var now = Self.earlier
    change(&now)
    return now.accepts(outcome, of: Self.earlier)
  }

  @Test func readsWhatItWrote() {
    #expect(RunDescription(Self.earlier.encoded()) == Self.earlier)
    #expect(RunDescription([]) == nil)
    #expect(RunDescription(Array(#"{"format": "juesuan-run/2"}"#.utf8)) == nil)
  }

  @Test func anotherProgram() {
    #expect(accepts(Self.done))
    #expect(!accepts(Self.done) { $0.version = "1.1" })
    #expect(!accepts(Self.done) { $0.build = "c" })
    #expect(!accepts(.failed(Failure(InputError.encryptedPDF))) { $0.build = "c" })
  }

  @Test func otherLimits() {
    #expect(accepts(Self.done) { $0.limits.megabytes = 512 })
    #expect(!accepts(Self.done) { $0.limits.megabytes = 128 })
    #expect(!accepts(Self.done) { $0.limits.seconds = 29 })
    for failure in [Failure.timeout(Self.earlier.limits), .memory(Self.earlier.limits), .crashed] {
      #expect(accepts(.failed(failure)))
      #expect(!accepts(.failed(failure)) { $0.limits.seconds = 60 })
    }
    #expect(accepts(.failed(Failure(InputError.pdfWithoutPages))) { $0.limits.seconds = 60 })
  }

  @Test func whatNoContentTells() {
    #expect(!accepts(.failed(.changed)))
    #expect(!accepts(.failed(.killed)))
  }
}
