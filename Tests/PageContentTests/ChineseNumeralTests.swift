import Testing

@testable import PageContent

@Suite("Numbers in Chinese characters")
struct ChineseNumeralTests {
  @Test(
    "numbers",
    arguments: [
      ("九", 9), ("〇", 0), ("零", 0), ("十", 10), ("十二", 12), ("二十", 20), ("三十一", 31), ("九十九", 99), ("一百", 100),
      ("一百零三", 103),
      ("一百二十三", 123), ("二〇二四", 2024), ("二零一九", 2019),
    ])
  func numbers(_ text: String, _ value: Int) {
    #expect(ChineseNumeral.value(text.unicodeScalars) == value)
  }

  @Test(
    "no numbers", arguments: ["", "a", "12", "十十", "二十百", "二四十", "二十三四", "零十", "一年", "二十三四五六七"])
  func others(_ text: String) {
    #expect(ChineseNumeral.value(text.unicodeScalars) == nil)
  }

  @Test("every number up to 999 as it is written")
  func all() {
    let digits = Array("〇一二三四五六七八九")
    for number in 1...999 {
      let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
      var text = ""
      if hundreds > 0 { text += "\(digits[hundreds])百" }
      if tens > 0 { text += number < 20 ? "十" : "\(digits[tens])十" }
      if hundreds > 0, tens == 0, ones > 0 { text += "零" }
      if ones > 0 { text += "\(digits[ones])" }
      #expect(ChineseNumeral.value(text.unicodeScalars) == number, "\(text)")
    }
  }
}
