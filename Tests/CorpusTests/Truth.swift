import Disclosure
import PageContent
import Report
import TestSupport

/// What a right reading of a document must find, written by hand or by whoever made the document.
struct Truth {
  var document: String
  var department: String?
  var fiscalYear: Int?
  var tables: [Table]

  struct Table {
    var form: String?
    var title: String
    var number: Int?
    var unit: String
    var isDeclaredEmpty: Bool
    var pages: [Int]
    var rows: [Row]
  }

  struct Row {
    var side: String?
    var lineNumber: Int?
    var code: String?
    var name: String
    /// Printed digits without separators; nil for a blank or a dash.
    var values: [ExactNumber?]
    /// The indices of the values that count things: 辆, 个, 人 and so on. They are worth no yuan.
    var counts: [Int]
  }

  init(_ bytes: [UInt8]) throws {
    let json = try JSONParser.parse(bytes)
    document = json["document"]?.text ?? ""
    department = json["department"]?.text
    fiscalYear = json["fiscal_year"]?.integer
    tables = (json["tables"]?.elements ?? []).map(Table.init)
  }
}

extension Truth.Table {
  init(_ json: JSONValue) {
    form = json["form"]?.text
    title = json["title"]?.text ?? ""
    number = json["number"]?.integer
    unit = json["unit"]?.text ?? ""
    isDeclaredEmpty = json["status"]?.text == "declaredEmpty"
    pages = json["pages"]?.elements?.compactMap(\.integer) ?? []
    rows = (json["rows"]?.elements ?? []).map(Truth.Row.init)
  }
}

extension Truth.Row {
  init(_ json: JSONValue) {
    side = json["side"]?.text
    lineNumber = json["line_no"]?.text.flatMap { Int($0) }
    code = json["code"]?.text
    name = json["name"]?.text ?? ""
    values = (json["values"]?.elements ?? []).map { $0.text.flatMap(ExactNumber.init(published:)) }
    counts = (json["counts"]?.elements ?? []).compactMap(\.integer)
  }
}

extension JSONValue {
  fileprivate var integer: Int? { if case .number(let literal) = content { Int(literal) } else { nil } }
}
