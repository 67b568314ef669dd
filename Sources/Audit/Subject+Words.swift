import Disclosure
import PageContent

extension Subject {
  /// 《收入决算表》
  func title(_ table: Int) -> String {
    let title = document.tables[table].title
    return title.first == "《" && title.last == "》" ? title : "《\(title)》"
  }

  /// The row's code and name, or what else tells it.
  func rowName(_ place: Place) -> String { Subject.name(of: row(place)) }

  static func name(of row: FormTable.Row) -> String {
    if let code = row.code { return row.name.isEmpty ? code : "\(code) \(row.name)" }
    if !row.name.isEmpty { return row.name }
    if let line = row.lineNumber { return "行次\(line)" }
    return row.role == .total ? "合计" : ""
  }

  func columnName(_ place: Place) -> String {
    let columns = section(place).columns
    return place.column < columns.count ? Subject.name(of: columns[place.column]) : ""
  }

  static func name(of column: FormTable.Column) -> String {
    if !column.header.isEmpty { return column.header.joined(separator: "/") }
    return column.number.map { "栏次\($0)" } ?? ""
  }

  /// 《收入决算表》“合计”行“本年收入合计”栏
  func describe(_ place: Place) -> String {
    let row = rowName(place)
    let column = columnName(place)
    return title(place.table) + (row.isEmpty ? "" : Wording.quoted(row) + "行")
      + (column.isEmpty ? "" : Wording.quoted(column) + "栏")
  }

  func evidence(_ place: Place) -> Evidence {
    let figure = figure(place)
    let row = row(place)
    return Evidence(
      location: figure?.location ?? row.location, table: document.tables[place.table].title, row: rowName(place),
      column: columnName(place), text: figure?.text ?? "")
  }

  func evidence(ofTable table: Int, text: String = "") -> Evidence {
    Evidence(
      location: document.tables[table].titleLocation, table: document.tables[table].title, text: text)
  }
}
