import Audit
import Disclosure
import PageContent
import Report
import Testing

struct ReportTextTests {
  @Test func saysFirstWhatMattersMost() {
    #expect(
      ReportText().render(Sample.report) == """
        读到 3 张表，核对 342 项：发现 1 处错误、1 处提醒
        报告：示例市示例局 2024 年度部门决算
        文件：示例局2024年度部门决算.pdf（26 页）

        错误（1）
          1. 收入决算表“行政运行”行：各项收入之和 1,511.95 与本年收入合计 1,511.90 不符　[income.columns]
             应为 1511.95，实为 1511.90，相差 -0.05，允许 0.02
             第 8 页 收入决算表 “合计”行 “本年收入合计”栏：1,511.90
             第 9 页 收入决算表 “行政运行”行 “本年收入合计”栏：空白

        提醒（1）
          2. 目录列有支出决算表，文中没有　[tables.missing]
             支出决算表

        尾差（1）：四舍五入可以解释
          · 1 处　最大相差 0.01　[expenditure.sum]

        读取时的问题（2）
          数字栏里不是数字：第 8 页 “XX”
          超过时限，未读完：“2 pages”

        公开内容核对
          应公开 5 项：已公开 1 项，声明为空 1 项，缺 1 项，未读出 2 项
          逐步公开 1 项：缺 1 项
          · 缺：支出决算表　[某法第一条；某规程]
          · 缺（逐步公开）：国有资产占用　[某规程]
          · 未读出：部门职责、名词解释　（文字说明不在本文件）

        检查
          通过 340 项，不符 1 项，尾差 1 项，不能检查 3 项，不适用 2 项
          不能检查的原因：
          · 3 项：文中没有支出决算表　[income-expenditure]

        """)
  }

  @Test func saysWhatWasLeftOut() {
    var report = Sample.report
    report.document.leftOut = [
      OmittedText(reason: "watermark", count: 210, pages: [1, 2, 3, 5], texts: ["示例局公开"]),
      OmittedText(reason: "hiddenLayer", count: 1, pages: [4]),
      OmittedText(reason: "pageNumber", count: 26, pages: Array(1...26), texts: ["1", "2", "3", "4", "5"]),
    ]
    let text = ReportText().render(report)
    #expect(
      text.contains(
        """
        未作为正文读取的文字
          水印：“示例局公开” 210 处，第 1–3、5 页
          隐藏图层：1 处，第 4 页

        """))
    #expect(!text.contains("页码"))
  }

  @Test func keepsToTheWidth() {
    var random = SeededGenerator(seed: 6)
    var report = Sample.report
    report.findings[0].message = String(repeating: "收入 1,511.90，“合计”（万元）income. ", count: 9)
    for width in [20, 37, 50, 80, 100, 200] {
      for text in [
        ReportText(width: width).render(report), DocumentText(width: width).render(Sample.document),
        DocumentText(width: width).render(Sample.random(using: &random)),
      ] {
        for line in text.split(separator: "\n") {
          #expect(String(line).displayWidth <= width, "\(line)")
          #expect(line.last != " ")
        }
      }
    }
  }

  private func headline(_ findings: [Finding.Severity], _ checks: [Check.Outcome]) -> String {
    let report = AuditReport(
      document: Sample.document,
      findings: findings.map { Finding(rule: "r", severity: $0, message: "m", evidence: []) },
      checks: checks.map { Check(rule: "r", outcome: $0, count: 1) })
    return String(ReportText().render(report).prefix { $0 != "\n" }.drop { $0 != "：" }.dropFirst())
  }

  @Test func itsHeadlineSaysNoMoreThanWasChecked() {
    #expect(headline([], [.passed]) == "报表中未发现错误")
    #expect(headline([], []) == "没有一项检查能够进行")
    #expect(headline([.info], [.notEvaluable, .notApplicable]) == "没有一项检查能够进行")
    #expect(headline([.warning], [.passed]) == "报表中未发现错误，有 1 处提醒")
    #expect(headline([.error, .error], [.failed]) == "发现 2 处错误")
    #expect(headline([.error, .warning], [.failed]) == "发现 1 处错误、1 处提醒")
  }

  @Test func coloursOnlyWhereAsked() {
    #expect(!ReportText().render(Sample.report).contains("\u{1B}"))
    let coloured = ReportText(isColoured: true).render(Sample.report)
    #expect(coloured.hasPrefix("\u{1B}[1;31m读到 3 张表，核对 342 项：发现 1 处错误"))
    #expect(coloured.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == ReportText().render(Sample.report))
  }

  /// What a document prints must not command the terminal that shows it.
  @Test func passesNoControlCharacterOn() {
    var report = Sample.report
    report.document.source.name = "a\u{1B}[2Jb\r\nc\u{9B}d\u{202E}e.pdf"
    report.document.department = "\u{7}局"
    report.findings[0].evidence[0].text = "\u{1B}]0;x\u{7}"
    for text in [ReportText().render(report), DocumentText().render(report.document)] {
      #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !($0.properties.generalCategory == .control) })
      #expect(!text.unicodeScalars.contains("\u{202E}"))
      #expect(text.contains("文件：a\u{FFFD}[2Jb"))
    }
  }

  @Test func condensesRounding() {
    var report = Sample.report
    report.findings = (0..<30).map { index in
      Finding(
        rule: index < 20 ? "a.sum" : "b.sum", severity: .info, message: "尾差", difference: index == 7 ? "-0.03" : "0.01",
        evidence: [Evidence(location: Sample.box([3, 4, 5, 9][index % 4], 0, 0, 1, 1), text: "1")], isRounding: true)
    }
    let text = ReportText(ruleTitle: { $0 == "a.sum" ? "合计 Total" : nil }).render(report)
    #expect(text.contains("尾差（30）：四舍五入可以解释\n  · 20 处　最大相差 0.03　第 3–5、9 页　[合计 Total a.sum]\n  · 10 处"))
  }

  /// Outside tables a figure has a subject, not a row; quotation marks within others are inner ones.
  @Test func figuresOfTheNarrative() {
    var report = Sample.report
    report.findings = [
      Finding(
        rule: "a", severity: .error, message: "不符", expected: "", actual: "0.95",
        evidence: [
          Evidence(location: Sample.box(22, 0, 0, 1, 1), row: "“三公”经费", text: "0.95万元"),
          Evidence(location: Sample.box(8, 0, 0, 1, 1), table: "决算表", row: "“三公”经费", column: "合计", text: ""),
        ])
    ]
    let text = ReportText().render(report)
    #expect(text.contains("应为 空白，实为 0.95\n"))
    #expect(text.contains("第 22 页 “‘三公’经费”：0.95万元\n"))
    #expect(text.contains("第 8 页 决算表 “‘三公’经费”行 “合计”栏：空白\n"))
  }

  @Test func showsTheFirstOfManyPlaces() {
    var report = Sample.report
    report.findings[0].evidence = Array(repeating: report.findings[0].evidence[0], count: 11)
    #expect(ReportText().render(report).contains("另有 3 处，见 JSON 报告"))
  }

  @Test func countsWhatCouldNotBeChecked() {
    var report = Sample.report
    report.checks = (0..<14).map { Check(rule: "r", outcome: .notEvaluable, reason: "原因 \($0)", count: 2) }
    report.checks.append(Check(rule: "s", outcome: .notEvaluable, reason: "原因 0", count: 1))
    let text = ReportText().render(report)
    #expect(text.contains("· 3 项：原因 0　[r、s]\n") && text.contains("· 2 项：原因 9　[r]\n"))
    #expect(text.hasSuffix("· 另有 8 项，见 JSON 报告\n"))
  }

  @Test func describesADocument() {
    #expect(
      DocumentText().render(Sample.document) == """
        示例市示例局 2024 年度部门决算
        文件：示例局2024年度部门决算.pdf（26 页），2025-08-29 公开

        表（3）
          表 2 收入决算表                       第 8–9 页  万元  5 个数字  合计 1,511.90
          政府性基金预算财政拨款收入支出决算表  第 14 页  空表，有说明
          表 4 财政拨款收入支出决算总表         第 15 页  单位不明  1 个数字
        缺少：支出决算表

        未识别的表（1）
          政府采购情况  2 行 2 列  第 22 页

        读取时的问题（2）
          数字栏里不是数字：第 8 页 “XX”
          超过时限，未读完：“2 pages”

        """)
  }

  @Test func describesAText() {
    #expect(
      DocumentText().render(Sample.text) == """
        部门名称不明（不知是决算还是预算）
        文件：report.txt

        表（1）
          国有资本经营预算财政拨款支出决算表  第 5 行起  元  1 个数字

        未识别的表（1）
          无标题  1 行 1 列  第 20 行起

        读取时的问题（1）
          没有金额单位：第 3 行第 1–17 列 “国有资本经营预算财政拨款支出决算表”

        """)
  }
}
