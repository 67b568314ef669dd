import Disclosure
import PageContent
import Testing

@Suite("Published numbers")
struct ExactNumberTests {
  @Test(
    "what is a number",
    arguments: [
      ("1,802.64", "1802.64"), ("1802.64", "1802.64"), ("0.00", "0.00"), ("0", "0"), ("2,453", "2453"),
      ("１，８０２．６４", "1802.64"), ("-1.2", "-1.2"), ("－1.2", "-1.2"), ("−1.2", "-1.2"), ("—3", "-3"),
      ("(1.20)", "-1.20"), ("（1,234.5）", "-1234.5"), ("12,345,678.123456", "12345678.123456"), (" 5", "5"),
      ("007", "7"),
    ])
  func numbers(_ published: String, _ plain: String) {
    #expect(ExactNumber(published: published)?.description == plain)
  }

  @Test(
    "what is none",
    arguments: [
      "", " ", "-", "—", "()", "(1", "1)", "1.", ".5", "1,23", "12,34.5", "1,2345", ",123", "1,,234", "1.2.3", "1.23,4",
      "1 2", "--1", "-(1)", "1-", "12%", "12万元", "一", "XX", "1e5", "0x1", "1,234,", "((1))", "(1)2", "٣", "①",
      "½", "1234567890123456789",
    ])
  func garbage(_ text: String) {
    #expect(ExactNumber(published: text) == nil)
  }

  @Test("random amounts come back from every way of printing them", arguments: 0..<10)
  func roundTrip(_ seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    for _ in 0..<200 {
      let scale = Int.random(in: 0...6, using: &generator)
      let size = Int.random(in: 1...11, using: &generator)
      let magnitude = Int128((0..<size).reduce(0) { value, _ in value * 10 + Int.random(in: 0...9, using: &generator) })
      let isNegative = magnitude != 0 && Bool.random(using: &generator)
      let number = ExactNumber(mantissa: isNegative ? -magnitude : magnitude, scale: scale)
      let plain = number.magnitude.description
      let grouped = Self.grouped(plain)
      for digits in [plain, grouped, Self.fullWidth(plain), Self.fullWidth(grouped)] {
        let prints = isNegative ? ["-", "−", "－", "–"].map { $0 + digits } + ["(\(digits))", "（\(digits)）"] : [digits]
        for print in prints {
          let read = try #require(ExactNumber(published: print))
          #expect(read == number && read.scale == scale && read.mantissa == number.mantissa)
        }
      }
    }
  }

  private static func grouped(_ plain: String) -> String {
    let parts = plain.split(separator: ".")
    var result = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index).isMultiple(of: 3) { result += "," }
      result.append(digit)
    }
    return parts.count > 1 ? result + "." + parts[1] : result
  }

  private static func fullWidth(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) }))
  }

  @Test("random characters never crash, and what parses has the digits that are printed")
  func fuzz() {
    var generator = SeededGenerator(state: 11)
    let pieces = Array("0123456789０９,.，．-−—()（） %万e")
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...30, using: &generator)
      let text = String((0..<length).map { _ in pieces.randomElement(using: &generator) ?? "0" })
      guard let number = ExactNumber(published: text) else { continue }
      let printed = text.unicodeScalars.filter { $0.properties.numericType == .decimal }.count
      #expect(number.scale < printed && String(number.mantissa.magnitude).count <= printed)
    }
  }

  @Test("yuan are exact")
  func yuan() {
    func yuan(_ text: String, _ unit: MonetaryUnit) -> String? {
      ExactNumber(published: text).flatMap { Amount(value: $0, unit: unit).yuan?.description }
    }
    #expect(yuan("1,802.64", .tenThousandYuan) == "18026400")
    #expect(yuan("0.123456", .tenThousandYuan) == "1234.56")
    #expect(yuan("0.1234567", .tenThousandYuan) == "1234.567")
    #expect(yuan("-3.5", .thousandYuan) == "-3500")
    #expect(yuan("2.05", .hundredMillionYuan) == "205000000")
    #expect(yuan("12.34", .yuan) == "12.34")
    #expect(yuan("999999999999999999", .hundredMillionYuan) == "99999999999999999900000000")
    #expect(Amount(value: .zero, unit: nil).yuan == nil)
  }

  @Test("equal whatever their decimals, and in order")
  func comparison() throws {
    let one = try #require(ExactNumber(published: "1.50"))
    let same = try #require(ExactNumber(published: "1.5"))
    #expect(one == same && one.hashValue == same.hashValue && one.description != same.description)
    #expect(ExactNumber(mantissa: -15, scale: 1) < same)
    #expect((one + same).description == "3.00")
    #expect((same - one).isZero && (-same).magnitude == one)
    #expect(one.text(decimals: 4) == "1.5000" && ExactNumber.zero.text(decimals: 2) == "0.00")
    // The largest that can be printed, in the largest unit, beside the finest.
    let largest = try #require(ExactNumber(published: "999999999999999999")).shifted(by: 8)
    let finest = try #require(ExactNumber(published: "0.00000001"))
    #expect(finest < largest && largest + finest > largest)
  }
}
