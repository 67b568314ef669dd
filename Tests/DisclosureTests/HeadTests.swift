import PageContent
import TableStructure
import Testing

@testable import Disclosure

@Suite("Heads that no wording gives as printed")
struct HeadTests {
  private let title = "部门综合预算一般公共预算拨款“三公”经费及会议费、培训费支出预算表"

  private func keys(_ rows: [[String?]], without wording: String? = nil) -> [String?] {
    let text = wording.map { Catalogue.text.replacing($0, with: "") } ?? Catalogue.text
    let blocks = [paragraph("2024年部门综合预算"), paragraph(title), paragraph("单位：万元"), .table(ruled(rows))]
    let tables = DocumentRecogniser(catalogue: Catalogue.parsing(text).catalogue).tables(of: blocks)
    return tables.forms.first?.sections.first?.columns.map(\.key) ?? []
  }

  @Test("what a narrow cell shows of a head")
  func cut() {
    let found = keys([
      ["2024年", nil, nil, nil, nil], ["合计", "因公出国（", "务用车购置及运行维护", nil, "公务接待费"],
      ["^", "^", "小计", "公务用车运行维护", "^"], ["9.00", "1.00", "6.00", "5.00", "2.00"],
    ])
    #expect(found == ["total", "abroad", "vehicles", "vehicles.operation", "receptions"])
  }

  @Test("a head in new words that names all that the form states says nothing else; 合计 beside it is of more")
  func own() {
    let rows: [[String?]] = [
      ["单位名称", "合计", "某类资金安排的“三公”经费", nil, nil, "会议费", "培训费"], ["^", "^", "小计", "因公出国（境）费", "公务接待费", "^", "^"],
      ["某局", "9.00", "5.00", "3.00", "2.00", "3.00", "1.00"],
    ]
    let parts = ["total", "abroad", "receptions", "conferences", "training"]
    #expect(keys(rows) == ["overall"] + parts)
    #expect(keys(rows, without: "  column overall = 合计\n") == [nil] + parts)
  }

  @Test("two heads that name it are two parts of it")
  func twoOwn() {
    let found = keys([
      ["单位名称", "甲类资金“三公”经费", nil, "乙类资金“三公”经费", nil, "公务接待费"], ["^", "小计", "因公出国（境）费", "小计", "因公出国（境）费", "^"],
      ["某局", "5.00", "3.00", "2.00", "1.00", "1.00"],
    ])
    #expect(!found.contains("total") && !found.contains("abroad"))
  }

  @Test("beside a 小计 of its own that is not known, a head is no whole")
  func rest() {
    let rows: [[String?]] = [
      ["三公经费合计", "因公出国（境）费", nil, nil, "公务接待费"], ["^", "小计", "", "科研因公出国（境）费", "^"],
      ["9.00", "4.00", "3.00", "1.00", "5.00"],
    ]
    #expect(keys(rows).contains("abroad.general"))
    #expect(!keys(rows, without: " | 因公出国(境)费&小计").contains("abroad"))
  }

  @Test("a head over two lines below one that only says that it is this year's")
  func wrapped() throws {
    for year in ["当年", "2024年"] {
      var table = ruled([
        ["单位名称", "上年", year], ["", "因公出国", "因公出国"], ["", "（境）费用", "（境）费用"], ["某局", "1.00", "2.00"],
      ])
      table.origin = .alignment
      let header = TableHeader(TableGrid(table), catalogue: .shared, fiscalYear: 2024)
      #expect(header.paths[1...] == [["上年", "因公出国(境)费用"], ["因公出国(境)费用"]])
    }
  }

  @Test("without a title that says so, the kind of a report is that of most of its tables")
  func kind() {
    func table(_ heads: [String?]) -> Block { .table(ruled([heads, heads.map { $0 == "项目" ? "某局" : "1.00" }])) }
    let blocks: [Block] = [
      paragraph("财政拨款“三公”经费支出情况表"), paragraph("单位：万元"),
      table(["合计", "因公出国（境）费", "公务用车购置及运行费", "公务接待费"]),
      paragraph("部门收入总体情况表"), paragraph("单位：万元"), table(["项目", "合计", "一般公共预算拨款收入", "其他收入"]),
      paragraph("部门支出总体情况表"), paragraph("单位：万元"), table(["项目", "合计", "基本支出", "项目支出"]),
    ]
    let forgetful = Catalogue.text.replacing("  title 财政拨款三公经费支出情况表\n", with: "")
    for text in [Catalogue.text, forgetful] {
      let tables = DocumentRecogniser(catalogue: Catalogue.parsing(text).catalogue).tables(of: blocks)
      #expect(tables.forms.map(\.form).allSatisfy { $0.hasPrefix("budget") })
    }
  }
}
