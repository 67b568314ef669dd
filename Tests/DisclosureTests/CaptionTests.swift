import PageContent
import TableStructure
import Testing

@testable import Disclosure

@Suite("What stands above a table")
struct CaptionTests {
  private func caption(_ lines: String...) -> Caption {
    let paragraphs = lines.enumerated().map {
      Paragraph(text: $0.element, location: .line($0.offset + 1, columns: 1...10))
    }
    return Caption(paragraphs[...], catalogue: .shared)
  }

  private func form(_ caption: Caption) -> String? { caption.match.map { Catalogue.shared.forms[$0.form].id } }

  @Test("title, number, department and unit, each on its line")
  func lines() {
    let found = caption("第二部分 决算表", "公开02表", "收入决算表", "部门：某某局", "金额单位：万元")
    #expect(form(found) == "income" && found.number == 2 && found.department == "某某局")
    #expect(found.unit == .tenThousandYuan && found.location?.line == 3)
  }

  @Test("a title with its remark on a line of its own")
  func remark() {
    #expect(caption("支出决算表", "（按支出功能分类科目）", "单位：元").match?.title.hasSuffix("（按支出功能分类科目）") == true)
    #expect(caption("支出决算表", "（单位：元）").match?.title == "支出决算表")
  }

  @Test("the number below the title or in it")
  func numbers() {
    #expect(caption("收入决算表", "公开02表", "单位：元").number == 2)
    #expect(caption("公开09表", "收入决算表（表 2）", "单位：元").number == 2)
    #expect(caption("收入决算表").number == nil)
  }

  @Test("department and unit in one line")
  func oneLine() {
    for line in ["部门：某某局 单位：万元", "编制单位：某某局 单位：万元", "单位名称：某某局 金额单位：万元", "公开部门:某某局　单位:万元"] {
      let found = caption("支出决算表", line)
      #expect(found.department == "某某局" && found.unit == .tenThousandYuan, "\(line)")
    }
  }

  @Test("the unit in brackets behind the department")
  func unitInBrackets() {
    let found = caption("支出决算表", "编制单位：某某局（单位：元）")
    #expect(found.department == "某某局" && found.unit == .yuan)
    #expect(caption("支出决算表", "编制单位：某某局（本级）").department == "某某局（本级）")
  }

  @Test("the label of the unit in the title's line, though its word is the title's too")
  func unitAfterTitle() {
    let found = caption("“三公”经费、行政参公单位机关运行经费情况表（表 9）（单位：万元）")
    #expect(form(found) == "threePublicExpenses" && found.number == 9 && found.unit == .tenThousandYuan)
  }

  @Test("a unit broken over two lines")
  func brokenUnit() {
    #expect(caption("收入决算表", "金额单位：万", "公开部门：某某局", "元").unit == .tenThousandYuan)
    #expect(caption("收入决算表", "单位：", "元").unit == .yuan)
    #expect(caption("收入决算表", "元").unit == .yuan)
  }

  @Test("a unit is no department")
  func unitOnly() {
    #expect(Caption.department(in: "单位：万元") == nil)
    #expect(Caption.department(in: "部门：") == nil)
    #expect(Caption.department(in: "本部门：某某局") == nil)
    #expect(Caption.department(in: "编制部门：某某市水务局（本级）") == "某某市水务局（本级）")
  }

  @Test("a title broken into two lines")
  func brokenTitle() {
    #expect(form(caption("一般公共预算财政拨款", "基本支出决算表", "单位：万元")) == "generalBudgetBasicExpenditure")
    #expect(form(caption("一般公共预算财政拨款“三公”经费", "支出决算表")) == "threePublicExpenses")
    #expect(form(caption("政府性基金预算财政拨款收入", "支出决算表")) == "governmentFund")
  }

  @Test("a title that the edge of a page cut, its rest on the next page at the same height")
  func titleCutByPage() {
    func title(rest y: Double) -> String? {
      let lines = [
        Paragraph(text: "部门“三公”经费支出", location: .page(3, Box(x0: 400, y0: 20, x1: 540, y1: 36))),
        Paragraph(text: "部门：某某局", location: .page(3, Box(x0: 50, y0: 40, x1: 120, y1: 50))),
        Paragraph(text: "公开09表", location: .page(4, Box(x0: 400, y0: 10, x1: 440, y1: 20))),
        Paragraph(text: "决算表", location: .page(4, Box(x0: 50, y0: y, x1: 98, y1: y + 16))),
      ]
      return Caption(lines[...], catalogue: .shared).match?.title
    }
    #expect(title(rest: 20) == "部门“三公”经费支出决算表" && title(rest: 30) == nil)
    // A part's heading and the title on the next page are both centred.
    let part = [
      Paragraph(text: "第二部分 2023年部门预算表", location: .page(3, Box(x0: 190, y0: 20, x1: 410, y1: 36))),
      Paragraph(text: "收入决算表", location: .page(4, Box(x0: 180, y0: 20, x1: 300, y1: 36))),
    ]
    #expect(Caption(part[...], catalogue: .shared).match?.title == "收入决算表")
    // Further columns below all rows.
    let unit = [
      Paragraph(text: "收入决算表", location: .page(3, Box(x0: 200, y0: 20, x1: 300, y1: 36))),
      Paragraph(text: "单", location: .page(3, Box(x0: 528, y0: 40, x1: 538, y1: 50))),
      Paragraph(text: "位：元", location: .page(5, Box(x0: 50, y0: 40, x1: 80, y1: 50))),
    ]
    #expect(Caption(unit[...], catalogue: .shared).unit == .yuan)
  }

  @Test("only the nearest title counts, and none beyond a sentence of the narrative")
  func nearest() {
    #expect(form(caption("收入决算表", "支出决算表", "单位：万元")) == "expenditure")
    let sentence = String(repeating: "本部门严格执行预算，压缩一般性支出，提高资金效益，", count: 3) + "完成了全年任务。"
    #expect(caption("收入决算表", sentence, "单位：万元").match == nil)
    #expect(caption().match == nil && caption("").unit == nil)
  }

  @Test("a table of another name keeps it")
  func otherTitle() {
    let found = caption("职工食堂收费情况表", "单位：万元")
    #expect(found.match == nil && found.likelyTitle == "职工食堂收费情况表")
  }
}
