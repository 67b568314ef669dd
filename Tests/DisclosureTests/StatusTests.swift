import Testing

@testable import Disclosure

@Suite("Present, declared empty, blank")
struct StatusTests {
  private func fund(_ rows: [[String?]], notes: String...) throws -> FormTable {
    try #require(
      document(
        "政府性基金预算财政拨款收入支出决算表", "单位：万元",
        table: [
          ["科目编码", "科目名称", "年初结转和结余", "本年收入", "本年支出", nil, nil, "年末结转和结余"],
          ["^", "^", "^", "^", "小计", "基本支出", "项目支出", "^"],
        ] + rows, notes: notes
      ).table("governmentFund"))
  }

  private let blank: [[String?]] = [["", "合计", "", "", "", "", "", ""], ["", "", "", "", "", "", "", ""]]

  @Test("blank without a word")
  func blankTable() throws {
    let form = try fund(blank)
    #expect(form.status == .blank && form.notes.isEmpty)
    #expect(form.sections[0].keys == ["opening", "income", "total", "basic", "project", "closing"])
  }

  @Test(
    "blank, and said to be",
    arguments: [
      "注：本表无数据。", "说明：本部门本年度无政府性基金预算财政拨款收入和支出。", "本表为空表。", "备注：本单位没有政府性基金预算财政拨款收支，故本表为空。", "注：本年度未发生此项支出。",
      "本部门2023年度没有政府性基金预算财政拨款收入、支出。", "无", "注：我单位不存在政府性基金预算拨款。",
    ])
  func declared(_ note: String) throws {
    let form = try fund(blank, notes: note)
    #expect(form.status == .declaredEmpty)
    #expect(form.notes.map(\.text) == [note])
  }

  @Test("declared in a row of the table itself")
  func declaredInside() throws {
    let form = try fund([["本部门2023年度无政府性基金预算财政拨款收支，本表无数据。", nil, nil, nil, nil, nil, nil, nil]])
    #expect(form.status == .declaredEmpty && form.notes.count == 1)
  }

  @Test("a note that says nothing of emptiness leaves it blank")
  func otherNote() throws {
    let form = try fund(blank, notes: "注：本表反映部门本年度政府性基金预算财政拨款收入、支出及结转结余情况。")
    #expect(form.status == .blank && form.notes.count == 1)
  }

  @Test("zeros and dashes are printed: the table is present")
  func zeros() throws {
    for text in ["0.00", "0", "—"] {
      #expect(try fund([["", "合计", text, text, text, text, text, text]]).status == .present)
    }
    // A note of the standard wording does not empty a table that has figures.
    let form = try fund([["", "合计", "", "", "1.00", "", "1.00", ""]], notes: "注：本表无数据的单元格为空。")
    #expect(form.status == .present)
  }

  @Test("notes are what follows as notes; the narrative is none")
  func notes() {
    let found = document(
      of: [
        paragraph("支出决算表"), paragraph("单位：万元"),
        .table(ruled([["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"], ["", "合计", "1.00", "1.00", ""]])),
        paragraph("注：1.本表反映部门本年度各项支出情况。"), paragraph("2.本表金额转换为万元时，因四舍五入可能存在尾差，口径一致。"),
        paragraph("1栏各行=（2+3）栏各行。"), paragraph("第三部分 决算情况说明"), paragraph("一、收入支出总体情况"),
      ])
    #expect(found.tables.first?.notes.count == 3)
  }

  @Test(
    "the title of the next table is no note, whatever its words and its remark",
    arguments: ["十二、机关运行经费支出预算表", "十二、机关运行经费支出预算表（单位：万元）", "2.机关运行经费情况表（表12）（单位：元）"])
  func titleBelow(_ title: String) throws {
    let form = try fund(blank, notes: "本表无数据。", title)
    #expect(form.status == .declaredEmpty && form.notes.count == 1)
  }

  @Test("formulas below a table", arguments: ["27行=(1+2+3)行", "第8行=(5+6+7)行", "1栏各行=(2+3)栏各行"])
  func formulas(_ text: String) {
    #expect(Note.isFormula(text))
    #expect(!Note.isFormula("本年支出=基本支出+项目支出") && !Note.isFormula("") && !Note.isFormula("=行"))
  }

  @Test("blanks around Latin signs are no part of a note, those between words are")
  func blanksOfNotes() throws {
    let form = try fund(blank, notes: "注： 27 行 = (1+2) 行， 见 Excel table 3 。")
    #expect(form.notes.map(\.text) == ["注：27行=(1+2)行，见Excel table 3。"])
  }
}
