import PageContent
import Testing

@testable import Disclosure

@Suite("Contents, tasks and glossary") struct OtherPartsTests {
  private static let text = """
    # 某局2023年度部门决算

    # 目 录

    第一部分 某局概况......1
    一、主要职能......1
    二、机构设置……2
    第二部分
    2023年度部门决算表......3
    一、收入支出决算总表（表1）
    十、一般公共预算财政拨款“三公”经费支出决算
    情况说明......12
    第三部分 名词解释

    第一部分

    某局概况

    一、主要职能

    1. 负责档案工作。

    第二部分 重点工作完成情况

    序号\t重要事项\t工作内容及目标\t完成情况
    1\t馆藏数字化\t扫描十万页\t已扫描十二万页
    2\t查阅服务\t\t全年接待五千人次

    第三部分 名词解释

    一、财政拨款收入：指本级财政当年拨付的
    资金。

    二、支出功能分类科目

    1、一般公共服务（类）：反映政府提供一般公共服务的支出。

    2、教育（类）：反映教育支出。

    三、机关运行经费是指为保障运行的资金，
    包括：1.办公费；2.印刷费。

    本页以下无正文。
    """

  @Test func contentsAreAllLines() throws {
    let lines = try report(Self.text).tableOfContents
    #expect(
      lines.map { "\($0.number ?? "-") \($0.text) \($0.page.map(String.init) ?? "-")" } == [
        "第一部分 某局概况 1", "一 主要职能 1", "二 机构设置 2", "第二部分 2023年度部门决算表 3", "一 收入支出决算总表（表1） -",
        "十 一般公共预算财政拨款“三公”经费支出决算情况说明 12", "第三部分 名词解释 -",
      ])
  }

  @Test func tasks() throws {
    let document = try report(Self.text)
    #expect(document.tasks.map(\.name) == ["馆藏数字化", "查阅服务"])
    #expect(document.tasks.map(\.number) == ["1", "2"])
    #expect(document.tasks.map(\.content) == ["扫描十万页", nil])
    #expect(document.tasks.map(\.outcome) == ["已扫描十二万页", "全年接待五千人次"])
    #expect(document.otherTables.map(\.form) == ["mainTasks"])
  }

  @Test func theGlossary() throws {
    let entries = try report(Self.text).glossary
    #expect(
      entries.map { "\($0.number ?? "-") \($0.term) | \($0.definition)" } == [
        "一 财政拨款收入 | 本级财政当年拨付的资金。", "1 一般公共服务（类） | 反映政府提供一般公共服务的支出。", "2 教育（类） | 反映教育支出。",
        "三 机关运行经费 | 为保障运行的资金，包括：1.办公费；2.印刷费。",
      ])
  }

  @Test func aReportWithoutThemHasNone() throws {
    let document = try report("# 某局2023年度部门决算\n\n本部门无收支。")
    #expect(document.tableOfContents.isEmpty && document.tasks.isEmpty && document.glossary.isEmpty)
    #expect(document.profile == DepartmentProfile())
  }
}
