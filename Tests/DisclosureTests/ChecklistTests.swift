import Testing

@testable import Disclosure

@Suite struct ChecklistTests {
  private let checklist = Checklist.shared

  @Test func theResourceIsUnderstood() {
    #expect(checklist.problems.isEmpty)
    #expect(checklist.items.count > 40)
    for role in Checklist.Role.allCases { #expect(!checklist.words(role).isEmpty, "\(role)") }
  }

  @Test func itemsAreTheirOwnAndComplete() {
    #expect(Set(checklist.items.map(\.key)).count == checklist.items.count)
    for (index, item) in checklist.items.enumerated() {
      #expect(!item.name.isEmpty && !item.basis.isEmpty && !item.evidence.isEmpty, "\(item.key)")
      // A detail is decided after its whole.
      if let whole = item.whole { #expect(checklist.items[..<index].contains { $0.key == whole }, "\(item.key)") }
    }
  }

  @Test func itemsNameFormsAndFactsThatAreThere() {
    for item in checklist.items {
      for evidence in item.evidence {
        switch evidence {
        case .forms(let ids), .cells(let ids):
          for id in ids {
            let form = Catalogue.shared.form(id)
            #expect(form != nil, "\(item.key): \(id)")
            #expect(item.kind == nil || form?.kind == item.kind || item.kind == .budget, "\(item.key): \(id)")
          }
        case .figures(let keys):
          for key in keys {
            #expect(
              Catalogue.shared.form(key.form)?.items.contains { $0.key == key.key } ?? false
                || key.key == "runningCosts", "\(item.key)")
          }
        case .levels(let levels):
          for level in levels { #expect(Catalogue.shared.form(level.form) != nil, "\(item.key)") }
        default: break
        }
      }
    }
  }

  @Test func wordingsAreWrittenAsPrintingsAreCompared() {
    func check(_ pattern: String, _ place: String) {
      let words = pattern.filter { !"^$#!&".contains($0) }
      #expect(Wording.normalised(words) == words && !pattern.isEmpty, "\(place): \(pattern)")
    }
    for role in Checklist.Role.allCases { for word in checklist.words(role) { check(word, "\(role)") } }
    for item in checklist.items {
      for subject in item.subjects { check(subject, item.key) }
      for evidence in item.evidence {
        switch evidence {
        case .rows(let patterns), .words(let patterns): for pattern in patterns { check(pattern, item.key) }
        default: break
        }
      }
    }
  }

  @Test func theNotation() throws {
    let checklist = Checklist.parsing(
      """
      # a comment
      words none = 无 | 没有
      item a = 甲项
        kind budget
        duty gradual
        years 2019-
        body administration
        basis 某法第一条 | 某办法
        of b
        fact receptions | procurement.goods@procurement
        words 甲&#元&!乙
        glossary
        subject 甲 | 乙
        zero receptions
      """)
    #expect(checklist.problems.isEmpty)
    #expect(checklist.words(.none) == ["无", "没有"])
    let item = try #require(checklist.items.first)
    #expect(item.key == "a" && item.name == "甲项" && item.kind == .budget && item.duty == .gradual)
    #expect(item.since == 2019 && item.body == .administration && item.whole == "b")
    #expect(item.basis == ["某法第一条", "某办法"] && item.subjects == ["甲", "乙"] && item.zeroFacts == ["receptions"])
    #expect(item.evidence.map(\.isOfTables) == [false, false, false])
  }

  @Test(arguments: [
    "form income", "item a", "item a = 甲\n  level income 4", "item a = 甲\n  fact receptions@nowhere", "words none",
    "item a = 甲\n  kind annual", "item a = 甲\n  years 2019", "item a = 甲\n  form", "item a = 甲\n  glossary now",
  ])
  func whatIsNotUnderstoodIsAProblem(text: String) {
    #expect(Checklist.parsing(text).problems.count == 1)
  }
}
