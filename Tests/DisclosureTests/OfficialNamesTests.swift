import Disclosure
import Testing

@Suite struct OfficialNamesTests {
  private let names = OfficialNames.shared

  @Test func everyCodeIsOneOfTheClassificationAndHasNames() {
    #expect(names.codes.count > 700)
    for code in names.codes {
      #expect(ClassificationCode(code) != nil, "\(code)")
      #expect(!names.names(of: code).isEmpty, "\(code)")
      for name in names.names(of: code) {
        #expect(
          name.text.unicodeScalars.allSatisfy { $0.properties.isIdeographic || "（）、".unicodeScalars.contains($0) })
      }
    }
  }

  @Test func aCodeThatHasYearsHasANameInThisOne() {
    for code in names.codes {
      let own = names.names(of: code)
      guard own.count > 1, own.contains(where: { $0.years.upperBound < 2025 }), code.hasPrefix("2") else { continue }
      #expect(own.contains { $0.years.contains(2025) } || own.allSatisfy { $0.years.upperBound < 2025 }, "\(code)")
    }
  }

  @Test func namesByEdition() {
    #expect(names.names(of: "207").map(\.text) == ["文化旅游体育与传媒支出", "文化体育与传媒支出"])
    #expect(names.names(of: "207").map(\.years) == [2019...9999, 0...2018])
    #expect(names.names(of: "210")[1].years == 2014...2018)
    #expect(names.names(of: "2010301").map(\.years) == [OfficialNames.Name.always])
    #expect(names.names(of: "2999999").isEmpty)
  }

  /// The line items of the summaries and the classification name the classes alike.
  @Test func classesOfTheForms() {
    for (code, labels) in Catalogue.shared.classes {
      guard let latest = names.names(of: code).first else { continue }
      #expect(labels.contains(latest.text), "\(code)")
    }
  }
}
