import Testing

@testable import TableStructure

@Suite("Heads repeated in a text")
struct RepeatedHeadTests {
  private static let head = "| 项目 | 行次 | 决算数 |\n|---|---|---|\n"

  private func pieces(_ between: String, _ rest: String = "| 丙 | 3 | 3.00 |") -> [Table] {
    tables(
      "收入决算表\n\n单位：万元\n\n\(Self.head)| 甲 | 1 | 1.00 |\n| 乙 | 2 | 2.00 |"
        + "\n\n\(between)\n\n\(Self.head)\(rest)"
    )
  }

  @Test(
    "title, unit and head again above the next rows: one table", arguments: ["收入决算表\n\n单位：万元", "续表", "5", "5\n\n收入决算表"])
  func joined(between: String) throws {
    let table = try #require(pieces(between).first)
    #expect(pieces(between).count == 1)
    #expect(grid(table).map { $0[0] } == ["项目", "甲", "乙", "丙"])
    #expect(table.breaks == [3])
  }

  @Test("another title, a sentence, or rows that begin anew: another table")
  func apart() {
    #expect(pieces("支出决算表\n\n单位：万元").count == 2)
    #expect(pieces("以上为第一部分。").count == 2)
    #expect(pieces("收入决算表", "| 甲 | 1 | 7.00 |").count == 2)
  }
}
