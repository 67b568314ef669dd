import Disclosure

extension Rule {
  /// One rule for every sum of columns in the catalogue: it holds in every row.
  static func columnSums(of catalogue: Catalogue) -> [Rule] {
    catalogue.forms.flatMap { form in
      form.sums.compactMap { sum in
        guard case .columns = sum.direction else { return nil }
        return Rule(
          id: "sum.\(form.id).\(sum.id)",
          title: "《\(form.title)》各行：\(form.words(ofColumns: sum))",
          english: "\(form.english), every row: \(sum.total) = \(sum.formula)",
          why: "合计栏应等于其组成各栏之和。",
          whyEnglish: "A total column is the sum of the columns that make it up.", tolerance: .rounding
        ) { subject, verdicts in
          for table in subject.tables(of: form.id) {
            for section in subject.tables[table].sections.indices {
              ColumnSum(sum: sum, table: table, section: section, subject: subject)?.evaluate(&verdicts)
            }
          }
        }
      }
    }
  }
}

/// A sum of columns in one section of a table.
private struct ColumnSum {
  let subject: Subject
  let table: Int
  let section: Int
  let total: Int
  private typealias Part = (column: Int, isSubtracted: Bool)
  private let parts: [Part]
  /// Columns that may be parts, though the catalogue does not say so.
  let doubtful: String?
  let missing: [String]
  let keysOfParts: Int

  /// nil where the section has no such total.
  init?(sum: Catalogue.Sum, table: Int, section: Int, subject: Subject) {
    let content = subject.tables[table].sections[section]
    guard let total = content.column(sum.total) else { return nil }
    let keys = sum.parts.map(\.key)
    let (present, missing) = Nesting.resolve(keys) { content.column($0) != nil }
    let hasSubtraction = sum.parts.contains(where: \.isSubtracted)
    parts = present.compactMap { key in
      content.column(key).map { ($0, sum.parts.first { $0.key == key }?.isSubtracted ?? false) }
    }
    self.subject = subject
    self.table = table
    self.section = section
    self.total = total
    self.missing = missing
    keysOfParts = hasSubtraction && !missing.isEmpty ? 0 : parts.count
    doubtful = ColumnSum.doubtful(content, total: sum.total, parts: present, isComplete: missing.isEmpty)
  }

  /// A column of unknown wording may be one of the parts; so may a known one where a part is missing.
  private static func doubtful(
    _ section: FormTable.Section, total: String, parts: [String], isComplete: Bool
  ) -> String? {
    section.columns.first { column in
      guard let key = column.key else {
        return column.isAdditive && !column.header.contains { $0.hasPrefix("其中") }
      }
      if isComplete || key == total || parts.contains(key) { return false }
      let isInside = parts.contains { key.hasPrefix($0 + ".") || Nesting.parts[$0]?.contains(key) ?? false }
      return !isInside && key.split(separator: ".").first == total.split(separator: ".").first
    }.map(Subject.name(of:))
  }

  func evaluate(_ verdicts: inout Verdicts) {
    guard keysOfParts > 0 else {
      if !parts.isEmpty || !missing.isEmpty {
        verdicts.record(.notApplicable, reason: "表中没有等式所需的栏")
      }
      return
    }
    let parts = followedParts
    for row in rows {
      let balance = balance(row, of: parts)
      let verdict = balance.verdict(in: subject)
      if case .failed = verdict, let doubtful {
        verdicts.record(.notEvaluable, reason: "“\(doubtful)”栏是否为组成部分不明")
        continue
      }
      verdicts.judge(verdict, on: balance, in: subject, wording: BalanceWording(parts: "各组成栏"))
    }
  }

  private var rows: Range<Int> { subject.tables[table].sections[section].rows.indices }

  private func balance(_ row: Int, of parts: [Part]) -> Balance {
    Balance(
      total: .figure(Place(table: table, section: section, row: row, column: total)),
      parts: parts.map {
        Balance.Part(
          place: Place(table: table, section: section, row: row, column: $0.column), isSubtracted: $0.isSubtracted)
      })
  }

  /// The parts that this table adds up. Some columns are contained in the others (其中：事业单位经营支出), and not every head
  /// says so: where rows miss by exactly what stands in a column, and by nothing without it, it is such a column.
  private var followedParts: [Part] {
    let failing = rows.filter { if case .failed = balance($0, of: parts).verdict(in: subject) { true } else { false } }
    guard !failing.isEmpty, parts.count > 2, !parts.contains(where: \.isSubtracted) else { return parts }
    let printed = parts.indices.filter { index in failing.contains { amount($0, parts[index]) != nil } }
    var best = (parts: parts, failures: failing.count)
    for left in contained(among: printed) {
      let rest = parts.indices.filter { !left.contains($0) }.map { parts[$0] }
      // A row that holds with the column denies it.
      let tested = rows.filter { row in left.contains { amount(row, parts[$0])?.value.isZero == false } }
      let mended = tested.count { balance($0, of: rest).verdict(in: subject).holds }
      let failures = rows.count {
        if case .failed = balance($0, of: rest).verdict(in: subject) { true } else { false }
      }
      if mended > 0, mended * 10 >= tested.count * 9, failures < best.failures { best = (rest, failures) }
    }
    return best.parts
  }

  /// The columns, one, two or three together, that may be contained in the others: never the first.
  private func contained(among printed: [Int]) -> [[Int]] {
    let may = printed.filter { $0 > 0 }.prefix(ColumnSum.mostSuspects)
    var sets = may.map { [$0] }
    for (position, a) in may.enumerated() {
      for (next, b) in may.dropFirst(position + 1).enumerated() {
        sets.append([a, b])
        for c in may.dropFirst(position + next + 2) { sets.append([a, b, c]) }
      }
    }
    return sets
  }

  private static let mostSuspects = 8

  private func amount(_ row: Int, _ part: Part) -> Amount? {
    subject.amount(Place(table: table, section: section, row: row, column: part.column))
  }
}

extension Catalogue.Sum {
  /// a + b - c
  var formula: String {
    var text = ""
    for (index, part) in parts.enumerated() {
      if index > 0 || part.isSubtracted { text += part.isSubtracted ? " - " : " + " }
      text += part.key
    }
    return text
  }
}

extension Catalogue.Form {
  func words(ofColumn key: String) -> String {
    columns.first { $0.key == key }?.alternatives.first?.joined(separator: "/") ?? key
  }

  func words(ofItem key: String, side: String?) -> String {
    if key.hasSuffix("*") { return "各功能分类科目" }
    return items.first { $0.key == key && ($0.side == side || side == nil || $0.side == nil) }?.labels.first ?? key
  }

  fileprivate func words(ofColumns sum: Catalogue.Sum) -> String {
    words(ofColumn: sum.total) + " = " + signed(sum.parts) { words(ofColumn: $0) }
  }

  func signed(_ terms: [Catalogue.Term], words: (String) -> String) -> String {
    var text = ""
    for (index, term) in terms.enumerated() {
      if index > 0 || term.isSubtracted { text += term.isSubtracted ? " - " : " + " }
      text += words(term.key)
    }
    return text
  }
}
