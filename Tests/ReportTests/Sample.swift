import Audit
import Disclosure
import PageContent

/// Documents with every variant that the formats know.
enum Sample {
  static func box(_ page: Int, _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> Location {
    .page(page, Box(x0: x0, y0: y0, x1: x1, y1: y1))
  }

  /// A report in PDF.
  static var document: DisclosedDocument {
    DisclosedDocument(
      source: .init(
        name: "示例局2024年度部门决算.pdf", sha256: String(repeating: "0a", count: 32), mediaType: "application/pdf",
        pageCount: 26),
      department: "示例市示例局", fiscalYear: 2024, kind: .finalAccounts, scope: .department, publishedOn: "2025-08-29",
      tables: [income, declaredEmpty, withoutUnit], missingTables: ["expenditure"],
      unrecognisedTables: [unrecognised],
      contents: [ContentsEntry(form: "income", text: "二、收入决算表", location: box(2, 90, 120.5, 300.25, 134))],
      problems: [
        Problem(kind: .unreadableCell, detail: "XX", location: box(8, 300, 140, 340, 152)),
        Problem(kind: .deadline, detail: "2 pages"),
      ])
  }

  static var income: FormTable {
    func figure(_ text: String, _ x: Double) -> Figure? {
      Figure(cell: text, unit: .tenThousandYuan, location: box(8, x, 140, x + 40.126, 152.004))
    }
    return FormTable(
      form: "income", number: 2, title: "收入决算表", titleLocation: box(8, 200, 60, 400, 80), unit: .tenThousandYuan,
      status: .present, department: "示例市示例局", pages: [8, 9],
      notes: [
        .init(text: "注：本表反映部门本年度取得的各项收入情况。", location: box(9, 72, 500, 420, 512)),
        .init(text: "“-”表示无数据。\u{7}\"\\", location: box(9, 72, 514, 420, 526)),
      ],
      sections: [
        .init(
          side: nil,
          columns: [
            .init(key: "total", header: ["本年收入合计"], number: 1),
            .init(key: nil, header: ["其他", "利息"], number: nil),
            .init(key: "heads", header: ["人数"], number: 3),
          ],
          rows: [
            .init(
              role: .total, name: "合计",
              figures: [
                figure("1,511.90", 300), figure("-", 350),
                Figure(cell: "12", unit: nil, location: box(8, 400, 140, 440, 152)),
              ],
              location: box(8, 72, 140, 100, 152)),
            .init(
              role: .subtotal, lineNumber: 1, code: "20106", name: "财政事务", item: "function.201",
              figures: [figure("-0.05", 300), nil, nil], location: box(8, 72, 154, 100, 166)),
            .init(
              role: .item, code: "2010601", name: "行政运行", isOfWhich: true,
              figures: [figure("1511.950001", 300), figure("XX", 350), figure("0.00", 400)],
              location: box(9, 72, 154, 100, 166)),
          ])
      ], location: box(8, 72, 90, 523, 700))
  }

  static var declaredEmpty: FormTable {
    FormTable(
      form: "governmentFund", number: nil, title: "政府性基金预算财政拨款收入支出决算表", titleLocation: box(14, 72, 60, 523, 80),
      unit: .yuan, status: .declaredEmpty, department: nil, pages: [14],
      notes: [.init(text: "本部门没有政府性基金收支，本表为空。", location: box(14, 72, 300, 400, 312))],
      sections: [.init(side: nil, columns: [.init(key: "final", header: ["决算数"], number: nil)], rows: [])],
      location: box(14, 72, 90, 523, 280))
  }

  static var withoutUnit: FormTable {
    func figure(_ text: String) -> Figure? { Figure(cell: text, unit: nil, location: box(15, 300, 140, 340, 152)) }
    func row(_ name: String, _ text: String) -> FormTable.Row {
      .init(role: .item, lineNumber: 1, name: name, figures: [figure(text)], location: box(15, 72, 140, 200, 152))
    }
    let column = FormTable.Column(key: "final", header: ["决算数"], number: 1)
    return FormTable(
      form: "appropriationSummary", number: 4, title: "财政拨款收入支出决算总表", titleLocation: box(15, 72, 60, 523, 80),
      unit: nil, status: .present, department: nil, pages: [15], notes: [],
      sections: [
        .init(side: "income", columns: [column], rows: [row("一、一般公共预算财政拨款", "2,940.05")]),
        .init(side: "expenditure", columns: [column], rows: [row("一、一般公共服务支出", "—")]),
      ], location: box(15, 72, 90, 523, 280))
  }

  static var unrecognised: CellTable {
    CellTable(
      title: "政府采购情况", pages: [22], rowCount: 2, columnCount: 2,
      cells: [
        .init(row: 0, column: 0, rowSpan: 1, columnSpan: 2, text: "项目", location: box(22, 72, 100, 300, 120)),
        .init(row: 1, column: 0, rowSpan: 1, columnSpan: 1, text: "货物", location: box(22, 72, 120, 200, 140)),
        .init(row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: "", location: box(22, 200, 120, 300, 140)),
      ], location: box(22, 72, 100, 300, 140))
  }

  /// A report as text, with nothing told but its tables.
  static var text: DisclosedDocument {
    DisclosedDocument(
      source: .init(
        name: "report.txt", sha256: String(repeating: "f0", count: 32), mediaType: "text/plain", pageCount: nil),
      tables: [
        FormTable(
          form: "stateCapital", number: nil, title: "国有资本经营预算财政拨款支出决算表", titleLocation: .line(3, columns: 1...17),
          unit: .yuan, status: .present, department: nil, pages: [],
          notes: [.init(text: "注：以元为单位", location: .line(9, columns: 1...7))],
          sections: [
            .init(
              side: nil, columns: [.init(key: "total", header: ["合计"], number: nil)],
              rows: [
                .init(
                  role: .item, code: "2230105", name: "国有企业棚户区改造支出",
                  figures: [Figure(cell: "1,511.9", unit: .yuan, location: .line(7, columns: 30...36))],
                  location: .line(7, columns: 1...18))
              ])
          ], location: .line(5, columns: 1...36))
      ],
      unrecognisedTables: [
        CellTable(
          title: nil, pages: [], rowCount: 1, columnCount: 1,
          cells: [.init(row: 0, column: 0, rowSpan: 1, columnSpan: 1, text: "甲", location: .line(20, columns: 1...1))],
          location: .line(20, columns: 1...1))
      ],
      contents: [ContentsEntry(form: "income", text: "收入决算表", location: .line(2, columns: 1...5))],
      leftOut: [OmittedText(reason: "pageNumber", count: 2, lines: [4, 19], texts: ["1", "2"])],
      problems: [Problem(kind: .missingUnit, detail: "国有资本经营预算财政拨款支出决算表", location: .line(3, columns: 1...17))])
  }

  static var report: AuditReport {
    AuditReport(
      document: document,
      findings: [
        Finding(
          rule: "income.columns", severity: .error,
          message: "收入决算表“行政运行”行：各项收入之和 1,511.95 与本年收入合计 1,511.90 不符", expected: "1511.95", actual: "1511.90",
          difference: "-0.05", tolerance: "0.02",
          evidence: [
            Evidence(
              location: box(8, 300, 140, 340.13, 152), table: "收入决算表", row: "合计", column: "本年收入合计", text: "1,511.90"),
            Evidence(location: box(9, 300, 140, 340.13, 152), table: "收入决算表", row: "行政运行", column: "本年收入合计", text: ""),
          ]),
        Finding(
          rule: "tables.missing", severity: .warning, message: "目录列有支出决算表，文中没有",
          evidence: [Evidence(location: nil, table: "支出决算表", text: "")]),
        Finding(
          rule: "expenditure.sum", severity: .info, message: "尾差", expected: "10.01", actual: "10.00",
          difference: "0.01",
          tolerance: "0.02",
          evidence: [
            Evidence(location: .line(12, columns: 3...8), table: "支出决算表", row: "合计", column: "基本支出", text: "10.00")
          ], isRounding: true),
      ],
      checks: [
        Check(rule: "income.columns", outcome: .failed, count: 1),
        Check(rule: "income.columns", outcome: .passed, count: 340),
        Check(rule: "expenditure.sum", outcome: .rounding, count: 1),
        Check(rule: "income-expenditure", outcome: .notEvaluable, reason: "文中没有支出决算表", count: 3),
        Check(rule: "budget.forms", outcome: .notApplicable, reason: "不是预算", count: 2),
      ],
      disclosure: [
        DisclosureItem(
          item: "income", name: "收入决算表", status: .disclosed, duty: .required, basis: "某法第一条",
          location: box(8, 200, 60, 400, 80), text: "收入决算表"),
        DisclosureItem(
          item: "governmentFund", name: "政府性基金表", status: .declaredEmpty, duty: .required, basis: "某法第一条",
          location: .line(12, columns: 3...8), text: "没有政府性基金"),
        DisclosureItem(
          item: "expenditure", name: "支出决算表", status: .missing, duty: .required, basis: "某法第一条；某规程"),
        DisclosureItem(
          item: "stateAssets", name: "国有资产占用", status: .missing, duty: .gradual, basis: "某规程"),
        DisclosureItem(
          item: "functions", name: "部门职责", status: .notRead, duty: .required, basis: "某规程", reason: "文字说明不在本文件"),
        DisclosureItem(
          item: "glossary", name: "名词解释", status: .notRead, duty: .required, basis: "某规程", reason: "文字说明不在本文件"),
        DisclosureItem(
          item: "stateCapital", name: "国有资本表", status: .notApplicable, duty: .required, basis: "某规程",
          reason: "2020年度起公开"),
      ])
  }
}
