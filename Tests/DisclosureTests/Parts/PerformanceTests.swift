import PageContent
import TableStructure
import Testing

@testable import Disclosure

extension Quantity {
  fileprivate var printed: String { text + (unit ?? "") }
}

extension PerformanceExecution {
  fileprivate var summary: String {
    let figures = [initialBudget, budget, executed, rate, maximum, score].map { $0?.printed ?? "·" }
    return (isPart ? "- " : "") + label + " " + figures.joined(separator: " ")
  }
}

extension PerformanceIndicator {
  fileprivate var summary: String {
    "\(goal.map { "\($0) " } ?? "")\(levels.joined(separator: "/")) \(target) \(actual) "
      + "\(maximum?.printed ?? "·") \(score?.printed ?? "·")"
  }
}

@Suite("Tables of self-evaluation") struct PerformanceTests {
  /// The form of the ministry, with merged cells.
  private static let national = ruledTable([
    ["项目名称", "河道保洁", ">", ">", ">", ">", ">", ">"],
    ["主管部门", "某区水务局", ">", ">", "实施单位", "某区河道管理所", ">", ">"],
    ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["^", "年度资金总额", "60.00", "50.00", "40.00", "10", "80.00%", "8"],
    ["^", "其中：当年财政拨款", "60.00", "50.00", "40.00", "—", "80.00%", "—"],
    ["^", "其他资金", "", "", "", "—", "", "—"],
    ["年度总体目标", "预期目标", ">", ">", "实际完成情况", ">", ">", ">"],
    ["^", "全年保洁不间断", ">", ">", "已完成", ">", ">", ">"],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["^", "产出指标", "数量指标", "保洁河道长度", "≥20公里", "22公里", "50", "50"],
    ["^", "^", "^", "打捞次数", "365次", "360次", "20", "19.5"],
    ["^", "效益指标", "生态效益指标", "水质", "好转", "好转", "20", "20"],
    ["总分", ">", ">", ">", ">", ">", "100", "97.5"],
  ])

  /// Text set in columns has no rules: a head below nothing reaches up into the row of names.
  @Test func headsThatReachIntoTheRowAbove() throws {
    let table = ruledTable([
      ["项目名称", "河道保洁", "年初预算数", "全年预算数", "主管部门", "某区水务局", ">", "得分"],
      ["项目资金（万元）", "^", "^", "^", "全年执行数", "分值", "执行率", "^"],
      ["", "年度资金总额", "60.00", "50.00", "40.00", "10", "80.00%", "8"],
      ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["", "产出指标", "数量指标", "保洁河道长度", "≥20公里", "22公里", "90", "89.5"],
      ["总分", "", "", "", "", "", "100", "97.5"],
    ])
    let evaluation = try #require(PerformanceReader.read([table], title: "项目支出绩效自评表")).evaluation
    #expect(evaluation.name == "河道保洁")
    #expect(evaluation.execution.map(\.summary) == ["年度资金总额 60.00万元 50.00万元 40.00万元 80.00% 10 8"])
    #expect(evaluation.indicators.map(\.summary) == ["产出指标/数量指标/保洁河道长度 ≥20公里 22公里 90 89.5"])
  }

  /// Text may lose the merged cell beside the indicators: their rows begin one column further left than their heads.
  @Test func indicatorsWithoutTheCellBesideThem() throws {
    var table = ruledTable([
      ["项目名称", "河道保洁", "", "", "", "", "", ""],
      ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", ""],
      ["年度资金总额", "60.00", "50.00", "40.00", "10", "80.00%", "8", ""],
      ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "保洁河道长度", "≥20公里", "22公里", "90", "89.5", ""],
      ["总分", "100", "97.5", "", "", "", "", ""],
    ])
    table.origin = .tabs
    let evaluation = try #require(PerformanceReader.read([table], title: "项目支出绩效自评表")).evaluation
    #expect(evaluation.indicators.map(\.summary) == ["产出指标/数量指标/保洁河道长度 ≥20公里 22公里 90 89.5"])
  }

  @Test func theMinistrysForm() throws {
    let evaluation = try #require(PerformanceReader.read([Self.national], title: "项目支出绩效自评表")).evaluation
    #expect(evaluation.subject == .project && evaluation.name == "河道保洁" && !evaluation.scoresByRate)
    #expect(
      evaluation.execution.map(\.summary) == [
        "年度资金总额 60.00万元 50.00万元 40.00万元 80.00% 10 8", "- 其中：当年财政拨款 60.00万元 50.00万元 40.00万元 80.00% · ·",
      ])
    #expect(evaluation.goals.map(\.text) == ["全年保洁不间断"] && evaluation.goals.map(\.outcome) == ["已完成"])
    #expect(
      evaluation.indicators.map(\.summary) == [
        "0 产出指标/数量指标/保洁河道长度 ≥20公里 22公里 50 50", "0 产出指标/数量指标/打捞次数 365次 360次 20 19.5",
        "0 效益指标/生态效益指标/水质 好转 好转 20 20",
      ])
    #expect(evaluation.maximum?.text == "100" && evaluation.score?.text == "97.5")
    #expect(evaluation.spending?.executed?.yuan == ExactNumber(mantissa: 400_000, scale: 0))
    #expect(evaluation.spending?.score?.location.box?.x0 == 350)
  }

  @Test func goesOnOnTheNextPage() throws {
    let rows = Self.national.rowCount
    let first = ruledTable([
      ["项目名称", "河道保洁", ">", ">", ">", ">", ">"],
      ["项目资金（万元）", "", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["^", "年度资金总额", "50", "40", "10", "80%", "8"],
      ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "完成值", "得分"],
      ["^", "产出指标", "数量指标", "保洁河道长度", "20", "22", "50"],
    ])
    // Two columns fewer, at the places that the rulings of the first page have.
    let rest = ruledTable(
      [["", "打捞次数", "365次", "360次", "19.5"], ["总分", ">", ">", ">", "77.5"]], page: 2,
      boundaries: [0, 150, 200, 250, 300, 350])
    #expect(rows == 13 && PerformanceReader.goesOn([first], with: rest))
    let evaluation = try #require(PerformanceReader.read([first, rest], title: nil)).evaluation
    #expect(evaluation.indicators.map(\.summary).last == "产出指标/数量指标/打捞次数 365次 360次 · 19.5")
    #expect(evaluation.score?.text == "77.5" && evaluation.pages == [1, 2])
    // A table of something else, and another project's.
    #expect(!PerformanceReader.goesOn([first], with: ruledTable([["序号", "单位名称"], ["1", "某所"]])))
    #expect(!PerformanceReader.goesOn([first], with: first))
  }

  @Test func aNameThatAPageCut() throws {
    var table = ruledTable([
      ["项目名称", "河道保洁", ">", ">", ">"],
      ["项目资金", "", "全年预算数", "全年执行数", "得分"],
      ["（万元）", "年度资金总额", "50", "40", "8"],
      ["绩效指标", "一级指标", "三级指标", "指标值", "得分"],
      ["^", "满意度指", "居民对河道保洁的满", "90%", "10"],
      ["", "标", "意度", "", ""],
      ["", "", "商户满意度", "90%", "9"],
    ])
    table.breaks = [5]
    let evaluation = try #require(PerformanceReader.read([table], title: nil)).evaluation
    #expect(evaluation.indicators.map(\.summary) == ["满意度指标/居民对河道保洁的满意度 90%  · 10", "满意度指标/商户满意度 90%  · 9"])
    // The unit stands beside the rows, not above them.
    #expect(evaluation.spending?.budget?.printed == "50万元")
  }

  @Test func aTextWhoseRowsStandBesideTheirHeads() throws {
    let document = try report(
      """
      # 某区档案馆2021年度部门决算

      ## 2021年度区档案馆整体绩效自评结果

      部门名称\t\t某区档案馆\t\t\t\t
      基本支出总额\t\t300.5 万元\t\t项目支出总额\t99.5 万元\t
      预算执行情况 (万元) (20 分)\t\t预算数 (A)\t执行数 (B)\t执行率 (B/A)\t得分 (20 分*执行率)\t
      \t\t部门整体支出总额\t410\t400\t97.56%\t19.5
      年度目标 1\t\t馆藏数字化\t\t\t\t
      年度绩效指标\t一级指标\t二级指标\t三级指标\t年初目标值 (A)\t实际完成值 (B)\t得分
      \t产出指标\t数量指标\t扫描页数\t10万页\t12万页\t40
      \t\t质量指标\t差错率\t<1%\t0.5%\t
      年度目标 2\t\t查阅服务\t\t\t\t
      年度绩效指标\t一级指标\t二级指标\t三级指标\t年初目标值 (A)\t实际完成值 (B)\t得分
      \t效益指标\t社会效益指标\t查阅人次\t5000\t5100\t38

      \t满意度指标\t满意度指标\t查阅者满意度\t90%\t95%\t18
      总分\t\t97\t\t\t\t

      结束语。
      """)
    let evaluation = try #require(document.performance.first)
    #expect(document.performance.count == 1 && evaluation.subject == .department && evaluation.scoresByRate)
    #expect(evaluation.basicExpenditure?.printed == "300.5万元" && evaluation.projectExpenditure?.printed == "99.5万元")
    #expect(evaluation.execution.map(\.summary) == ["部门整体支出总额 · 410万元 400万元 97.56% 20分 19.5"])
    #expect(evaluation.goals.map(\.text) == ["馆藏数字化", "查阅服务"])
    #expect(
      evaluation.indicators.map(\.summary) == [
        "0 产出指标/数量指标/扫描页数 10万页 12万页 · 40", "0 产出指标/质量指标/差错率 <1% 0.5% · ·",
        "1 效益指标/社会效益指标/查阅人次 5000 5100 · 38", "1 满意度指标/满意度指标/查阅者满意度 90% 95% · 18",
      ])
    #expect(evaluation.score?.text == "97" && evaluation.maximum == nil)
    #expect(
      document.unrecognisedTables.isEmpty && document.otherTables.allSatisfy { $0.form == PerformanceTables.form })
  }

  @Test func headsBesideTheirFigures() throws {
    let table = ruledTable([
      ["项目名称", "节水宣传", ">", ">", ">"],
      ["预算执行情况（万元）", "预算数：", "82.00", "执行数：", "82.00"],
      ["^", "其中：财政拨款", "82.00", "其中：财政拨款", "82.00"],
      ["绩效指标", "一级指标", "三级指标", "预期指标值", "实际完成指标值"],
      ["^", "产出指标", "宣传场次", "6场", "7场"],
    ])
    let evaluation = try #require(PerformanceReader.read([table], title: nil)).evaluation
    #expect(evaluation.execution.map(\.summary) == ["预算数： · 82.00万元 82.00万元 · · ·"])
    #expect(evaluation.indicators.map(\.summary) == ["产出指标/宣传场次 6场 7场 · ·"])
  }

  @Test func measuresAndUnitsInColumnsOfTheirOwn() throws {
    let table = ruledTable([
      ["项目名称", "监测", ">", ">", ">", ">", ">", ">"],
      ["预算执行情况（10分）", "年度预算数（万元）", "年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分"],
      ["^", "总额", "5.00", "4.00", "4.00", "100%", "10", "10"],
      ["绩效指标", "一级指标", "三级指标", "指标性质", "指标值", "度量单位", "权重", "得分"],
      ["^", "产出指标", "站点", "≥", "24", "个", "90", "优"],
      ["合计", ">", ">", ">", ">", ">", "100", ""],
    ])
    let read = try #require(PerformanceReader.read([table], title: nil))
    #expect(read.evaluation.execution.map(\.summary) == ["总额 5.00万元 4.00万元 4.00万元 100% 10 10"])
    #expect(read.evaluation.indicators.map(\.summary) == ["产出指标/站点 ≥24个 · 90 ·".replacing(" · 90", with: "  90")])
    #expect(read.evaluation.maximum?.text == "100" && read.evaluation.score == nil)
    #expect(read.problems.map(\.detail) == ["优"])
  }

  @Test func aListOfProjects() throws {
    let table = ruledTable([
      ["序号", "项目名称", "全年预算数（万元）", "全年执行数（万元）", "执行率", "自评得分"],
      ["1", "河道保洁", "50.00", "40.00", "80%", "95.5"], ["2", "节水宣传", "8", "8", "100%", "99"],
      ["合计", ">", "58.00", "48.00", "", ""],
    ])
    let evaluations = try #require(PerformanceList.evaluations(in: table, title: "自评结果汇总表"))
    #expect(evaluations.map(\.name) == ["河道保洁", "节水宣传"] && evaluations.map(\.score?.text) == ["95.5", "99"])
    #expect(evaluations[0].execution.map(\.summary) == ["河道保洁 · 50.00万元 40.00万元 80% · ·"])
    // A budget's projects have no scores.
    #expect(PerformanceList.evaluations(in: ruledTable([["项目名称", "预算数"], ["保洁", "5分"]]), title: nil) == nil)
  }

  @Test func isToldByItsHeadsWithoutATitle() {
    #expect(PerformanceReader.claims(Self.national))
    // Targets without scores are a budget's.
    #expect(
      !PerformanceReader.claims(
        ruledTable([["一级指标", "二级指标", "三级指标", "指标值"], ["产出指标", "数量指标", "次数", "5分钟内"]])))
  }
}

@Suite("The catalogue of other parts") struct PartWordingTests {
  @Test func hasNoStatementThatIsNotUnderstood() {
    #expect(PartWording.shared.problems.isEmpty)
    #expect(PartWording.shared.key(of: "实际完成值", "head.") == .headActual)
    #expect(PartWording.shared.key(of: "河道", "head.") == nil)
  }
}
