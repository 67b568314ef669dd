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

  @Test func nearMisses() {
    let name = DepartmentName("普陀区财政局")
    #expect(name.nearMisses(in: "由普陀区才政局和普陀区财致局负责") == ["普陀区才政局", "普陀区财致局"])
    for text in ["普陀区财政局", "普陀区民政局", "普陀区审计局", "普陀市财政局", "才政局", "普陀区政府", "普陀区财政处和其他"] {
      #expect(name.nearMisses(in: text).isEmpty, "\(text)")
    }
    #expect(DepartmentName("普陀区才政局").corrections(in: "普陀区财政局") == ["普陀区财政局"])
    #expect(name.corrections(in: "普陀区民政局").isEmpty)
    // Without a place it could be any other department's.
    #expect(DepartmentName("财政局").nearMisses(in: "才政局").isEmpty)
  }
}
