import Audit
import Disclosure
import PageContent

/// The validation report for a person at a terminal: what was found first, by weight, every figure with its place; then
/// what was checked, and what could not be.
///
///     print(ReportText(width: 100).render(report), terminator: "")
public struct ReportText: Sendable {
  /// Columns of the terminal; a Chinese character takes two.
  public var width: Int
  /// Whether to mark by ANSI colours what is grave.
  public var isColoured: Bool
  /// A rule's title by its id; where it has none, the id stands alone.
  public var ruleTitle: @Sendable (String) -> String?

  public init(
    width: Int = 100, isColoured: Bool = false, ruleTitle: @escaping @Sendable (String) -> String? = { _ in nil }
  ) {
    self.width = width
    self.isColoured = isColoured
    self.ruleTitle = ruleTitle
  }

  public func render(_ report: AuditReport) -> String {
    var text = TerminalText(width: width, isColoured: isColoured)
    headline(report, to: &text)
    let rounding = report.findings.filter(\.isRounding)
    var number = 0
    for severity in [Finding.Severity.error, .warning, .info] {
      let findings = report.findings.filter { $0.severity == severity && !$0.isRounding }
      if findings.isEmpty { continue }
      text.emptyLine()
      text.paragraph("\(severity.chinese)（\(findings.count)）", style: severity.style)
      for finding in findings {
        number += 1
        self.finding(finding, number: number, to: &text)
      }
    }
    summariseRounding(rounding, to: &text)
    text.problems(of: report.document)
    checklist(report, to: &text)
    summariseChecks(report, to: &text)
    return text.text
  }

  // MARK: Headline

  private func headline(_ report: AuditReport, to text: inout TerminalText) {
    let errors = report.count(of: .error)
    let warnings = report.count(of: .warning)
    let evaluated = report.count(of: .passed) + report.count(of: .failed) + report.count(of: .rounding)
    let verdict: String
    let style: TerminalText.Style
    switch (errors, warnings) {
    case (0, 0):
      // That nothing was found says something only where something was checked.
      verdict = evaluated == 0 ? "没有一项检查能够进行" : report.nothingFound
      style = evaluated == 0 ? .warning : .good
    case (0, _):
      verdict = "\(evaluated == 0 ? "没有一项检查能够进行" : report.nothingFound)，有 \(warnings) 处提醒"
      style = .warning
    case (_, 0):
      verdict = "发现 \(errors) 处错误"
      style = .error
    default:
      verdict = "发现 \(errors) 处错误、\(warnings) 处提醒"
      style = .error
    }
    text.paragraph("\(report.whatWasRead)，核对 \(evaluated) 项：\(verdict)", style: style)
    text.paragraph("报告：\(report.document.chineseTitle)")
    text.paragraph("文件：\(report.document.source.chinese)")
    if let previous = report.previous {
      text.paragraph("上年报告：\(previous.chineseTitle)，\(previous.source.chinese)")
    }
  }

  // MARK: Findings

  private func finding(_ finding: Finding, number: Int, to text: inout TerminalText) {
    let label = number < 10 ? " \(number). " : "\(number). "
    text.paragraph("\(finding.message)　[\(name(finding.rule))]", indent: 1, label: label)
    let figures = [
      finding.expected.map { "应为 \($0.isEmpty ? "空白" : $0)" },
      finding.actual.map { "实为 \($0.isEmpty ? "空白" : $0)" },
      finding.difference.map { "相差 \($0)" }, finding.tolerance.map { "允许 \($0)" },
    ].compactMap(\.self)
    if !figures.isEmpty { text.paragraph(figures.joined(separator: "，"), indent: 5) }
    // A sum over a whole table would fill the screen; the JSON has them all.
    let shown = finding.consequences.isEmpty ? 8 : 1
    for evidence in finding.evidence.prefix(shown) {
      text.paragraph(evidence.chinese, indent: 5, style: .secondary)
    }
    for consequence in finding.consequences.prefix(Self.mostConsequences) {
      text.paragraph(consequence.message, indent: 5, label: "· ")
    }
    if finding.consequences.count > Self.mostConsequences {
      text.paragraph(
        "另有 \(finding.consequences.count - Self.mostConsequences) 处，见 JSON 报告", indent: 5, label: "· ",
        style: .secondary)
    }
    if finding.consequences.isEmpty, finding.evidence.count > shown {
      text.paragraph("另有 \(finding.evidence.count - shown) 处，见 JSON 报告", indent: 5, style: .secondary)
    }
  }

  /// Of one cause.
  private static let mostConsequences = 5

  private func name(_ rule: String) -> String { ruleTitle(rule).map { "\($0) \(rule)" } ?? rule }

  private func summariseRounding(_ findings: [Finding], to text: inout TerminalText) {
    if findings.isEmpty { return }
    text.emptyLine()
    text.paragraph("尾差（\(findings.count)）：四舍五入可以解释", style: .heading)
    for (rule, group) in findings.grouped(by: \.rule) {
      let largest = group.compactMap { $0.difference.flatMap(ExactNumber.init(published:))?.magnitude }.max()
      let parts = [
        "\(group.count) 处", largest.map { "最大相差 \($0)" } ?? "",
        chinese(pages: group.compactMap { $0.evidence.first?.location?.page }), "[\(name(rule))]",
      ]
      text.paragraph(parts.filter { !$0.isEmpty }.joined(separator: "　"), indent: 2, label: "· ")
    }
  }

  // MARK: Disclosure

  /// What is missing has a line each; what was not read stands together by its reason.
  private func checklist(_ report: AuditReport, to text: inout TerminalText) {
    if report.disclosure.isEmpty { return }
    text.emptyLine()
    text.paragraph("公开内容核对", style: .heading)
    for counts in report.disclosureCounts { text.paragraph(counts, indent: 2) }
    for item in report.disclosure where item.status == .missing {
      let duty = item.duty == .required ? "" : "（\(item.duty.chinese)）"
      let place = item.location.map { "　\($0.chinese) \(item.text)" } ?? ""
      text.paragraph("\(item.status.chinese)\(duty)：\(item.name)\(place)　[\(item.basis)]", indent: 2, label: "· ")
    }
    let unread = report.disclosure.filter { $0.status == .notRead }.grouped(by: { $0.reason ?? "" })
    for (reason, items) in unread {
      let names = items.map(\.name).joined(separator: "、")
      text.paragraph("\(DisclosureItem.Status.notRead.chinese)：\(names)　（\(reason)）", indent: 2, label: "· ")
    }
  }

  // MARK: Checks

  private func summariseChecks(_ report: AuditReport, to text: inout TerminalText) {
    text.emptyLine()
    text.paragraph("检查", style: .heading)
    let counts = [
      "通过 \(report.count(of: .passed)) 项", "不符 \(report.count(of: .failed)) 项",
      "尾差 \(report.count(of: .rounding)) 项", "不能检查 \(report.count(of: .notEvaluable)) 项",
      "不适用 \(report.count(of: .notApplicable)) 项",
    ]
    text.paragraph(counts.joined(separator: "，"), indent: 2)
    let notEvaluable = report.checks.filter { $0.outcome == .notEvaluable }
    if notEvaluable.isEmpty { return }
    text.paragraph("不能检查的原因：", indent: 2)
    let reasons = notEvaluable.grouped(by: { $0.reason ?? "原因不明" })
    let shown = 10
    for (reason, checks) in reasons.prefix(shown) {
      // One reason may keep many rules from being evaluated: their ids are short, their titles are not.
      let rules = checks.grouped(by: \.rule).map(\.key).joined(separator: "、")
      text.paragraph("\(checks.total) 项：\(reason)　[\(rules)]", indent: 2, label: "· ")
    }
    if reasons.count > shown {
      let rest = reasons.dropFirst(shown).reduce(0) { $0 + $1.elements.total }
      text.paragraph("另有 \(rest) 项，见 JSON 报告", indent: 2, label: "· ", style: .secondary)
    }
  }
}

extension Finding.Severity {
  fileprivate var style: TerminalText.Style {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .heading
    }
  }
}

extension Evidence {
  /// 第 8 页 收入决算表 “合计”行 “本年收入合计”栏：1,511.90
  fileprivate var chinese: String {
    let place = [
      // Outside tables it is a subject, not a row.
      location?.chinese, table, row.map { Wording.quoted($0) + (table == nil ? "" : "行") },
      column.map { Wording.quoted($0) + "栏" },
    ].compactMap(\.self).joined(separator: " ")
    if !text.isEmpty { return place.isEmpty ? text : "\(place)：\(text)" }
    return location == nil ? place : "\(place)：空白"
  }
}

extension [Check] {
  fileprivate var total: Int { reduce(0) { $0 + $1.count } }
}

extension Array {
  /// Its elements by a key, in the order in which the keys come first.
  func grouped<Key: Hashable>(by key: (Element) -> Key) -> [(key: Key, elements: [Element])] {
    var places: [Key: Int] = [:]
    var groups: [(key: Key, elements: [Element])] = []
    for element in self {
      let name = key(element)
      if let place = places[name] {
        groups[place].elements.append(element)
      } else {
        places[name] = groups.count
        groups.append((name, [element]))
      }
    }
    return groups
  }
}
