import PageContent
import Testing

@testable import TableStructure

@Suite("Paragraphs of a text")
struct TextParagraphTests {
  @Test("Markdown's marks are taken off and remembered")
  func markup() {
    let found = blocks(
      """
      ## **第二部分 决算表**
      - 一、收入
      **其中：**基本支出 5\\*2 &lt;10&gt;&nbsp;万元
      1、<b>某项</b> <input checked="" type="checkbox"/> 是 <input type="checkbox"/> 否
      负责人：王\\*\\*，电话 138****0000
      收入 < 支出
      """
    ).compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
    #expect(
      found.map(\.text) == [
        "第二部分 决算表", "一、收入", "其中：基本支出 5*2 <10> 万元", "1、某项 ☑ 是 ☐ 否", "负责人：王**，电话 138****0000",
        "收入 < 支出",
      ])
    #expect(found.map(\.isBold) == [true, false, false, false, false, false])
    #expect(found.map(\.headingLevel) == [2, nil, nil, nil, nil, nil])
    #expect(found[0].location == .line(1, columns: 4...15))
    #expect(found[1].location == .line(2, columns: 3...6))
  }

  @Test("a sentence that the page's end cuts is one paragraph, at its first line")
  func cutSentence() {
    let cut = blocks("本中心负责全市档案的接收、整理、保管、利用和编研，并承担档案信\n\n- 3 -\n\n息化建设的日常工作。\n另一段。")
    #expect(
      paragraphs(cut) == ["本中心负责全市档案的接收、整理、保管、利用和编研，并承担档案信息化建设的日常工作。", "另一段。"])
    if case .paragraph(let first) = cut[0] { #expect(first.location.line == 1) }
    #expect(
      paragraphs(blocks("本年度收入比上年增加，主要原因是专项经费增加，全年共计支出 120.35\n\n万元，其中基本支出 20 万元。")).count == 1)
  }

  @Test(
    "what only stands below a gap stays a paragraph of its own",
    arguments: [
      "本年度收入比上年增加，主要原因是专项经费有所增加。\n\n支出也增加。",
      "负责全市档案的接收、整理、保管、利用和编研，推进信息化，\n\n2、承办其他事项。",
      "负责全市档案的接收、整理、保管、利用和编研，推进信息化\n\n（三）承办其他事项。",
      "七、一般公共预算财政拨款“三公”经费支出决算情况说明\n\n本年度支出为零。",
      "某某市档案馆关于二〇二一年度部门决算公开有关情况的说明\n\n本馆现将决算公开，内容如下。",
      "## 某某市档案馆二〇二一年度部门决算公开，以及其他有关事\n\n本馆现将决算公开。",
      "负责全市档案的接收、整理、保管、利用和编研，推进信息化\n\n注：本表反映收支。",
    ])
  func separateParagraphs(_ text: String) {
    #expect(paragraphs(blocks(text)).count == 2)
  }

  @Test("page numbers and rules are left out, amounts are not")
  func furniture() {
    #expect(
      paragraphs(blocks("概况。\n\n12\n\u{0C}职责。\n- 13 -\n— 14 —\n第 3 页 共 20 页\n第三部分\n———\n---\n-5\n100.5\n2021"))
        == ["概况。", "职责。", "第三部分", "———", "-5", "100.5", "2021"])
    #expect(paragraphs(blocks("人数\n12\n车辆")) == ["人数", "12", "车辆"])
  }
}
