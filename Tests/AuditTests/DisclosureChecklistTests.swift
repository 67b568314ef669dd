import Audit
import Disclosure
import PageContent
import Testing

/// What is told of a report that is sound, and of one in which one thing is changed.
@Suite struct DisclosureChecklistTests {
  private static func items(_ text: String) throws -> [DisclosureItem] {
    Auditor.report(on: try SoundReport.document(text)).disclosure
  }

  private static func item(_ key: String, replacing old: String = "", with new: String = "") throws -> DisclosureItem {
    #expect(SoundReport.once.contains(old) || old.isEmpty, "the report has no \(old)")
    let text = old.isEmpty ? SoundReport.once : SoundReport.once.replacing(old, with: new)
    return try #require(try items(text).first { $0.item == key })
  }

  private static func statuses(_ keys: [String], replacing old: String, with new: String) throws
    -> [DisclosureItem.Status]
  {
    let items = try items(SoundReport.once.replacing(old, with: new))
    return keys.map { key in items.first { $0.item == key }?.status ?? .notApplicable }
  }

  @Test(arguments: [
    ("incomeExpenditureSummary", DisclosureItem.Status.disclosed), ("governmentFund", .declaredEmpty),
    ("emptyTables", .disclosed), ("functionItems", .disclosed), ("economicDivisions", .disclosed),
    ("changes", .disclosed), ("threePublic", .disclosed), ("abroad", .disclosed), ("abroadGroups", .declaredEmpty),
    ("vehicleFleet", .disclosed), ("receptionGroups", .missing), ("receptionPeople", .missing),
    ("runningCosts", .disclosed), ("procurementKinds", .disclosed), ("smallSuppliers", .missing),
    ("stateAssets", .disclosed), ("performanceResults", .disclosed), ("glossary", .disclosed),
  ])
  func whatASoundReportDiscloses(key: String, status: DisclosureItem.Status) throws {
    let item = try DisclosureChecklistTests.item(key)
    #expect(item.status == status)
    #expect(item.location == nil || !item.text.isEmpty)
    #expect((item.location != nil) == (status != .missing))
    #expect(!item.basis.isEmpty)
  }

  @Test func everyItemOfItsKindIsThereOnce() throws {
    let items = try DisclosureChecklistTests.items(SoundReport.once)
    #expect(Set(items.map(\.item)).count == items.count)
    #expect(!items.contains { $0.item.hasPrefix("budget") || $0.item.hasPrefix("higherEducation") })
  }

  @Test(arguments: [
    ("2024年度机关运行经费支出20.00万元，比2023年度增加2.00万元，增长11.11%。", "", DisclosureItem.Status.missing),
    ("2024年度机关运行经费支出20.00万元，比2023年度增加2.00万元，增长11.11%。", "不涉及。", .declaredEmpty),
    ("2024年度机关运行经费支出20.00万元，比2023年度增加2.00万元，增长11.11%。", "本部门本年度没有安排使用机关运行经费。", .declaredEmpty),
    ("2024年度机关运行经费支出20.00万元", "2024年度机关运行经费支出0.00万元", .disclosed),
    // What a template left.
    ("2024年度机关运行经费支出20.00万元，比2023年度增加2.00万元，增长11.11%。", "没有机关运行经费的单位，请在此说明。", .missing),
    // Its change is denied, not the expense itself.
    ("2024年度机关运行经费支出20.00万元，比2023年度增加2.00万元，增长11.11%。", "机关的花费与上年相比无变化，运行经费另行公布。", .missing),
  ])
  func runningCosts(old: String, new: String, status: DisclosureItem.Status) throws {
    #expect(try DisclosureChecklistTests.item("runningCosts", replacing: old, with: new).status == status)
  }

  @Test func theGlossaryDisclosesNothing() throws {
    let item = try DisclosureChecklistTests.item(
      "receptionPeople", replacing: "财政拨款收入：指同级财政",
      with: "国内公务接待人次：指本单位全年接待来客的人次，如接待20人次。\n\n    财政拨款收入：指同级财政")
    #expect(item.status == .missing)
  }

  @Test func theContentsDiscloseNothing() throws {
    let running = "2024年度机关运行经费支出20.00万元，比2023年度增加2.00万元，增长11.11%。"
    let text = SoundReport.once.replacing("第四部分 名词解释\n", with: "第四部分 名词解释\n    第五部分 机关运行经费3万元\n", maxReplacements: 1)
      .replacing(running, with: "")
    #expect(try DisclosureChecklistTests.items(text).first { $0.item == "runningCosts" }?.status == .missing)
  }

  @Test func numbersOfGroupsPeopleAndVehicles() throws {
    let keys = ["receptionGroups", "receptionPeople", "vehiclesBought", "vehicleFleet", "abroadGroups", "abroadPeople"]
    let statuses = try DisclosureChecklistTests.statuses(
      keys, replacing: "本部门共有车辆2辆。",
      with: "本部门共有车辆2辆。国内接待4批次，共31人次。全年购置公务用车0辆，公务用车保有量2辆。参加出国团组0个，共0人次。")
    #expect(statuses == Array(repeating: .disclosed, count: 6))
  }

  @Test func ofNothingThereAreNoDetails() throws {
    let keys = ["threePublic", "abroad", "receptions", "receptionGroups", "vehiclesBought"]
    var document = try SoundReport.document(
      SoundReport.once.replacing(
        "2024年度“三公”经费支出决算为5.00万元，其中：因公出国（境）费0.00万元；公务用车购置及运行维护费4.00万元；公务接待费1.00万元，比2023年度下降50.00%。",
        with: "本部门2024年度没有使用财政拨款安排的“三公”经费支出。"))
    document.tables.removeAll { $0.form == "threePublicExpenses" }
    let items = Auditor.report(on: document).disclosure
    #expect(keys.map { key in items.first { $0.item == key }?.status } == Array(repeating: .declaredEmpty, count: 5))
  }
}

/// Which part of a report a document holds, and what it may be blamed for.
@Suite struct DisclosurePartTests {
  private func statuses(_ document: DisclosedDocument) -> [String: DisclosureItem] {
    Dictionary(Auditor.report(on: document).disclosure.map { ($0.item, $0) }) { first, _ in first }
  }

  @Test func anotherFileMayHoldTheTables() throws {
    var document = try SoundReport.document(SoundReport.once)
    document.tables = []
    document.content = .narrative
    let items = statuses(document)
    #expect(items["income"]?.status == .notRead)
    #expect(items["income"]?.reason == "报表不在本文件")
    #expect(items["receptionGroups"]?.status == .notRead)
    #expect(items["runningCosts"]?.status == .disclosed)
  }

  @Test func anotherFileMayHoldTheText() throws {
    var document = try SoundReport.document(SoundReport.once)
    document.content = .tables
    document.paragraphs = []
    document.narrative = Narrative()
    document.glossary = []
    document.profile = DepartmentProfile()
    let items = statuses(document)
    #expect(items["income"]?.status == .disclosed)
    for key in ["functions", "glossary", "changes", "runningCosts"] {
      #expect(items[key]?.status == .notRead, "\(key)")
    }
    #expect(!items.values.contains { $0.status == .missing })
  }

  @Test func aPageThatCouldNotBeReadMayHoldIt() throws {
    var document = try SoundReport.document(SoundReport.once)
    document.problems.append(Problem(kind: .scan, detail: "", location: Make.place(7, 0, 0)))
    #expect(statuses(document)["receptionGroups"]?.status == .notRead)
    document.problems[document.problems.count - 1].location = Make.place(1, 0, 0)
    #expect(statuses(document)["receptionGroups"]?.status == .missing)
  }

  @Test func aFormThatIsCalledForIsMissingHereAndThere() throws {
    var document = try SoundReport.document(SoundReport.once)
    document.tables.removeAll { $0.form == "expenditure" }
    document.missingTables = ["expenditure"]
    let report = Auditor.report(on: document)
    #expect(report.disclosure.first { $0.item == "expenditure" }?.status == .missing)
    #expect(report.findings("tables.missing").count == 1)
    // Printed, and not read.
    document.problems.append(Problem(kind: .unreadTable, detail: "支出决算表"))
    let unread = Auditor.report(on: document)
    #expect(unread.disclosure.first { $0.item == "expenditure" }?.status == .notRead)
    #expect(unread.findings("tables.missing").isEmpty)
  }

  @Test func whatIsDeniedIsNotMissing() throws {
    var document = try SoundReport.document(SoundReport.once)
    document.tables.removeAll { $0.form == "stateCapital" }
    document.missingTables = ["stateCapital"]
    let report = Auditor.report(on: document)
    let item = report.disclosure.first { $0.item == "stateCapital" }
    #expect(item?.status == .declaredEmpty)
    let finding = try #require(report.findings("tables.missing").first)
    #expect(finding.severity == .warning && finding.message.contains("仍应列出空表"))
    #expect(finding.evidence.first?.location == item?.location)
  }

  @Test func anEmptyTableWantsAWordSomewhere() throws {
    let note = "本部门2024年度没有政府性基金预算财政拨款收入支出，故本表无数据。"
    let silent = try SoundReport.document(SoundReport.once.replacing(note, with: ""))
    #expect(statuses(silent)["emptyTables"]?.status == .missing)
    #expect(statuses(silent)["governmentFund"]?.status == .disclosed)
    #expect(Auditor.report(on: silent).count("tables.blank", .failed) == 1)
    let running = "2024年度机关运行经费支出20.00万元"
    for word in ["本局今年没有需要列示的政府性基金收支。", "政府性基金预算支出为0。", "政府性基金预算支出为0.00万元。"] {
      let told = try SoundReport.document(
        SoundReport.once.replacing(note, with: "").replacing(running, with: word + running))
      #expect(statuses(told)["emptyTables"]?.status == .disclosed, "\(word)")
      #expect(statuses(told)["governmentFund"]?.status == .declaredEmpty, "\(word)")
      #expect(Auditor.report(on: told).count("tables.blank", .failed) == 0, "\(word)")
    }
  }

  /// Nothing was spent; what was budgeted should stand in the table.
  @Test func aWordIsNoneWhereSomethingWasBudgeted() throws {
    var document = try SoundReport.document(
      SoundReport.once.replacing(
        "2024年度“三公”经费支出决算为5.00万元，其中", with: "2024年度“三公”经费年初预算为6.00万元，本年度无“三公”经费支出。其中"))
    let table = try #require(document.tables.firstIndex { $0.form == "threePublicExpenses" })
    document.tables[table].status = .blank
    let report = Auditor.report(on: document)
    #expect(report.count("tables.blank", .failed) == 1)
    #expect(report.disclosure.first { $0.item == "emptyTables" }?.status == .missing)
    #expect(report.disclosure.first { $0.item == "threePublicExpenses" }?.status == .disclosed)
  }

  @Test func whatCameLaterIsNotDue() throws {
    var document = try SoundReport.document(SoundReport.once)
    document.fiscalYear = 2016
    document.tables.removeAll { $0.form == "stateCapital" }
    let items = statuses(document)
    #expect(items["stateCapital"]?.status == .notApplicable)
    #expect(items["stateCapital"]?.reason == "2020年度起公开")
    #expect(items["smallSuppliers"]?.status == .notApplicable)
  }

  @Test func institutionsHaveNoRunningCosts() throws {
    var document = try SoundReport.document(
      SoundReport.once.replacing("2024年度机关运行经费支出20.00万元，比2023年度增加2.00万元，增长11.11%。", with: ""))
    document.profile.personnel.removeAll { $0.kind == .administrative }
    #expect(statuses(document)["runningCosts"]?.status == .notApplicable)
    document.profile.personnel = []
    #expect(statuses(document)["runningCosts"]?.status == .missing)
    document.scope = .unit
    #expect(statuses(document)["runningCosts"]?.status == .notRead)
  }

  @Test func aFewOfItsItemsAreAPartOfAReport() throws {
    var document = DisclosedDocument(
      source: .init(name: "a.txt", sha256: "", mediaType: "text/plain", pageCount: nil), fiscalYear: 2023,
      kind: .finalAccounts, scope: .department)
    document.content = .narrative
    document.paragraphs = [TextParagraph(text: "本年收入比上年增加3万元。", location: .line(1, columns: 1...10))]
    let items = statuses(document)
    #expect(items["changes"]?.status == .disclosed)
    #expect(items["functions"]?.status == .notRead)
    #expect(items["functions"]?.reason == "本文件只有报告的一部分")
  }

  /// However many details go with it.
  @Test func oneSubjectLeftOutIsMissing() throws {
    var document = try SoundReport.document(
      SoundReport.once.replacing(
        "2024年度“三公”经费支出决算为5.00万元，其中：因公出国（境）费0.00万元；公务用车购置及运行维护费4.00万元；公务接待费1.00万元，比2023年度下降50.00%。",
        with: ""))
    document.tables.removeAll { $0.form == "threePublicExpenses" }
    let items = statuses(document)
    for key in ["threePublic", "abroad", "vehiclePurchase", "receptionPeople"] {
      #expect(items[key]?.status == .missing, "\(key)")
    }
  }

  @Test func withoutAKindThereIsNoChecklist() throws {
    var document = try SoundReport.document(SoundReport.once)
    document.kind = nil
    #expect(Auditor.report(on: document).disclosure.isEmpty)
  }
}
