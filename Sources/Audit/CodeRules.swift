import Disclosure
import PageContent

extension Rule {
  static let codes: [Rule] = [
    Rule(
      id: "names.code", title: "同一科目编码的名称前后一致", english: "A code has the same name wherever it is printed",
      why: "同一编码在各表中应为同一科目。",
      whyEnglish: "One code is one item in every table.", tolerance: .wording, severity: .warning
    ) { CodeNames(subject: $0).evaluate(&$1) },
    Rule(
      id: "codes.invalid", title: "科目编码有效", english: "Codes are those of the classification",
      why: "功能分类编码为2开头的3、5、7位数字，经济分类编码为3或5开头的3、5位数字。",
      whyEnglish:
        "Functional codes begin with 2 and have 3, 5 or 7 digits; economic ones begin with 3 or 5 and have 3 or 5.",
      severity: .info
    ) { subject, verdicts in
      var told: Set<String> = []
      for (table, content) in subject.tables.enumerated() {
        for (section, rows) in content.sections.enumerated() {
          for (index, row) in rows.rows.enumerated() {
            guard let code = row.code else { continue }
            if row.classification != nil { verdicts.record(.passed); continue }
            // The code of a unit, or a level below the national classification, is none of these.
            guard let first = code.utf8.first, "235".utf8.contains(first), ![3, 7, 9].contains(code.utf8.count) else {
              verdicts.record(.notApplicable)
              continue
            }
            guard told.insert(code).inserted else { verdicts.record(.failed); continue }
            let place = Place(table: table, section: section, row: index, column: 0)
            verdicts.fail(
              "\(subject.title(table))“\(subject.rowName(place))”行的科目编码\(code)不是有效的分类科目编码。",
              evidence: [
                Evidence(location: row.location, table: content.title, row: subject.rowName(place), text: code)
              ])
          }
        }
      }
    },
  ]
}

/// The names that a document prints with each code.
private struct CodeNames {
  let subject: Subject

  func evaluate(_ verdicts: inout Verdicts) {
    /// The first place of each distinct wording, by code.
    var places: [String: [Place]] = [:]
    var known: [String: Set<ExactWording>] = [:]
    for coded in subject.names.coded {
      let core = subject.names[coded.place].core
      guard known[coded.code.digits, default: []].insert(core).inserted else { continue }
      places[coded.code.digits, default: []].append(coded.place)
    }
    for (code, all) in places.sorted(by: { $0.key < $1.key }) {
      let places = withoutClipped(all, of: code)
      guard places.count > 1 else {
        verdicts.record(.passed)
        continue
      }
      let words = places.map { "\(subject.title($0.table))作“\(subject.names[$0].printed)”" }.joined(separator: "，")
      verdicts.fail(
        "科目编码\(code)的名称前后不一：\(words)。",
        evidence: places.map { place in
          Evidence(
            location: subject.row(place).location, table: subject.tables[place.table].title,
            row: subject.rowName(place), text: subject.names[place].printed)
        })
    }
  }

  /// Without the names that a narrow cell cut: the beginnings of another one, which is the official name, cut or not, or
  /// one of an item that the list of official ones lacks.
  private func withoutClipped(_ places: [Place], of code: String) -> [Place] {
    guard places.count > 1 else { return places }
    let official = OfficialCores.shared.names(of: code).map(\.core)
    let wholes = places.map { subject.names[$0].core.text }
      .filter { whole in official.isEmpty || official.contains { $0.text.utf8.starts(with: whole.utf8) } }
      .map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
    return places.filter { place in
      let core = Array(subject.names[place].core.text.utf8)
      // What begins with a name follows it in order.
      var next = wholes.partitionPoint { !$0.lexicographicallyPrecedes(core) }
      while next < wholes.count, wholes[next] == core { next += 1 }
      return next == wholes.count || !wholes[next].starts(with: core)
    }
  }
}
