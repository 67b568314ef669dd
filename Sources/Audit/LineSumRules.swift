import Disclosure

extension Rule {
  /// One rule for every sum of line items in the catalogue: it holds in every column of its side.
  static func lineSums(of catalogue: Catalogue) -> [Rule] {
    catalogue.forms.flatMap { form in
      form.sums.compactMap { sum in
        guard case .lines(let side) = sum.direction else { return nil }
        return Rule(
          id: "lines.\(form.id).\(sum.id)",
          title: "《\(form.title)》各栏：\(form.words(ofItem: sum.total, side: side)) = "
            + form.signed(sum.parts) { form.words(ofItem: $0, side: side) },
          english: "\(form.english), every column: \(sum.total) = \(sum.formula)",
          why: "合计行应等于其组成各行之和；“其中”各行已含在上一行内，不再相加。",
          whyEnglish:
            "A total line is the sum of its lines; a line headed 其中 is part of the one above it and is not added again.",
          tolerance: .rounding
        ) { subject, verdicts in
          for table in subject.tables(of: form.id) {
            let sections = subject.tables[table].sections
            for section in sections.indices where side == nil || sections[section].side == side {
              LineSum(sum: sum, of: form, table: table, section: section, subject: subject)?.evaluate(&verdicts)
            }
          }
        }
      }
    }
  }
}

/// A sum of line items in one section of a table.
private struct LineSum {
  let subject: Subject
  let table: Int
  let section: Int
  let lines: LineParts

  /// nil where the section has no such total.
  init?(sum: Catalogue.Sum, of form: Catalogue.Form, table: Int, section: Int, subject: Subject) {
    let side = subject.tables[table].sections[section]
    let others = form.sums.filter { $0.id != sum.id && $0.isOfLines(side.side) }
    guard let lines = LineParts(sum: sum, rows: side.rows, others: others) else { return nil }
    self.lines = lines
    self.subject = subject
    self.table = table
    self.section = section
  }

  private var total: Int { lines.total }
  private var parts: [LineParts.Part] { lines.parts }
  private var unknown: [Int] { lines.unknown }

  func evaluate(_ verdicts: inout Verdicts) {
    guard !parts.isEmpty, !lines.lacksParts else {
      let isNothing = subject.tables[table].sections[section].rows[total].isBlank
      verdicts.record(isNothing ? .notApplicable : .notEvaluable, reason: "表中没有等式所需的行")
      return
    }
    let columns = subject.tables[table].sections[section].columns
    for column in columns.indices where columns[column].isAdditive {
      let balance = balance(column, with: [])
      let verdict = balance.verdict(in: subject)
      if case .failed = verdict {
        if let placed = lines.byPlace, self.balance(column, of: placed).verdict(in: subject).holds {
          verdicts.record(.passed)
          continue
        }
        if subject.mayLackRow(table: table, section: section) {
          verdicts.record(.notEvaluable, reason: "\(subject.title(table))有数字未能归入所在的行")
          continue
        }
        if subject.figure(place(total, column)) == nil, sharesClosingLines {
          verdicts.record(.notEvaluable, reason: "\(subject.title(table))的合计与相邻各栏合并填列")
          continue
        }
        if let stranger = unknown.map({ place($0, column) }).first(where: { subject.figure($0)?.amount != nil }) {
          if self.balance(column, with: unknown).verdict(in: subject).holds {
            verdicts.record(.passed)
          } else {
            verdicts.record(.notEvaluable, reason: "\(subject.title(table))“\(subject.rowName(stranger))”行是否为组成部分不明")
          }
          continue
        }
      }
      verdicts.judge(verdict, on: balance, in: subject, wording: BalanceWording(parts: "各组成行"))
    }
  }

  /// 支出 by function and by use side by side, closed by one line that spans both.
  private var sharesClosingLines: Bool {
    let sections = subject.tables[table].sections
    guard let own = sections[section].side else { return false }
    return sections.contains { $0.side != own && ($0.side?.hasPrefix(own) ?? false) }
  }

  private func balance(_ column: Int, with more: [Int]) -> Balance {
    balance(column, of: parts + more.map { LineParts.Part(row: $0, isSubtracted: false) })
  }

  private func balance(_ column: Int, of parts: [LineParts.Part]) -> Balance {
    Balance(
      total: .figure(place(total, column)),
      parts: parts.map { Balance.Part(place: place($0.row, column), isSubtracted: $0.isSubtracted) })
  }

  private func place(_ row: Int, _ column: Int) -> Place {
    Place(table: table, section: section, row: row, column: column)
  }
}
