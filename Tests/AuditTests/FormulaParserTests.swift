import Testing

@testable import Audit

@Suite struct FormulaParserTests {
  /// A formula in the parser's own words: `line 27 = +1 +2 -3`.
  private func spell(_ formula: Formula) -> String {
    let terms = formula.terms.map { ($0.isSubtracted ? "-" : "+") + "\($0.number)" }.joined(separator: " ")
    return "\(formula.axis == .lines ? "line" : "column") \(formula.left) = \(terms)"
  }

  @Test(arguments: [
    ("27 行 = (1+2+3) 行", ["line 27 = +1 +2 +3"]),
    ("5行=(1+2+...+4)行", ["line 5 = +1 +2 +3 +4"]),
    ("5行=(1+2+…+4)行", ["line 5 = +1 +2 +3 +4"]),
    ("5行=（1+2+……+4）行", ["line 5 = +1 +2 +3 +4"]),
    ("5行=(1+2+⋯+4)行", ["line 5 = +1 +2 +3 +4"]),
    ("5行=(1+2+—+4)行", ["line 5 = +1 +2 +3 +4"]),
    ("5行=(1+2+···+4)行", ["line 5 = +1 +2 +3 +4"]),
    ("5行=1至4行之和", ["line 5 = +1 +2 +3 +4"]),
    ("5行=(1～4)行", ["line 5 = +1 +2 +3 +4"]),
    ("5行＝（１＋２＋…＋４）行", ["line 5 = +1 +2 +3 +4"]),
    ("第5行=第1行+第2行", ["line 5 = +1 +2"]),
    ("1 栏各行 = (2+3+4) 栏各行。", ["column 1 = +2 +3 +4"]),
    ("6 栏各行 = (1+2-3) 栏各行", ["column 6 = +1 +2 -3"]),
    ("6栏各行＝（1＋2－3）栏各行", ["column 6 = +1 +2 -3"]),
    ("6栏=1栏+2栏−3栏", ["column 6 = +1 +2 -3"]),
    ("6栏=（1+2—3）栏", ["column 6 = +1 +2 -3"]),
    ("1栏=（2—7）栏", ["column 1 = +2 +3 +4 +5 +6 +7"]),
    ("1栏=2-4栏之和", ["column 1 = +2 +3 +4"]),
    ("第1栏=第2+3栏", ["column 1 = +2 +3"]),
    ("1栏＝2栏＋3栏", ["column 1 = +2 +3"]),
    ("1列=2列+3列", ["column 1 = +2 +3"]),
    ("1栏各行=[2+3]栏各行", ["column 1 = +2 +3"]),
    ("1=(2+3)栏", ["column 1 = +2 +3"]),
    ("1栏=（2+3+6）栏；3栏=（4+5）栏；7栏=（8+9+12）栏。", ["column 1 = +2 +3 +6", "column 3 = +4 +5", "column 7 = +8 +9 +12"]),
    ("27行=(1+2)行 30行=(27+28)行", ["line 27 = +1 +2", "line 30 = +27 +28"]),
    ("1栏=（2+3）；4=（5+6）", ["column 1 = +2 +3", "column 4 = +5 +6"]),
    ("注：本表反映收支。27行=(1+2)行，金额单位为万元。", ["line 27 = +1 +2"]),
    ("5栏=3栏", ["column 5 = +3"]),
    // No formulas.
    ("注：本表反映部门本年度的总收支和年末结转结余情况。", []),
    ("完成率=决算数/预算数", []),
    ("5栏=4栏/3栏×100%", []),
    ("5栏=(4+3)/2栏", []),
    ("2020年=2019年", []),
    ("1+2=3", []),
    ("5行=", []),
    ("=1+2行", []),
    ("5行=(4+…+1)行", []),
    ("5行=(1+…)行", []),
    ("5行=1++", []),
    ("99999行=(1+2)行", []),
    ("1栏=(2+…+999)栏", []),
  ])
  func spellings(note: String, expected: [String]) {
    #expect(FormulaParser.formulas(in: note).map(spell) == expected)
  }

  @Test func keepsThePrintedText() {
    let formulas = FormulaParser.formulas(in: "注：27 行 ＝ (1+2+…+8) 行；第30行=(27+28)行。")
    #expect(formulas.map(\.text) == ["27行＝(1+2+…+8)行", "第30行=(27+28)行"])
  }

  @Test func neverCrashes() {
    let marks = Array("0123456789=＝+＋-－—–…. ~～()（）行栏第各之和至，。；、:/×%年A\u{0}\u{1F600}\u{FF10}⋯·")
    var dice = Dice(state: 42)
    for _ in 0..<20_000 {
      let note = String(
        (0..<Int.random(in: 0...40, using: &dice)).map { _ in marks[Int.random(in: 0..<marks.count, using: &dice)] })
      for formula in FormulaParser.formulas(in: note) {
        #expect(!formula.terms.isEmpty && formula.terms.count <= 400 && formula.left > 0)
        #expect(!formula.text.isEmpty)
      }
    }
  }
}
