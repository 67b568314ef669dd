import PageContent

/// A line that names a report: 2020年度大数据中心部门决算, 第二部分某局2024年度部门决算表.
package struct ReportTitle {
  package var year: Int?
  package var department: String?
  /// nil where it only names a fund's budget: 2024年度一般公共预算财政拨款支出.
  var kind: DisclosedDocument.Kind?
  var scope: DisclosedDocument.Scope?

  private static let longest = 60
  private static let longestWithoutScope = 40

  /// Takes normalised text.
  package init?(_ text: String) {
    let wording = HeadWording.shared
    let isFinal = text.range(of: "决算")
    guard let word = isFinal ?? text.range(of: "预算"), text.count < ReportTitle.longest,
      !text.unicodeScalars.contains(where: ReportTitle.isStop)
    else {
      return nil
    }
    // The head of a column: 2018年预算数.
    if text[word.upperBound...].begins(with: "数") { return nil }
    if isFinal != nil {
      kind = .finalAccounts
    } else if ReportTitle.withoutFunds(text, wording).holds("预算") {
      kind = .budget
    }
    var head = text[..<word.lowerBound]
    for extent in wording.words(.kindExtent) where head.ends(with: extent) { head = head.dropLast(extent.count) }
    if head.ends(with: "部门") {
      scope = .department
      head = head.dropLast(2)
    } else if head.ends(with: "单位") {
      scope = .unit
      head = head.dropLast(2)
    }
    year = PrintedDate.year(in: head) ?? PrintedDate.year(in: text[...])
    guard scope != nil || (year != nil && text.count < ReportTitle.longestWithoutScope) else { return nil }
    department = ReportTitle.department(in: head, wording)
  }

  /// What ends a sentence or a clause.
  private static func isStop(_ scalar: Unicode.Scalar) -> Bool { scalar == "。" || scalar == ";" || scalar == "," }

  private static func withoutFunds(_ text: String, _ wording: HeadWording) -> String {
    wording.words(.kindFund).reduce(text) { text, fund in
      text.range(of: fund).map { String(text[..<$0.lowerBound]) + "|" + String(text[$0.upperBound...]) } ?? text
    }
  }

  private static func department(in head: Substring, _ wording: HeadWording) -> String? {
    var name = head
    if name.begins(with: "第"), let part = name.range(of: "部分") { name = name[part.upperBound...] }
    while let first = name.first, ":、,.".contains(first) { name.removeFirst() }
    // The year may stand before or after the name.
    guard let year = PrintedDate.yearRange(in: name) else { return self.name(name, wording) }
    return self.name(name[..<year.lowerBound], wording) ?? self.name(name[year.upperBound...], wording)
  }

  private static func name(_ text: Substring, _ wording: HeadWording) -> String? {
    var name = Wording.withoutOrdinal(String(text))
    if name.ends(with: "的") { name.removeLast() }
    for lead in wording.words(.nameLead) where name.begins(with: lead) { name.removeFirst(lead.count) }
    if OrganisationName.isOne(name) { return name }
    // 某局部门2026年度部门预算
    name = OrganisationName.cleaned(name)
    return OrganisationName.isOne(name) ? name : nil
  }
}
