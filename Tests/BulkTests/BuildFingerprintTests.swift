import Testing

@testable import Bulk

struct BuildFingerprintTests {
  @Test func isTheSameForOneBuild() throws {
    let fingerprint = try BuildFingerprint.current()
    #expect(fingerprint.utf8.count == 32)
    #expect(fingerprint.allSatisfy(\.isHexDigit))
    #expect(try BuildFingerprint.current() == fingerprint)
  }
}
