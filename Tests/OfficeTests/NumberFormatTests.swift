import Testing

@testable import Office

/// What a workbook shows of its numbers, as Excel does.
@Suite struct NumberFormatTests {
  private func shown(_ number: String, _ format: String) throws -> String {
    NumberFormat(format).text(of: try #require(DecimalDigits(number)))
  }

  @Test(arguments: [
    ("1802.6400000000001", "#,##0.00", "1,802.64"), ("1802.6400000000001", "General", "1802.64"),
    ("1802.6400000000001", "0.00", "1802.64"), ("0.1", "0.00", "0.10"), ("2.675", "0.00", "2.68"),
    ("1.005", "0.00", "1.01"), ("1234567.891", "#,##0", "1,234,568"), ("999.995", "#,##0.00", "1,000.00"),
    ("0", "#,##0.00", "0.00"), ("0", "#,###", ""), ("0", "#,##0.##", "0."), ("5", "0000", "0005"),
    ("12", "#,##0.0#", "12.0"), ("12.345", "#,##0.0#", "12.35"), (".5", "#.00", ".50"), ("1E-3", "0.0000", "0.0010"),
    ("1.8026400000000001E3", "#,##0.00", "1,802.64"), ("123", "???0", " 123"), ("1234567", "0,000", "1,234,567"),
  ])
  func digits(number: String, format: String, text: String) throws { #expect(try shown(number, format) == text) }

  @Test(arguments: [
    ("0", "[=0]\"-\";#,##0.00", "-"), ("0", "[=0]\"-\"", "-"), ("5", "[=0]\"-\";#,##0.00", "5.00"),
    ("0", "0.00;-0.00;\"-\"", "-"), ("-5", "0.00;-0.00;\"-\"", "-5.00"), ("0", "0.00;-0.00;", ""),
    ("-12.3", "#,##0.00_);[Red](#,##0.00)", "(12.30)"), ("12.3", "#,##0.00_);[Red](#,##0.00)", "12.30 "),
    ("-12.3", "0.00;[Red]0.00", "-12.30"), ("-12.3", "[Red]0.00", "-12.30"), ("-12.3", "0.00", "-12.30"),
    ("150", "[>100]\"many\";0", "many"), ("50", "[>100]\"many\";0", "50"), ("-50", "[>100]\"many\";0", "-50"),
    ("7", "[<5]0.0;[>=5]0.00", "7.00"), ("-0.5", "[<0]\"负\"0.0;0.00", "负0.5"),
    ("0", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", " -   "),
    ("-1234.5", "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", " -1,234.50 "),
  ])
  func sections(number: String, format: String, text: String) throws { #expect(try shown(number, format) == text) }

  /// 万元 and thousands by the format alone.
  @Test(arguments: [
    ("18026400", "0!.0,", "1802.6"), ("18026400", "0\".\"0,", "1802.6"), ("18026400", "#,##0.00,", "18,026.40"),
    ("18026400", "0.00,,", "18.03"), ("0.1234", "0.00%", "12.34%"), ("0.1234", "0%", "12%"), ("1.5", "0.0%", "150.0%"),
    ("18026400", "#,##0\\元", "18,026,400元"), ("12", "\"¥\"#,##0.00", "¥12.00"), ("12", "[$¥-804]0.0", "¥12.0"),
    ("12345", "0.00E+00", "1.23E+04"), ("0.00012", "0.0E+0", "1.2E-4"), ("12345", "##0.0E+0", "12.3E+3"),
  ])
  func scaled(number: String, format: String, text: String) throws { #expect(try shown(number, format) == text) }

  @Test(arguments: [
    ("123456789012", "1.23457E+11"), ("12345678901", "12345678901"), ("0.123456789012", "0.123456789"),
    ("1234.56789012345", "1234.56789"), ("0.0000123456", "1.23456E-05"), ("0.00001", "0.00001"), ("-7", "-7"),
    ("100", "100"), ("1e20", "1E+20"),
  ])
  func general(number: String, text: String) throws { #expect(try shown(number, "General") == text) }

  @Test(arguments: [
    ("45352", "yyyy/m/d", "2024/3/1"), ("45352", "yyyy\"年\"m\"月\"d\"日\"", "2024年3月1日"),
    ("45352.75", "yyyy-mm-dd hh:mm", "2024-03-01 18:00"), ("1", "yyyy-mm-dd", "1900-01-01"),
    ("60", "yyyy-mm-dd", "1900-02-29"), ("61", "yyyy-mm-dd", "1900-03-01"), ("0.5", "h:mm AM/PM", "12:00 PM"),
    ("1.25", "[h]:mm", "30:00"), ("45352", "aaaa", "星期五"), ("45352", "mmm-yy", "Mar-24"),
    ("0.999999", "hh:mm:ss", "00:00:00"),
  ])
  func dates(number: String, format: String, text: String) throws { #expect(try shown(number, format) == text) }

  @Test func datesFrom1904() throws {
    let number = try #require(DecimalDigits("43890"))
    #expect(NumberFormat("yyyy/m/d").text(of: number, isFrom1904: true) == "2024/3/1")
  }

  @Test func texts() {
    #expect(NumberFormat("@").text(of: "1,802.64") == "1,802.64")
    #expect(NumberFormat("0.00").text(of: "合计") == "合计")
    #expect(NumberFormat("0;0;0;\"部门：\"@").text(of: "某局") == "部门：某局")
  }

  /// Against arithmetic on whole numbers: every number of cents, with noise behind the fifteenth digit.
  @Test func centsOfEveryKind() throws {
    var state: UInt64 = 20_201
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let cents = Int(state >> 20) % 100_000_000_000
      let (whole, rest) = cents.quotientAndRemainder(dividingBy: 100)
      let fraction = rest < 10 ? "0\(rest)" : "\(rest)"
      var groups: [String] = []
      var left = whole
      while left >= 1000 {
        groups.insert(String("\(1000 + left % 1000)".dropFirst()), at: 0)
        left /= 1000
      }
      groups.insert("\(left)", at: 0)
      let text = groups.joined(separator: ",") + "." + fraction
      #expect(try shown("\(whole).\(fraction)", "#,##0.00") == text)
      #expect(try shown("-\(whole).\(fraction)", "#,##0.00") == "-" + text)
      // As a double is written out.
      #expect(try shown("\(Double(cents) / 100)", "#,##0.00") == text)
    }
  }

  /// Rounding twice never happens, and half goes away from zero.
  @Test func halves() throws {
    for whole in 0..<300 {
      #expect(try shown("\(whole).125", "0.00") == "\(whole).13")
      #expect(try shown("\(whole).1249999", "0.00") == "\(whole).12")
      #expect(try shown("-\(whole).5", "0") == "-\(whole + 1)")
    }
  }

  /// No code makes it fail.
  @Test func anyCode() throws {
    let letters = Array("0#?.,;%E+-[]\"_*@\\!yMdhsaGeneral/ (=<>1元")
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      var code = ""
      for _ in 0..<Int(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        code.append(letters[Int(state >> 33) % letters.count])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let format = NumberFormat(code)
      for number in ["0", "-1.5", "123456.789", "1e300", "-1e-300"] {
        _ = format.text(of: try #require(DecimalDigits(number)))
      }
      _ = format.text(of: "text")
    }
  }
}
