import Testing

@testable import Disclosure

@Suite struct NormalisationTests {
  @Test(arguments: [
    ("", ""), ("本年收入合计", "本年收入合计"), ("「三公」经费（万元）", "三公经费(万元)"), ("“三公” 经费(万元)", "三公经费(万元)"),
    ("１，２３４．５　万元", "1,234.5万元"), ("《支出\u{A0}决算表》\t〔2024〕【一】", "支出决算表[2024][一]"), ("、。—…￥", "、。—…￥"),
    ("\u{2060}其中\u{200B}：\u{FEFF}", "其中:"), ("\u{3000}", ""), ("𠮷（é）", "𠮷(é)"),
  ])
  func texts(printed: String, normal: String) {
    #expect(Wording.normalised(printed) == normal)
    #expect(Wording.normalised(normal) == normal)
  }

  @Test func everyCharacterBecomesWhatItsScalarSays() {
    for value in UInt32(1)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let normal = scalar.normalised.map { "收\($0)入" } ?? "收入"
      #expect(Wording.normalised("收\(scalar)入").utf8.elementsEqual(normal.utf8), "U+\(String(value, radix: 16))")
    }
  }
}
