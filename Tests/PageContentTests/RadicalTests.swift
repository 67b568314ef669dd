import Testing

@testable import PageContent

@Suite("Radicals that stand for ideographs")
struct RadicalTests {
  @Test(arguments: zip("⽀⽬⻔⻓⼀⿕".unicodeScalars, "支目门长一龠".unicodeScalars))
  func radicalsBecomeIdeographs(radical: Unicode.Scalar, ideograph: Unicode.Scalar) {
    #expect(radical.withoutRadical == ideograph)
  }

  @Test func everythingElseStays() {
    for scalar in "支出决算表 1,802.64（万元）A⿰⺀".unicodeScalars where scalar != "⺀" {
      #expect(scalar.withoutRadical == scalar)
    }
  }
}
