import Disclosure
import PageContent

extension Rule {
  /// Names in the narrative against the names in the tables.
  static let narrativeNames: [Rule] = [
    Rule(
      id: "narrative.list", title: "“主要包括”所列科目与基本支出表一致", english: "What a list of items names is what the table pays",
      why: "人员经费、公用经费“主要包括”的科目应是基本支出表中有数的科目。",
      whyEnglish: "What personnel and running expenditure are said to consist of are the items that the table pays.",
      tolerance: .wording, severity: .warning
    ) { NarrativeNames(subject: $0).evaluateLists(&$1) },
    Rule(
      id: "narrative.className", title: "说明与报表的科目名称一致", english: "Classes have the same name in narrative and tables",
      why: "同一功能分类在说明与报表中应用同一名称；名称不同多为沿用旧名。",
      whyEnglish: "A class has one name; another one in the narrative is mostly last year's.", tolerance: .wording,
      severity: .warning
    ) { NarrativeNames(subject: $0).evaluateClassNames(&$1) },
    Rule(
      id: "narrative.itemName", title: "说明所列款、项名称与报表一致", english: "Items have the same name in narrative and tables",
      why: "说明逐项列示的科目应是报表所列科目；名称只差一两字的是误写，用旧名的多为沿用上年文本所致。",
      whyEnglish:
        "An item of the narrative is an item of the tables: a name that differs in a character or two is a slip, an "
        + "older one was mostly left over from last year's text.",
      tolerance: .wording, severity: .warning
    ) { NarrativeItemNames(subject: $0).evaluate(&$1) },
    Rule(
      id: "narrative.neighbour", title: "各项说明不误用相邻项目的文字", english: "An item is not described in its neighbour's words",
      why: "某项的说明只提另一项，多为复制未改。",
      whyEnglish: "Text on one item that names only another was copied and not changed.", tolerance: .wording,
      severity: .warning
    ) { NeighbourWords(subject: $0).evaluate(&$1) },
    Rule(
      id: "narrative.kind", title: "标题与报告种类相符", english: "Headings are those of this kind of report",
      why: "预算报告的标题写作决算，或决算报告的标题写作预算，多为套用另一种报告的文本所致。",
      whyEnglish:
        "Final accounts in the heading of a budget, or the reverse, were mostly copied from the other report.",
      severity: .warning
    ) { HeadingKinds(subject: $0).evaluate(&$1) },
    Rule(
      id: "narrative.units", title: "下属单位个数前后一致", english: "The number of subordinate units is the same throughout",
      why: "下属单位的个数在说明中应前后一致。",
      whyEnglish: "A department has one number of subordinate units."
    ) { SubordinateUnits.evaluate($0, &$1) },
  ]
}

private struct NarrativeNames {
  let subject: Subject

  private var index: NarrativeIndex { subject.narrative }

  // MARK: Lists

  private static let forms = ["generalBudgetBasicExpenditure", "budgetBasicExpenditure"]

  func evaluateLists(_ verdicts: inout Verdicts) {
    guard let table = NarrativeNames.forms.lazy.compactMap({ subject.tableIndex($0) }).first,
      subject.tables[table].status == .present
    else { return verdicts.record(.notApplicable) }
    let rows = economicRows(of: table)
    let lacksItem = subject.lacksItem(table: table)
    let comparisons = Comparisons()
    for list in index.narrative.lists where ["personnelExpenditure", "runningExpenditure"].contains(list.kind) {
      // A glossary tells what may be paid, not what was.
      let section = list.section.map { index.narrative.sections[$0].kind } ?? .other
      if section == .glossary || section == .runningCosts { continue }
      let isPersonnel = list.kind == "personnelExpenditure"
      let own = rows.filter { isPersonnel == $0.isPersonnel }
      guard own.contains(where: \.isPaid) else { continue }
      comparisons.add(8 * list.items.count * rows.count)
      guard comparisons.areLeft else {
        verdicts.record(.notEvaluable, reason: Comparisons.reason)
        continue
      }
      let names = list.items.map(NarrativeNames.core)
      let isComplete = !lacksItem && isComplete(own, in: table)
      // Names of classes sum up; a name that is no item of the table says nothing.
      var blank = list.items.filter { item in
        let name = NarrativeNames.core(item)
        return !rows.contains { $0.isPaid && $0.core == name } && rows.contains { $0.core == name }
      }
      let absent = isComplete ? list.items.filter { isAbsent(NarrativeNames.core($0), rows) } : []
      // Of the template's list of all that there is, many are not in the table.
      if absent.count + blank.count <= mostUnpaid(of: list) { blank += absent }
      reportSlips(in: list, rows, &verdicts)
      let sentence = index.narrative.sentences[list.sentence].text
      let isOpen = sentence.holds("等")
      let unlisted = isOpen ? [] : own.filter { $0.isPaid && !names.contains($0.core) && !isSummedUp($0, in: list) }
      if blank.isEmpty && (unlisted.isEmpty || names.count * 2 < own.count(where: \.isPaid)) {
        verdicts.record(.passed)
        continue
      }
      var message = subject.heading(of: list.section) + "：“\(list.subject)”所列"
      if !blank.isEmpty { message += "“" + blank.joined(separator: "”“") + "”在\(subject.title(table))中无数" }
      if !unlisted.isEmpty {
        message +=
          (blank.isEmpty ? "未含" : "，而表中有数的") + unlisted.map { "“\($0.name)”\($0.text)" }.joined(separator: "、")
          + (blank.isEmpty ? "" : "未列")
      }
      // Many names without figures are the template's list of all that there is.
      verdicts.fail(
        message + "。",
        evidence: [Evidence(location: list.location, row: list.subject, text: list.items.joined(separator: "、"))]
          + unlisted.map { subject.evidence($0.place) },
        severity: blank.count > mostUnpaid(of: list) ? .info : nil)
    }
  }

  /// 社会保障缴费 in a list stands for every contribution.
  private func isSummedUp(_ row: EconomicRow, in list: NarrativeList) -> Bool {
    NarrativeNames.contributions.contains(where: row.name.holds)
      && list.items.contains { NarrativeNames.sums.contains(Wording.normalised($0)) }
  }

  private static let sums: Set = ["社会保障缴费", "社会保险缴费", "社会保障费", "社会保险费"]
  private static let contributions = ["保险", "年金", "社会保障", "医疗补助缴费"]

  /// A list of more names without a figure was copied.
  private func mostUnpaid(of list: NarrativeList) -> Int { max(2, list.items.count / 6) }

  /// Whether an item of the classification has no row: a table may leave out what was not paid.
  private func isAbsent(_ name: String, _ rows: [EconomicRow]) -> Bool {
    NarrativeNames.divisions.contains(name)
      && !rows.contains { ItemName.isAbbreviation($0.core, name) || ItemName.isSlip($0.core, name) }
  }

  /// Whether the divisions add up to the classes above them, so that none is missing.
  private func isComplete(_ own: [EconomicRow], in table: Int) -> Bool {
    var classes: [String: ExactNumber] = [:]
    subject.forEachRow { place, row in
      guard place.table == table, let code = row.classification, code.classification == .economic, code.level == .class
      else { return }
      var place = place
      let columns = subject.section(place)
      place.column = columns.column("final") ?? columns.column("total") ?? 0
      if let amount = subject.figure(place)?.amount { classes[code.digits] = amount.value }
    }
    let divisions = Dictionary(grouping: own.filter(\.isPaid)) { String($0.code.prefix(3)) }
    return !divisions.isEmpty
      && divisions.allSatisfy { code, rows in
        classes[code] == rows.compactMap { subject.figure($0.place)?.amount?.value }.reduce(.zero, +)
      }
  }

  /// The names that divisions of personnel and running expenditure have or had.
  private static let divisions: Set<String> = Set(
    OfficialCores.shared.codes.filter {
      $0.utf8.count == 5 && ["301", "302", "303", "310"].contains(String($0.prefix(3)))
    }
    .flatMap { OfficialCores.shared.names(of: $0).map { core($0.text) } })

  /// Items whose names differ from a row's in a character.
  private func reportSlips(in list: NarrativeList, _ rows: [EconomicRow], _ verdicts: inout Verdicts) {
    for item in list.items {
      let core = ItemName.core(item)
      guard OfficialCores.shared.codes(of: ExactWording(core)) == nil,
        !rows.contains(where: { $0.core == NarrativeNames.core(item) }),
        let row = rows.first(where: { ItemName.isSlip(ItemName.core($0.name), core) })
      else { continue }
      verdicts.fail(
        subject.heading(of: list.section)
          + "：“\(list.subject)”所列“\(item)”与\(subject.title(row.place.table))的“\(row.name)”只差一两字。",
        expected: row.name, actual: item,
        evidence: [Evidence(location: list.location, row: list.subject, text: item), subject.evidence(row.place)])
    }
  }

  private struct EconomicRow {
    var code: String
    var name: String
    var core: String
    /// nil where the table's columns say that it is both.
    var isPersonnel: Bool?
    var isPaid: Bool
    var text: String
    var place: Place
  }

  /// The divisions (款) of the economic classification, with what was paid.
  private func economicRows(of table: Int) -> [EconomicRow] {
    var rows: [EconomicRow] = []
    for (section, content) in subject.tables[table].sections.enumerated() {
      guard let column = content.column("final") ?? content.column("total") ?? content.columns.indices.first else {
        continue
      }
      for (row, entry) in content.rows.enumerated() {
        guard let code = entry.classification, code.classification == .economic, code.level == .division else {
          continue
        }
        let place = Place(table: table, section: section, row: row, column: column)
        let amount = subject.figure(place)?.amount
        rows.append(
          EconomicRow(
            code: code.digits, name: entry.name, core: NarrativeNames.core(entry.name),
            isPersonnel: isPersonnel(code, entry, content),
            isPaid: !(amount?.value.isZero ?? true), text: subject.figure(place)?.text ?? "", place: place))
      }
    }
    return rows
  }

  /// As the columns 人员经费 and 公用经费 say where the table has them, else as the classes are told.
  private func isPersonnel(
    _ code: ClassificationCode, _ row: FormTable.Row, _ section: FormTable.Section
  ) -> Bool? {
    let byClass = code.digits.hasPrefix("301") || code.digits.hasPrefix("303")
    guard let personnel = section.column("personnel"), let running = section.column("running") else { return byClass }
    func isPaid(_ column: Int) -> Bool { !(row.figures[column]?.amount?.value.isZero ?? true) }
    switch (isPaid(personnel), isPaid(running)) {
    case (true, true): return nil
    case (true, false): return true
    case (false, true): return false
    case (false, false): return byClass
    }
  }

  /// What two printings of an item's name have in common: 办公设备购置支出 and 办公设备购置, 职工基本医疗保险缴费.
  private static func core(_ name: String) -> String {
    var text = Wording.normalised(name)
    for ending in ["支出", "费用", "费", "等"] where text.ends(with: ending) && text.utf8.count > ending.utf8.count + 3 {
      text.removeLast(ending.count)
      break
    }
    return text
  }

  // MARK: Names of classes

  func evaluateClassNames(_ verdicts: inout Verdicts) {
    let printed = printedClasses()
    if printed.isEmpty { return verdicts.record(.notApplicable) }
    var told: Set<String> = []
    let comparisons = Comparisons()
    for fact in index.facts {
      guard let name = fact.path.first.map(Wording.normalised), let code = NarrativeNames.classes[name] else {
        continue
      }
      guard let tables = printed[code] else { continue }
      guard comparisons.areLeft else {
        verdicts.record(.notEvaluable, reason: Comparisons.reason)
        continue
      }
      comparisons.add(16 * tables.count)
      if tables.contains(where: {
        $0.name == name || NarrativeNames.core($0.name) == NarrativeNames.core(name)
      }) {
        verdicts.record(.passed)
        continue
      }
      guard told.insert(name).inserted, let other = tables.first else { continue }
      verdicts.fail(
        subject.heading(of: fact.section)
          + "：\(code)类写作“\(name)”，\(subject.title(other.place.table))作“\(subject.row(other.place).name)”。",
        evidence: [Evidence(location: fact.location, row: fact.subject, text: name), subject.evidence(other.place)])
    }
  }

  /// The class of each name that it has or had.
  private static let classes: [String: String] = Catalogue.shared.classes.reduce(into: [:]) { names, entry in
    for name in entry.names { names[name] = entry.code }
  }

  private func printedClasses() -> [String: [(name: String, place: Place)]] {
    var found: [String: [(String, Place)]] = [:]
    subject.forEachRow { place, row in
      guard let code = row.classification, code.classification == .functional, code.level == .class, !row.name.isEmpty
      else { return }
      // 一、教育支出 is a class by its place in a summary.
      found[code.digits, default: []].append((Wording.withoutOrdinal(Wording.normalised(row.name)), place))
    }
    return found
  }
}
