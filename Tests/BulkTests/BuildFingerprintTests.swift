import Testing

@testable import Bulk

struct BuildFingerprintTests {
  @Test func isTheSameForOneBuild() throws {
    let fingerprint = try BuildFingerprint.current()
    #expect(fingerprint.utf8.count == 32)
    let isHexadecimal = fingerprint.allSatisfy { $0.isHexDigit }
    #expect(isHexadecimal)
    #expect(try BuildFingerprint.current() == fingerprint)
  }
}
