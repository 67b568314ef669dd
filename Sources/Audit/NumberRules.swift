import Disclosure
import PageContent

extension Rule {
  static let numberSequences: [Rule] = [
    Rule(
      id: "lineNumbers.sequence", title: "行次逐行递增", english: "Line numbers ascend by one",
      why: "行次印错会使表下公式指向别的行。",
      whyEnglish: "With a misprinted line number the formulas below the table point to another line.",
      severity: .warning
    ) { subject, verdicts in
      for (index, table) in subject.tables.enumerated() {
        let numbering = LineNumbering(table)
        for (section, sequence) in numbering.sequences.enumerated() {
          let rows = table.sections[section].rows
          verdicts.record(.passed, count: sequence.numbers.count { $0 != nil } - sequence.misprints.count)
          for misprint in sequence.misprints {
            let place = Place(table: index, section: section, row: misprint.index, column: 0)
            verdicts.fail(
              "\(subject.title(index))“\(Subject.name(of: rows[misprint.index]))”行的" + misprint.words(for: "行次"),
              evidence: [
                Evidence(
                  location: subject.row(place).location, table: table.title, row: subject.rowName(place), column: "行次",
                  text: "\(misprint.printed)")
              ])
          }
        }
      }
    },
    Rule(
      id: "columnNumbers.sequence", title: "栏次逐栏递增", english: "Column numbers ascend by one",
      why: "栏次印错会使表下公式指向别的栏。",
      whyEnglish: "With a misprinted column number the formulas below the table point to another column.",
      severity: .warning
    ) { subject, verdicts in
      for table in subject.tables {
        let columns = table.sections.flatMap(\.columns)
        let sequence = NumberSequence(columns.map(\.number), before: 0)
        verdicts.record(.passed, count: sequence.numbers.count { $0 != nil } - sequence.misprints.count)
        for misprint in sequence.misprints {
          let name = Subject.name(of: columns[misprint.index])
          verdicts.fail(
            "《\(table.title)》“\(name)”栏的" + misprint.words(for: "栏次"),
            evidence: [
              Evidence(location: table.location, table: table.title, column: name, text: "\(misprint.printed)")
            ])
        }
      }
    },
  ]
}

extension NumberSequence.Misprint {
  /// 行次印为39，前后行次为28、30，应为29。
  fileprivate func words(for kind: String) -> String {
    let neighbours = [before, after].compactMap { $0 }.filter { $0 > 0 }.map(String.init).joined(separator: "、")
    return "\(kind)印为\(printed)，前后\(kind)为\(neighbours)，应为\(meant)。"
  }
}

/// The line numbers of a table's sections.
struct LineNumbering {
  /// One for each section.
  let sequences: [NumberSequence]
  /// The numbers meant, for each row of each section.
  let meant: [[Int?]]

  init(_ table: FormTable) {
    let lists = table.sections.map { $0.rows.map(\.lineNumber) }
    var sequences: [NumberSequence] = []
    for (index, list) in lists.enumerated() {
      // The right side continues the left one's numbers.
      let before = index == 0 ? 0 : lists[index - 1].last ?? nil
      let after = index + 1 < lists.count ? lists[index + 1].first ?? nil : nil
      let continues = before.map { $0 + 1 == list.first ?? nil } ?? false
      let isContinued = after.map { next in (list.last ?? nil).map { $0 + 1 == next } ?? false } ?? false
      sequences.append(
        NumberSequence(
          list, before: index == 0 || continues || NumberSequence.fits(before, list) ? before : nil,
          after: isContinued || NumberSequence.fits(list, after) ? after : nil))
    }
    self.sequences = sequences
    meant = sequences.map(\.meant)
  }
}

extension NumberSequence {
  /// Whether a list goes on after a number, its first number aside: 30 before 13, 32, 33.
  fileprivate static func fits(_ before: Int?, _ list: [Int?]) -> Bool {
    guard let before, list.count > 2, let second = list[1], let third = list[2] else { return false }
    return second == before + 2 && third == before + 3
  }

  /// Whether a list leads up to a number, its last number aside.
  fileprivate static func fits(_ list: [Int?], _ after: Int?) -> Bool {
    guard let after, list.count > 2, let second = list[list.count - 2], let third = list[list.count - 3] else {
      return false
    }
    return second == after - 2 && third == after - 3
  }
}
