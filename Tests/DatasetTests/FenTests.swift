import Disclosure
import PageContent
import Testing

@testable import Dataset

@Suite struct FenTests {
  @Test(arguments: [
    ("0", 0), ("15119000.00", 1_511_900_000), ("-0.05", -5), ("4710.06", 471_006), ("1234.560000", 123_456),
  ])
  func wholeFenAreExact(text: String, fen: Int64) throws {
    #expect(Fen(try #require(ExactNumber(published: text))) == .whole(fen))
  }

  @Test func finerAmountsAreNearest() throws {
    #expect(Fen(try #require(ExactNumber(published: "1234.5678"))) == .nearest(123456.78))
    #expect(Fen(ExactNumber(mantissa: 10, scale: 0).shifted(by: 20)) == .nearest(1e23))
  }
}
