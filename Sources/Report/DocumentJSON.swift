import Disclosure
import PageContent

/// The JSON of one document, format `juesuan/1`.
///
///     let bytes = DocumentJSON.encode(document)
///
/// The same document gives the same bytes. A place is written as `page` and `box` (points, origin top left), in a text
/// as `line` and `columns` (the first and the last). `DocumentJSONReader` reads it back.
public enum DocumentJSON {
  public static let format = "juesuan/1"

  /// UTF-8, with a line end at the end.
  public static func encode(_ document: DisclosedDocument) -> [UInt8] {
    var json = JSONWriter(capacity: capacity(for: document))
    json.object(.block) { json in
      json.member("format", format)
      json.member("source")
      json.object(.line) { identity(document.source, to: &$0) }
      json.member("department", document.department)
      json.member("fiscalYear", document.fiscalYear)
      json.member("kind", document.kind?.rawValue)
      json.member("scope", document.scope?.rawValue)
      json.member("publishedOn", document.publishedOn)
      json.member("content", document.content?.rawValue)
      json.member("contents", document.contents, .line) { json, entry in
        json.member("form", entry.form)
        json.member("text", entry.text)
        json.members(of: entry.location)
      }
      json.member("tables", document.tables, .block) { table($1, to: &$0) }
      json.member("missingTables", document.missingTables, .line)
      json.member("otherTables", document.otherTables, .block) { cellTable($1, to: &$0) }
      json.member("unrecognisedTables", document.unrecognisedTables, .block) { cellTable($1, to: &$0) }
      profile(document.profile, to: &json)
      performance(document.performance, to: &json)
      parts(of: document, to: &json)
      json.member("paragraphs", document.paragraphs, .line) { json, paragraph in
        json.member("text", paragraph.text)
        json.members(of: paragraph.location)
      }
      narrative(document.narrative, to: &json)
      if !document.leftOut.isEmpty {
        json.member("leftOut", document.leftOut, .line) { json, omitted in
          json.member("reason", omitted.reason)
          json.member("count", omitted.count)
          if omitted.lines.isEmpty { json.member("pages", omitted.pages) } else { json.member("lines", omitted.lines) }
          json.member("texts", omitted.texts, .line)
        }
      }
      json.member("problems", document.problems, .line) { json, problem in
        json.member("kind", problem.kind.rawValue)
        json.member("detail", problem.detail)
        json.members(of: problem.location)
      }
    }
    return json.finish()
  }

  static func identity(_ source: SourceDocument.Identity, to json: inout JSONWriter) {
    json.member("name", source.name)
    json.member("sha256", source.sha256)
    json.member("mediaType", source.mediaType)
    json.member("pageCount", source.pageCount)
  }

  private static func cellTable(_ table: CellTable, to json: inout JSONWriter) {
    json.onOneLine { json in
      if let form = table.form { json.member("form", form) }
      json.member("title", table.title)
      json.member("pages", table.pages)
      json.member("rows", table.rowCount)
      json.member("columns", table.columnCount)
    }
    // A place in a text has `columns` of its own, so the place of a table stands in an object.
    json.member("location", table.location)
    json.member("cells", table.cells, .line) { json, cell in
      json.member("row", cell.row)
      json.member("column", cell.column)
      json.member("rowSpan", cell.rowSpan)
      json.member("columnSpan", cell.columnSpan)
      json.member("text", cell.text)
      json.members(of: cell.location)
    }
  }

  /// Room for a document of this size, so that the bytes rarely have to move.
  private static func capacity(for document: DisclosedDocument) -> Int {
    var cells = 0
    for table in document.tables {
      for section in table.sections { cells += section.rows.count * (section.columns.count + 2) }
    }
    for table in document.otherTables + document.unrecognisedTables { cells += table.cells.count }
    let narrative = document.narrative
    let sentences = narrative.sentences.reduce(0) { $0 + $1.text.utf8.count }
    return 4096 + 144 * cells + 320 * narrative.facts.count + 160 * narrative.sentences.count + 2 * sentences
  }
}
