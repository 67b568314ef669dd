import Testing

@testable import Audit

@Suite struct DepartmentNameTests {
  @Test(arguments: [
    ("上海市普陀区财政局", "普陀区财政局"), ("上海市普陀区财政局", "财政局"), ("江苏省人大常委会办公厅", "江苏省人大"),
    ("泉州市公安局(本级)", "泉州市公安局"), ("江苏省人民检察院", "省检察院"), ("鼎城区教育局(乡镇学校)", "鼎城区教育局"),
    ("临岳市教育局", "临岳市教育局幼儿园"),
  ])
  func namesOfOneDepartment(a: String, b: String) {
    #expect(DepartmentName(a).mayBe(DepartmentName(b)))
    #expect(DepartmentName(b).mayBe(DepartmentName(a)))
  }

  @Test(arguments: [("普陀区财政局", "普陀区民政局"), ("普陀区财政局", "黄浦区财政局"), ("普陀区财政局", "普陀区才政局")])
  func otherNames(a: String, b: String) {
    #expect(!DepartmentName(a).mayBe(DepartmentName(b)))
  }

  @Test func nearMisses() throws {
    let neighbours = try #require(DepartmentNeighbours(of: DepartmentName("普陀区财政局")))
    #expect(neighbours.nearMisses(in: text("由普陀区才政局和普陀区财致局负责")) == ["普陀区才政局", "普陀区财致局"])
    for words in ["普陀区财政局", "普陀区民政局", "普陀区审计局", "普陀市财政局", "才政局", "普陀区政府", "普陀区财政处和其他"] {
      #expect(neighbours.nearMisses(in: text(words)).isEmpty, "\(words)")
    }
    #expect(neighbours.corrections(in: text("普陀区民政局")).isEmpty)
  }

  @Test func correctionsOfAMisprintedName() throws {
    let neighbours = try #require(DepartmentNeighbours(of: DepartmentName("普陀区才政局")))
    #expect(neighbours.corrections(in: text("普陀区财政局")) == ["普陀区财政局"])
  }

  @Test func aNameWithoutAPlaceCouldBeAnyDepartments() {
    #expect(DepartmentNeighbours(of: DepartmentName("财政局")) == nil)
  }

  private func text(_ words: String) -> ReportText {
    ReportText(words, .line(1, columns: 1...2))
  }
}
