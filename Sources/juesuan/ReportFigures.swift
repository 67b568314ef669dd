import Disclosure
import PageContent
import TableStructure

/// A report, laid out once, and where each of its figures belongs as the whole catalogue has it.
struct ReportFigures {
  private let blocks: [Block]
  private let runningHeads: [Paragraph]
  /// All that it prints, normalised.
  private let text: String
  private let keys: [Location: FigureKey]

  init(path: String, recogniser: DocumentRecogniser) throws {
    let content = try DocumentReader().blocks(of: FileContent(try FileBytes.read(path)))
    (blocks, runningHeads) = (content.blocks, content.runningHeads)
    text = blocks.map { block in
      switch block {
      case .paragraph(let paragraph): Wording.normalised(paragraph.text)
      case .table(let table): table.cells.map { Wording.normalised($0.text) }.joined(separator: "\n")
      }
    }.joined(separator: "\n")
    keys = FigureKey.keys(in: recogniser.tables(of: blocks, runningHeads: runningHeads))
  }

  func prints(_ wording: ForgettableWording) -> Bool { wording.parts.allSatisfy(text.contains) }

  /// What becomes of its figures when it is read with another catalogue.
  func cost(read recogniser: DocumentRecogniser) -> ForgottenCost {
    let tables = recogniser.tables(of: blocks, runningHeads: runningHeads)
    let found = FigureKey.keys(in: tables)
    let kept = Set((tables.others + tables.unrecognised).flatMap(\.cells).map(\.location))
    let reported = Set(tables.problems.compactMap(\.location))
    var cost = ForgottenCost()
    for (place, key) in keys {
      guard let now = found[place] else {
        if kept.contains(place) || reported.contains(place) { cost.unkeyed += 1 } else { cost.add(lost: key) }
        continue
      }
      if now == key { cost.right += 1 } else if now.isLess(than: key) { cost.unkeyed += 1 } else { cost.add(key, now) }
    }
    return cost
  }
}

/// Where a figure belongs: what the catalogue calls its form, side, row and column.
struct FigureKey: Equatable, CustomStringConvertible {
  var form: String
  var side: String?
  var code: String?
  var item: String?
  var column: String?

  static func keys(in tables: RecognisedTables) -> [Location: FigureKey] {
    var keys: [Location: FigureKey] = [:]
    for table in tables.forms {
      for section in table.sections {
        for row in section.rows {
          for (column, figure) in zip(section.columns, row.figures) {
            guard let figure else { continue }
            keys[figure.location] = FigureKey(
              form: table.form, side: section.side, code: row.code, item: row.item, column: column.key)
          }
        }
      }
    }
    return keys
  }

  /// Whether it is another key with something left open, and says nothing else.
  func isLess(than key: FigureKey) -> Bool {
    func agrees(_ a: String?, _ b: String?) -> Bool { a == nil || a == b }
    return form == key.form && agrees(side, key.side) && agrees(code, key.code) && agrees(item, key.item)
      && agrees(column, key.column)
  }

  var description: String {
    "\(form)[\([side, code, item].compactMap { $0 }.joined(separator: ":"))].\(column ?? "-")"
  }
}

/// What it cost not to know a wording.
struct ForgottenCost: CustomStringConvertible {
  /// Figures that keep their key.
  var right = 0
  /// Figures in a table that say less of their place than before, or that a problem tells.
  var unkeyed = 0
  /// Figures that are nowhere any more.
  private(set) var lost = 0
  /// Figures in another place than before.
  private(set) var wrong = 0
  private(set) var examples: [String] = []

  private static let mostExamples = 3

  var isSound: Bool { lost == 0 && wrong == 0 }

  mutating func add(lost key: FigureKey) {
    lost += 1
    note("\(key) lost")
  }

  mutating func add(_ key: FigureKey, _ now: FigureKey) {
    wrong += 1
    note("\(key) became \(now)")
  }

  private mutating func note(_ example: String) {
    if examples.count < Self.mostExamples, !examples.contains(example) { examples.append(example) }
  }

  static func += (sum: inout ForgottenCost, cost: ForgottenCost) {
    sum.right += cost.right
    sum.unkeyed += cost.unkeyed
    sum.lost += cost.lost
    sum.wrong += cost.wrong
    for example in cost.examples { sum.note(example) }
  }

  var description: String { "right \(right), without key \(unkeyed), lost \(lost), wrong \(wrong)" }
}
