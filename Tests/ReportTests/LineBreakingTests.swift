import Report
import Testing

struct LineBreakingTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("收入", 4), ("“三公”经费", 10), ("（万元）", 8), ("１２", 4), ("e\u{301}", 1), ("😀", 2),
    ("a\u{200B}b", 2),
    ("　", 2), ("—", 1),
  ])
  func measures(_ text: String, _ width: Int) {
    #expect(text.displayWidth == width)
  }

  @Test(arguments: [
    ("收入支出决算总表", 8, ["收入支出", "决算总表"]),
    ("收入支出，决算", 8, ["收入支", "出，决算"]),
    ("收入（万元）", 6, ["收入", "（万", "元）"]),
    ("合计 1,511.90 万元", 10, ["合计", "1,511.90", "万元"]),
    ("one two three", 7, ["one two", "three"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("收入", 1, ["收", "入"]),
    ("", 10, []),
  ])
  func breaks(_ text: String, _ width: Int, _ lines: [String]) {
    #expect(text.lines(fitting: width) == lines)
  }

  @Test func losesNothingButSpaces() {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let text = random.string() + "收入 " + random.string()
      let lines = text.lines(fitting: Int.random(in: 1...20, using: &random))
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
