import PageContent
import Testing

/// What a printed word is told to be.
struct LexemeTests {
  @Test(
    arguments: [
      ("1,802.64", "1802.64"), ("1802.64", "1802.64"), ("-113.0", "-113.0"), ("－113.0", "-113.0"), ("–66.5", "-66.5"),
      ("−66.5", "-66.5"), ("+60.00", "60.00"), ("（5.00）", "-5.00"), ("(5)", "-5"), ("１，８０２．６４", "1802.64"),
      ("25180591 .33", "25180591.33"), ("1,802. 64", "1802.64"), (" 12.50 ", "12.50"), ("1, 802.64", "1802.64"),
    ])
  func amounts(_ text: String, _ value: String) {
    let lexeme = Lexeme(text)
    #expect(lexeme.kind == .amount)
    #expect(lexeme.number?.description == value)
    #expect(lexeme.unit == nil)
  }

  @Test(arguments: [
    ("1,230.50万元", "1230.50", "万元"), ("35元", "35", "元"), ("-0.4亿元", "-0.4", "亿元"), ("12 万元", "12", "万元"),
  ])
  func amountsWithTheirUnit(_ text: String, _ value: String, _ unit: String) {
    let lexeme = Lexeme(text)
    #expect(lexeme.kind == .amount)
    #expect(lexeme.number?.description == value)
    #expect(lexeme.unit?.rawValue == unit)
  }

  @Test(arguments: ["12.5%", "-60.86%", "12.5％", "100 %"])
  func percentages(_ text: String) {
    #expect(Lexeme(text).kind == .percentage)
    #expect(Lexeme(text).number != nil)
  }

  @Test(
    arguments: [
      "120258,600", "1,23.4", "244,895.02192,446.79", "12 34", "1.2.3", "(5.00", "1,802.", "12,34%", "1 2.5", "--5",
      "5-",
    ])
  func malformedFigures(_ text: String) {
    #expect(Lexeme(text).kind == .malformed)
    #expect(Lexeme(text).number == nil)
    #expect(Lexeme(text).isFigure)
  }

  @Test(arguments: ["-", "—", "——", "–", "－", "−", "/", "- -"])
  func dashes(_ text: String) {
    #expect(Lexeme(text).kind == .dash)
    #expect(Lexeme(text).isValue)
    #expect(!Lexeme(text).isFigure)
  }

  @Test(
    arguments: [
      ("2010601", Lexeme.Kind.whole), ("０１", .whole), ("1.", .ordinal), ("1、", .ordinal), ("（1）、", .ordinal),
      ("栏次", .columnMark),
      ("栏 次：", .columnMark), ("列次", .columnMark), ("**", .columnMark), ("万元", .unit), ("元", .unit), ("元旦", .text),
      ("一、基本支出", .text), ("（二）项目支出", .text), ("12人", .text), ("2024年", .text), ("", .text), ("()", .text),
      ("栏目", .text),
      ("301-工资", .text), ("+", .text), ("%", .text),
    ])
  func otherWords(_ text: String, _ kind: Lexeme.Kind) {
    #expect(Lexeme(text).kind == kind)
    #expect(!Lexeme(text).isFigure || kind == .whole)
  }

  @Test func smallIntegers() {
    #expect(Lexeme("12").smallInteger == 12)
    #expect(Lexeme("１２").smallInteger == 12)
    #expect(Lexeme("12.0").smallInteger == nil)
    #expect(Lexeme("-12").smallInteger == nil)
    #expect(Lexeme("1234567").smallInteger == nil)
  }

  /// Whatever is printed of a number is read as that number.
  @Test func roundTrip() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      let number = ExactNumber(
        mantissa: Int128(Int64.random(in: -999_999_999_999...999_999_999_999, using: &generator)),
        scale: Int.random(in: 0...6, using: &generator))
      #expect(Lexeme(number.description).number?.description == number.description)
    }
  }
}
