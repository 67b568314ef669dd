import PageContent
import TableStructure

/// A row of the table of main tasks (重点工作完成情况): what was to be done, and what was.
public struct MainTask: Sendable, Hashable {
  /// 序号
  public var number: String?
  /// 重要事项
  public var name: String
  /// 工作内容及目标
  public var content: String?
  /// 完成情况
  public var outcome: String
  public var location: Location

  public init(number: String?, name: String, content: String?, outcome: String, location: Location) {
    self.number = number
    self.name = name
    self.content = content
    self.outcome = outcome
    self.location = location
  }
}

/// Reads tables of main tasks, told by their heads.
enum MainTaskReader {
  /// The catalogue's id of their kind.
  static let form = "mainTasks"

  /// The tasks of a table; nil where its first row does not head such a table.
  static func tasks(in table: Table, _ wording: PartWording = .shared) -> [MainTask]? {
    guard table.rowCount > 1, (3...6).contains(table.columnCount) else { return nil }
    let grid = TableGrid(table)
    let keys = (0..<grid.columnCount).map { wording.key(of: grid.text(0, $0), "task.") }
    guard let name = keys.firstIndex(of: .taskName), let outcome = keys.firstIndex(of: .taskOutcome) else { return nil }
    func text(_ row: Int, _ key: PartWording.Key) -> String? {
      guard let column = keys.firstIndex(of: key), let cell = grid.cell(row, column), !cell.text.isEmpty else {
        return nil
      }
      return cell.text
    }
    let tasks = (1..<grid.rowCount).compactMap { row -> MainTask? in
      guard let own = grid.cell(row, name), own.row == row || grid.cell(row, outcome)?.row == row else { return nil }
      guard !own.text.isEmpty || !grid.text(row, outcome).isEmpty else { return nil }
      return MainTask(
        number: text(row, .taskNumber), name: own.text, content: text(row, .taskContent),
        outcome: text(row, .taskOutcome) ?? "", location: own.location)
    }
    return tasks.isEmpty ? nil : tasks
  }
}
