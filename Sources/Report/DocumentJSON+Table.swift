import Disclosure
import PageContent

extension DocumentJSON {
  static func table(_ table: FormTable, to json: inout JSONWriter) {
    json.onOneLine { json in
      json.member("form", table.form)
      json.member("number", table.number)
      json.member("title", table.title)
      json.member("unit", table.unit?.rawValue)
      json.member("status", table.status.rawValue)
      json.member("pages", table.pages)
    }
    json.member("department", table.department)
    json.member("location", table.location)
    json.member("titleLocation", table.titleLocation)
    json.member("notes")
    json.array(.block) { json in
      for note in table.notes {
        json.element()
        json.string(note.text)
      }
    }
    json.member("noteLocations", table.notes, .line) { $0.members(of: $1.location) }
    json.member("sections", table.sections, .block) { json, section in
      json.member("side", section.side)
      json.member("columns", section.columns, .line) { json, column in
        json.member("key", column.key)
        json.member("header", column.header, .line)
        json.member("number", column.number)
      }
      json.member("rows", section.rows, .block) { row($1, unit: table.unit, to: &$0) }
    }
  }

  private static func row(_ row: FormTable.Row, unit: MonetaryUnit?, to json: inout JSONWriter) {
    json.onOneLine { json in
      json.member("role", row.role.rawValue)
      json.member("lineNumber", row.lineNumber)
      json.member("code", row.code)
      json.member("name", row.name)
      json.member("item", row.item)
      if row.isOfWhich {
        json.member("ofWhich")
        json.bool(true)
      }
      if !row.labels.isEmpty {
        json.member("labels", row.labels, .line) { json, label in
          json.member("header", label.header)
          json.member("text", label.text)
        }
      }
      json.members(of: row.location)
    }
    json.member("cells")
    json.array(.block) { json in
      for figure in row.figures {
        json.element()
        if let figure {
          json.object(.line) { cell(figure, unit: unit, to: &$0) }
        } else {
          json.null()
        }
      }
    }
  }

  private static func cell(_ figure: Figure, unit: MonetaryUnit?, to json: inout JSONWriter) {
    json.member("text", figure.text)
    json.member("yuan")
    if let yuan = figure.amount?.yuan { json.decimal(yuan, decimals: 2) } else { json.null() }
    // Only where it is not the table's: a column of heads in a table of 万元.
    if let amount = figure.amount, amount.unit != unit { json.member("unit", amount.unit?.rawValue) }
    if let stored = figure.stored { json.member("stored", stored) }
    json.members(of: figure.location)
  }
}
