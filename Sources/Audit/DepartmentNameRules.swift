import Disclosure
import PageContent

extension Rule {
  /// The department's name wherever it stands.
  static let departmentNames: [Rule] = [
    Rule(
      id: "names.department", title: "部门名称前后一致", english: "The department has one name",
      why: "标题、表头、文中的部门名称应为本部门；差一两字的是误写，另一部门的多为套用他处文本所致。",
      whyEnglish:
        "Titles, tables and text name the department that reports: a name that differs in a character or two is a slip, "
        + "another one in a title was mostly left over from another department's text.",
      tolerance: .wording, severity: .warning
    ) { DepartmentNameCheck($0)?.evaluate(&$1) ?? $1.record(.notApplicable, reason: "部门名称不明") }
  ]
}

/// The names that a report gives its department.
private struct DepartmentNameCheck {
  let subject: Subject
  let department: DepartmentName
  private let neighbours: DepartmentNeighbours?

  init?(_ subject: Subject) {
    // What the template left there is a rule of its own.
    guard let name = subject.document.department, TextMark.placeholders(in: name).isEmpty else { return nil }
    self.subject = subject
    department = DepartmentName(name)
    neighbours = DepartmentNeighbours(of: department)
  }

  func evaluate(_ verdicts: inout Verdicts) {
    evaluateOwnName(&verdicts)
    var told: Set<String> = []
    for (index, table) in subject.tables.enumerated() {
      guard let name = table.department else { continue }
      judge(name, told: &told, &verdicts) {
        ("\(subject.title(index))", Evidence(location: table.titleLocation, table: table.title, text: name))
      }
    }
    for text in subject.texts {
      if DepartmentNameCheck.kinds.contains(where: text.holds), text.mayBeTitle,
        let name = ReportTitle(text.words)?.department
      {
        judge(name, told: &told, &verdicts) {
          ("标题\(Wording.quoted(text.printed))", Evidence(location: text.location, text: text.printed))
        }
      }
      reportNearMisses(in: text, told: &told, &verdicts)
    }
    for cell in subject.cells.joined() { reportNearMisses(in: cell, told: &told, &verdicts) }
  }

  /// What every title of a report holds.
  private static let kinds: [Phrase] = ["决算", "预算"]

  private func reportNearMisses(in text: ReportText, told: inout Set<String>, _ verdicts: inout Verdicts) {
    for name in neighbours?.nearMisses(in: text) ?? [] where told.insert(name).inserted {
      verdicts.fail(
        "文中“\(name)”与部门名称“\(department.name)”只差一字。", expected: department.name, actual: name,
        evidence: [Evidence(location: text.location, text: Subject.excerpt(text.printed, around: name))])
    }
  }

  /// A slip in the name that the report was told by: the text has another of a known kind, and has it often.
  private func evaluateOwnName(_ verdicts: inout Verdicts) {
    guard let neighbours else { return }
    var counts: [String: Int] = [:]
    for text in subject.texts {
      for name in neighbours.corrections(in: text) { counts[name, default: 0] += 1 }
    }
    guard let (name, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count >= 2 else { return }
    let own = subject.texts.filter { $0.words.holds(department.core) }
    guard own.count < count, let first = own.first else { return }
    verdicts.fail(
      "部门名称写作“\(department.name)”，而文中\(count)处作“\(name)”。", expected: name, actual: department.name,
      evidence: [Evidence(location: first.location, text: Subject.excerpt(first.printed, around: department.core))])
  }

  /// A name in a title or above a table, which should be the department's.
  private func judge(
    _ name: String, told: inout Set<String>, _ verdicts: inout Verdicts, at place: () -> (String, Evidence)
  ) {
    if !TextMark.placeholders(in: name).isEmpty { return }
    let other = DepartmentName(name)
    if department.mayBe(other) { return verdicts.record(.passed) }
    guard told.insert(other.core).inserted else { return verdicts.record(.failed) }
    let (words, evidence) = place()
    verdicts.fail(
      "\(words)写作“\(name)”，本报告的部门为“\(department.name)”。", expected: department.name, actual: name, evidence: [evidence])
  }
}
