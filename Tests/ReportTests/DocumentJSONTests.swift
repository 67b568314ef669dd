import Disclosure
import Report
import Testing

struct DocumentJSONTests {
  @Test func isDeterministic() {
    #expect(DocumentJSON.encode(Sample.document) == DocumentJSON.encode(Sample.document))
    #expect(ReportJSON.encode(Sample.report) == ReportJSON.encode(Sample.report))
  }

  @Test func writesATextDocument() {
    #expect(
      String(decoding: DocumentJSON.encode(Sample.text), as: UTF8.self) == #"""
        {
          "format": "juesuan/1",
          "source": { "name": "report.txt", "sha256": "f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0", "mediaType": "text/plain", "pageCount": null },
          "department": null,
          "fiscalYear": null,
          "kind": null,
          "scope": null,
          "publishedOn": null,
          "content": null,
          "contents": [
            { "form": "income", "text": "收入决算表", "line": 2, "columns": [1, 5] }
          ],
          "tables": [
            {
              "form": "stateCapital", "number": null, "title": "国有资本经营预算财政拨款支出决算表", "unit": "元", "status": "present", "pages": [],
              "department": null,
              "location": { "line": 5, "columns": [1, 36] },
              "titleLocation": { "line": 3, "columns": [1, 17] },
              "notes": [
                "注：以元为单位"
              ],
              "noteLocations": [
                { "line": 9, "columns": [1, 7] }
              ],
              "sections": [
                {
                  "side": null,
                  "columns": [
                    { "key": "total", "header": ["合计"], "number": null }
                  ],
                  "rows": [
                    {
                      "role": "item", "lineNumber": null, "code": "2230105", "name": "国有企业棚户区改造支出", "item": null, "line": 7, "columns": [1, 18],
                      "cells": [
                        { "text": "1,511.9", "yuan": 1511.90, "line": 7, "columns": [30, 36] }
                      ]
                    }
                  ]
                }
              ]
            }
          ],
          "missingTables": [],
          "otherTables": [],
          "unrecognisedTables": [
            {
              "title": null, "pages": [], "rows": 1, "columns": 1,
              "location": { "line": 20, "columns": [1, 1] },
              "cells": [
                { "row": 0, "column": 0, "rowSpan": 1, "columnSpan": 1, "text": "甲", "line": 20, "columns": [1, 1] }
              ]
            }
          ],
          "profile": {
            "functions": [],
            "units": [],
            "personnel": []
          },
          "performance": [],
          "tableOfContents": [],
          "tasks": [],
          "glossary": [],
          "paragraphs": [],
          "narrativeSections": [],
          "narrativeSentences": [],
          "narrative": [],
          "narrativeLists": [],
          "narrativeStatements": [],
          "narrativeDates": [],
          "unreadSentences": [],
          "leftOut": [
            { "reason": "pageNumber", "count": 2, "lines": [4, 19], "texts": ["1", "2"] }
          ],
          "problems": [
            { "kind": "missingUnit", "detail": "国有资本经营预算财政拨款支出决算表", "line": 3, "columns": [1, 17] }
          ]
        }

        """#)
  }

  /// A leaf stands on a line of its own: a changed figure is one changed line.
  @Test(arguments: [
    #"{ "text": "1,511.90", "yuan": 15119000.00, "page": 8, "box": [300, 140, 340.13, 152] },"#,
    #"{ "text": "-", "yuan": null, "page": 8, "box": [350, 140, 390.13, 152] },"#,
    #"{ "text": "12", "yuan": null, "unit": null, "page": 8, "box": [400, 140, 440, 152] }"#,
    #"{ "text": "-0.05", "yuan": -500.00, "page": 8, "box": [300, 140, 340.13, 152] },"#,
    #"{ "text": "1511.950001", "yuan": 15119500.01, "page": 8, "box": [300, 140, 340.13, 152] },"#,
    #"{ "text": "0.00", "yuan": 0.00, "page": 8, "box": [400, 140, 440.13, 152] }"#,
    #"{ "key": null, "header": ["其他", "利息"], "number": null },"#,
    #""role": "item", "lineNumber": null, "code": "2010601", "name": "行政运行", "item": null, "ofWhich": true, "page": 9, "box": [72, 154, 100, 166],"#,
    #""form": "income", "number": 2, "title": "收入决算表", "unit": "万元", "status": "present", "pages": [8, 9],"#,
    #"{ "kind": "deadline", "detail": "2 pages", "page": null, "box": null }"#,
    #""“-”表示无数据。\u0007\"\\""#,
  ])
  func writesLeavesOnLines(_ line: String) {
    let lines = String(decoding: DocumentJSON.encode(Sample.document), as: UTF8.self).split(separator: "\n")
    #expect(lines.contains { $0.drop { $0 == " " } == line })
  }

  @Test func writesAReport() {
    #expect(
      String(decoding: ReportJSON.encode(Sample.report), as: UTF8.self) == #"""
        {
          "format": "juesuan-report/1",
          "document": {
            "name": "示例局2024年度部门决算.pdf",
            "sha256": "0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a0a",
            "mediaType": "application/pdf",
            "pageCount": 26,
            "department": "示例市示例局",
            "fiscalYear": 2024,
            "kind": "finalAccounts",
            "scope": "department",
            "publishedOn": "2025-08-29"
          },
          "summary": {
            "passed": 340,
            "failed": 1,
            "rounding": 1,
            "notEvaluable": 3,
            "notApplicable": 2,
            "errors": 1,
            "warnings": 1,
            "infos": 1
          },
          "findings": [
            {
              "rule": "income.columns",
              "severity": "error",
              "message": "收入决算表“行政运行”行：各项收入之和 1,511.95 与本年收入合计 1,511.90 不符",
              "expected": "1511.95", "actual": "1511.90", "difference": "-0.05", "tolerance": "0.02",
              "evidence": [
                { "page": 8, "box": [300, 140, 340.13, 152], "table": "收入决算表", "row": "合计", "column": "本年收入合计", "text": "1,511.90" },
                { "page": 9, "box": [300, 140, 340.13, 152], "table": "收入决算表", "row": "行政运行", "column": "本年收入合计", "text": "" }
              ]
            },
            {
              "rule": "tables.missing",
              "severity": "warning",
              "message": "目录列有支出决算表，文中没有",
              "expected": null, "actual": null, "difference": null, "tolerance": null,
              "evidence": [
                { "page": null, "box": null, "table": "支出决算表", "row": null, "column": null, "text": "" }
              ]
            },
            {
              "rule": "expenditure.sum",
              "severity": "info",
              "message": "尾差",
              "expected": "10.01", "actual": "10.00", "difference": "0.01", "tolerance": "0.02",
              "evidence": [
                { "line": 12, "columns": [3, 8], "table": "支出决算表", "row": "合计", "column": "基本支出", "text": "10.00" }
              ]
            }
          ],
          "checks": [
            { "rule": "income.columns", "outcome": "failed", "reason": null, "count": 1 },
            { "rule": "income.columns", "outcome": "passed", "reason": null, "count": 340 },
            { "rule": "expenditure.sum", "outcome": "rounding", "reason": null, "count": 1 },
            { "rule": "income-expenditure", "outcome": "notEvaluable", "reason": "文中没有支出决算表", "count": 3 },
            { "rule": "budget.forms", "outcome": "notApplicable", "reason": "不是预算", "count": 2 }
          ],
          "disclosure": [
            { "item": "income", "name": "收入决算表", "status": "disclosed", "duty": "required", "basis": "某法第一条", "reason": null, "page": 8, "box": [200, 60, 400, 80], "text": "收入决算表" },
            { "item": "governmentFund", "name": "政府性基金表", "status": "declaredEmpty", "duty": "required", "basis": "某法第一条", "reason": null, "line": 12, "columns": [3, 8], "text": "没有政府性基金" },
            { "item": "expenditure", "name": "支出决算表", "status": "missing", "duty": "required", "basis": "某法第一条；某规程", "reason": null, "page": null, "box": null, "text": "" },
            { "item": "stateAssets", "name": "国有资产占用", "status": "missing", "duty": "gradual", "basis": "某规程", "reason": null, "page": null, "box": null, "text": "" },
            { "item": "functions", "name": "部门职责", "status": "notRead", "duty": "required", "basis": "某规程", "reason": "文字说明不在本文件", "page": null, "box": null, "text": "" },
            { "item": "glossary", "name": "名词解释", "status": "notRead", "duty": "required", "basis": "某规程", "reason": "文字说明不在本文件", "page": null, "box": null, "text": "" },
            { "item": "stateCapital", "name": "国有资本表", "status": "notApplicable", "duty": "required", "basis": "某规程", "reason": "2020年度起公开", "page": null, "box": null, "text": "" }
          ]
        }

        """#)
  }
}
