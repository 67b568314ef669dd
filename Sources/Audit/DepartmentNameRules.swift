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
    ) { DepartmentNameCheck($0)?.evaluate(&$1) ?? $1.record(.notApplicable, reason: "部门名称不明") },
    Rule(
      id: "names.scope", title: "标题与报告范围相符", english: "Titles are those of a department's or of a unit's report",
      why: "单位的报告标题写作部门决算、部门预算，或相反，多为套用另一报告的文本所致。",
      whyEnglish:
        "A department's title in a unit's report, or the reverse, was mostly copied from the other's.",
      severity: .warning
    ) { ScopeNames(subject: $0).evaluate(&$1) },
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
      if let name = cutName(in: text), told.insert(name).inserted {
        verdicts.fail(
          "标题\(Wording.quoted(text.printed))写作“\(name)”，部门名称“\(department.name)”不全。", expected: department.name,
          actual: name, evidence: [Evidence(location: text.location, text: text.printed)])
      }
    }
    for cell in subject.cells.joined() { reportNearMisses(in: cell, told: &told, &verdicts) }
  }

  /// What every title of a report holds.
  private static let kinds: [Phrase] = ["决算", "预算"]

  /// 第一部分 某某市水务概况: the name that heads a part, cut before its last character.
  private func cutName(in text: ReportText) -> String? {
    guard text.words.utf8.count < 120, let tail = DepartmentNameCheck.headingTails.first(where: text.words.ends) else {
      return nil
    }
    var name = text.words
    name.removeLast(tail.count)
    if let part = name.range(of: "部分"), name.hasPrefix("第") { name = String(name[part.upperBound...]) }
    name = Wording.withoutOrdinal(name)
    let (own, cut) = (department.core.unicodeScalars, name.unicodeScalars)
    guard cut.count >= 4, own.count == cut.count + 1, own.starts(with: cut), let last = own.last,
      DepartmentNameCheck.organisations.contains(last), let end = cut.last,
      !DepartmentNameCheck.organisations.contains(end)
    else { return nil }
    return name
  }

  private static let headingTails = ["概况", "基本情况", "主要职责", "主要职能"]
  private static let organisations = Set("局委办院校所站队馆处厅室社会".unicodeScalars)

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
