import Audit
import Disclosure
import Testing

/// Amounts that are of something else than the table's total that bears their name, and near twins that contradict it.
@Suite("what an amount is of") struct HabitTests {
  private static let head = "# 云泽市清河县水务局2023年度部门决算\n\n## 第二部分　2023年度部门决算表\n\n"

  private static let tables = """
    收入决算表

    部门：云泽市清河县水务局        单位：万元

    科目编码\t科目名称\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t经营收入\t附属单位上缴收入\t其他收入
    合计\t\t145.00\t125.00\t\t\t\t\t20.00
    213\t农林水支出\t145.00\t125.00\t\t\t\t\t20.00

    支出决算表

    部门：云泽市清河县水务局        单位：万元

    科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t对附属单位补助支出
    合计\t\t145.00\t80.00\t65.00\t\t\t
    213\t农林水支出\t145.00\t80.00\t65.00\t\t\t

    一般公共预算财政拨款支出决算表

    部门：云泽市清河县水务局        单位：万元

    科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
    合计\t\t110.00\t80.00\t30.00
    213\t农林水支出\t110.00\t80.00\t30.00

    政府性基金预算财政拨款收入支出决算表

    部门：云泽市清河县水务局        单位：万元

    科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出小计\t基本支出\t项目支出\t年末结转和结余
    合计\t\t\t15.00\t15.00\t\t15.00\t

    ## 第三部分　2023年度部门决算情况说明


    """

  private func errors(_ heading: String, _ sentence: String) throws -> [String] {
    let text = Self.head + Self.tables + "一、\(heading)\n\n\(sentence)\n"
    let document = try DocumentReader().document(from: Array(text.utf8), name: "report.txt")
    return Auditor.report(on: document).findings.filter { $0.severity == .error }.map(\.message)
  }

  @Test(
    "an amount of another source of money, of a project or of one unit accuses no table",
    arguments: [
      ("财政拨款支出用途情况", "2023年财政拨款支出125.00万元，其中：基本支出80.00万元，项目支出45.00万元。"),
      ("支出决算结构情况", "2023年本年支出145.00万元，其中：基本支出80.00万元，项目支出65.00万元。"),
      ("项目安排明细情况", "1．河道清淤项目（实施单位：云泽市清河县水务局（本级））支出财政拨款20.00万元。"),
      ("各单位情况", "云泽市清河县水务局（本级）2023年财政拨款支出70.00万元，其中：基本支出50.00万元，项目支出20.00万元。"),
      ("各单位情况", "云泽市清河县水务服务中心2023年财政拨款支出40.00万元，其中：基本支出30.00万元，项目支出10.00万元。"),
    ])
  func sound(heading: String, sentence: String) throws {
    #expect(try errors(heading, sentence) == [])
  }

  @Test(
    "an amount that no reading explains contradicts the table",
    arguments: [
      ("财政拨款支出用途情况", "2023年项目支出46.00万元。"),
      ("支出决算结构情况", "2023年基本支出81.00万元。"),
      ("收入决算情况", "云泽市清河县水务局2023年财政拨款收入120.00万元。"),
    ])
  func contradicting(heading: String, sentence: String) throws {
    #expect(try errors(heading, sentence).count == 1)
  }

  @Test("a column of what is carried over is what two tables of one class differ by", arguments: [(true), (false)])
  func carriedOn(isExplained: Bool) throws {
    let carried = isExplained ? "10.00" : "9.00"
    let project = isExplained ? "50.00" : "51.00"
    let text = """
      # 云泽市清河县水务局2023年部门预算

      ## 第二部分　2023年部门预算表

      收支预算总表

      部门：云泽市清河县水务局        单位：万元

      收入\t\t支出\t
      项目\t预算数\t项目\t预算数
      一、一般公共预算拨款收入\t140.00\t一、农林水支出\t130.00
      本年收入合计\t140.00\t本年支出合计\t130.00
      \t\t结转下年\t10.00
      收入总计\t140.00\t支出总计\t140.00

      支出预算总表

      部门：云泽市清河县水务局        单位：万元

      科目编码\t科目名称\t合计\t基本支出\t项目支出\t结转下年
      合计\t\t140.00\t80.00\t\(project)\t\(carried)
      213\t农林水支出\t140.00\t80.00\t\(project)\t\(carried)
      """
    let document = try DocumentReader().document(from: Array(text.utf8), name: "report.txt")
    let found = Auditor.report(on: document).findings.filter { $0.rule == "identity.budgetExpenditure.classes" }
    #expect(found.isEmpty == isExplained)
  }
}
