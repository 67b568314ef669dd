import Testing

@testable import Disclosure

@Suite("The catalogue")
struct CatalogueTests {
  private let catalogue = Catalogue.shared

  @Test("has no statement that is not understood")
  func problems() {
    #expect(Catalogue.parsing(String(decoding: Catalogue.resource, as: UTF8.self)).problems.isEmpty)
    #expect(!catalogue.forms.isEmpty && !catalogue.identities.isEmpty && !catalogue.classes.isEmpty)
  }

  @Test("wordings are written as printings are compared")
  func normalised() {
    func check(_ text: String, _ place: String) {
      #expect(Wording.normalised(text) == text && !text.isEmpty, "\(place): \(text)")
    }
    for form in catalogue.forms {
      for title in form.titles { check(title, form.id) }
      for entry in form.columns + form.sides { for word in entry.alternatives.joined() { check(word, form.id) } }
      for label in form.items.flatMap(\.labels) {
        check(label, form.id)
        #expect(Wording.withoutOrdinal(label) == label, "\(form.id): \(label)")
      }
    }
    for word in catalogue.synonyms { check(word.printed, "word"); check(word.meant, "word") }
    for total in catalogue.totals.texts { check(total, "total") }
    for kind in WordKind.allCases {
      #expect(!catalogue.words(kind).texts.isEmpty, "\(kind)")
      for word in catalogue.words(kind).texts { check(word, "\(kind)") }
    }
    for (code, names) in catalogue.classes {
      #expect(ClassificationCode(code)?.level == .class)
      for name in names { check(name, code) }
    }
  }

  @Test("a list's wordings may begin or end with anything")
  func patterns() {
    var words = WordPatterns()
    for word in ["行次", "*编码", "单位*", "*项目编*"] { words.add(word) }
    for text in ["行次", "科目编码", "编码", "单位名称", "某项目编号"] { #expect(words.matches(text), "\(text)") }
    for text in ["行次1", "编码表", "某单位", "项目", ""] { #expect(!words.matches(text), "\(text)") }
  }

  @Test("titles are alike where they speak of the same, and not at all where one speaks of another form")
  func concepts() {
    func form(_ title: String) -> Set<String> {
      Set(catalogue.concepts.forms(like: title, among: catalogue.forms).map(\.id))
    }
    #expect(form("财政拨款三公经费及会议费、培训费支出决算总表").contains("threePublicExpenses"))
    #expect(form("政府性基金收入支出总体情况表").contains("budgetGovernmentFundSummary"))
    #expect(!form("政府性基金支出总体情况表").contains("budgetExpenditure"))
    #expect(!form("财政拨款支出决算明细表").contains("generalBudgetExpenditureDetails"))
    #expect(form("收入变动情况对比表").isEmpty && form("人员名册表").isEmpty)
  }

  @Test("ids, titles and keys are given once")
  func unique() {
    #expect(Set(catalogue.forms.map(\.id)).count == catalogue.forms.count)
    #expect(Set(catalogue.identities.map(\.id)).count == catalogue.identities.count)
    for form in catalogue.forms {
      #expect(!form.titles.isEmpty && !form.english.isEmpty, "\(form.id)")
      #expect(Set(form.titles).count == form.titles.count, "\(form.id)")
      #expect(Set(form.columns.map(\.key)).count == form.columns.count, "\(form.id)")
      #expect(Set(form.items.map { "\($0.side ?? "-") \($0.key)" }).count == form.items.count, "\(form.id)")
      #expect(Set(form.sums.map(\.id)).count == form.sums.count, "\(form.id)")
    }
  }

  @Test("no title of one kind of report belongs to two forms, and each finds its form")
  func titles() {
    for kind in [DisclosedDocument.Kind.finalAccounts, .budget] {
      var owners: [String: String] = [:]
      for form in catalogue.forms where form.kind == kind {
        for title in form.titles {
          #expect(owners[title] == nil, "\(title): \(owners[title] ?? ""), \(form.id)")
          owners[title] = form.id
          #expect(
            catalogue.titles.match(title, kind: kind).map { catalogue.forms[$0.form].id } == form.id, "\(title)")
        }
      }
    }
  }

  @Test("sums and requirements name columns and items that the form has")
  func references() {
    for form in catalogue.forms {
      let columns = Set(form.columns.map(\.key))
      for key in form.required { #expect(columns.contains(key), "\(form.id) require \(key)") }
      for sum in form.sums {
        switch sum.direction {
        case .columns:
          for key in [sum.total] + sum.parts.map(\.key) {
            #expect(columns.contains(key), "\(form.id) \(sum.id): \(key)")
          }
        case .lines(let side):
          let items = form.items.filter { $0.side == side }.map(\.key)
          for key in [sum.total] + sum.parts.map(\.key) {
            let isKnown = key.hasSuffix("*") ? items.contains { $0.hasPrefix(key.dropLast()) } : items.contains(key)
            #expect(isKnown, "\(form.id) \(sum.id): \(key)")
          }
        }
      }
      for item in form.items {
        #expect(item.side == nil || form.sides.contains { $0.key == item.side }, "\(form.id) \(item.key)")
      }
    }
  }

  @Test("identities name forms, columns and items that there are")
  func identities() throws {
    for identity in catalogue.identities {
      for reference in [identity.left] + identity.right {
        let form = try #require(catalogue.form(reference.form), "\(identity.id): \(reference.form)")
        #expect(form.columns.contains { $0.key == reference.column }, "\(identity.id): \(reference.column)")
        guard reference.row != "class", reference.row != "total" || reference.side != nil else { continue }
        let isKnown = form.items.contains { item in
          item.side == reference.side
            && (reference.row.hasSuffix("*") ? item.key.hasPrefix(reference.row.dropLast()) : item.key == reference.row)
        }
        #expect(isKnown, "\(identity.id): \(reference.row)")
      }
    }
  }

  @Test("every case of a typed form is a key of the catalogue")
  func typedForms() throws {
    func columns<Form: CodedForm>(_ form: Form.Type) throws {
      let keys = try #require(catalogue.form(Form.id)).columns.map(\.key)
      for column in Form.Column.allCases { #expect(keys.contains(column.rawValue), "\(Form.id) \(column)") }
    }
    try columns(Income.self)
    try columns(Expenditure.self)
    try columns(GeneralBudgetExpenditure.self)
    try columns(GovernmentFund.self)
    try columns(StateCapital.self)
    try columns(HigherEducationIncome.self)
    try columns(HigherEducationExpenditure.self)
    try columns(HigherEducationAppropriationExpenditure.self)

    func items(_ id: String, _ side: String?, _ keys: [String]) throws {
      let known = try #require(catalogue.form(id)).items.filter { $0.side == side }.map(\.key)
      for key in keys { #expect(known.contains(key), "\(id) \(key)") }
    }
    for id in [IncomeExpenditureSummary.id, HigherEducationSummary.id] {
      try items(id, "income", IncomeExpenditureSummary.Income.allCases.map(\.rawValue))
      try items(id, "expenditure", IncomeExpenditureSummary.Expenditure.allCases.map(\.rawValue) + ["function.205"])
    }
    try items(AppropriationSummary.id, "income", AppropriationSummary.Income.allCases.map(\.rawValue))
    try items(AppropriationSummary.id, "expenditure", AppropriationSummary.Expenditure.allCases.map(\.rawValue))
    try items(ThreePublicExpenses.id, nil, ThreePublicExpenses.Expense.allCases.map(\.rawValue))
    try items(GeneralBudgetBasicExpenditure.id, nil, ["personnelTotal", "runningTotal"])

    func keys(_ id: String, _ keys: [String]) throws {
      let known = try #require(catalogue.form(id)).columns.map(\.key)
      for key in keys { #expect(known.contains(key), "\(id) \(key)") }
    }
    try keys(IncomeExpenditureSummary.id, IncomeExpenditureSummary.Column.allCases.map(\.rawValue))
    try keys(AppropriationSummary.id, AppropriationSummary.Budget.allCases.map(\.rawValue) + ["final"])
    try keys(
      ThreePublicExpenses.id,
      ThreePublicExpenses.Phase.allCases.flatMap { phase in
        [phase.rawValue] + ThreePublicExpenses.Expense.allCases.map { "\(phase.rawValue).\($0.rawValue)" }
      })
    try keys(GeneralBudgetBasicExpenditure.id, ["final", "total", "personnel", "running"])
  }

  @Test("a statement that is not understood is named")
  func badStatements() {
    for line in [
      "colour red", "title 表", "item income", "form x\n  set a", "form x\n  sum a: ", "identity a: b = c",
      "form x\n  nonsense",
    ] {
      #expect(!Catalogue.parsing(line).problems.isEmpty, "\(line)")
    }
    let empty = Catalogue.parsing("# nothing\n\n   \n")
    #expect(empty.problems.isEmpty && empty.catalogue.forms.isEmpty)
  }
}
