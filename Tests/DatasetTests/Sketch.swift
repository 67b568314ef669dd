import Disclosure
import PageContent

/// Tables made up for tests: a line for each row, its label and its cells between bars.
///
///     Sketch.section("total basic", """
///       =合计 | 15.00 | 15.00
///       201 一般公共服务支出 | 15.00 | 15.00
///       """)
///
/// `=` makes a total, `+` a subtotal, `~` a row headed 其中, `#item` names the line item; digits before a blank are a code.
enum Sketch {
  static func table(_ form: String, _ sections: FormTable.Section...) -> FormTable {
    FormTable(
      form: form, number: nil, title: form, titleLocation: place(0), unit: .tenThousandYuan, status: .present,
      department: nil, pages: [1], notes: [], sections: sections, location: place(0))
  }

  static func section(_ columns: String, side: String? = nil, _ rows: String) -> FormTable.Section {
    FormTable.Section(
      side: side,
      columns: columns.split(separator: " ").map { word in
        let isKnown = !word.hasPrefix("?")
        return FormTable.Column(
          key: isKnown ? String(word) : nil, header: [isKnown ? "栏\(word)" : String(word.dropFirst())], number: nil)
      },
      rows: rows.split(separator: "\n").enumerated().map { row(String($1), at: $0 + 1) })
  }

  static func document(_ tables: FormTable...) -> DisclosedDocument {
    DisclosedDocument(
      source: .init(
        name: "a.pdf", sha256: String(repeating: "0123456789abcdef", count: 4), mediaType: "application/pdf",
        pageCount: 1),
      department: "示例局", fiscalYear: 2024, kind: .finalAccounts, scope: .unit, tables: tables)
  }

  private static func row(_ line: String, at index: Int) -> FormTable.Row {
    let fields = line.split(separator: "|", omittingEmptySubsequences: false).map { field in
      String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    var label = fields[0][...]
    var role = FormTable.Row.Role.item
    var isOfWhich = false
    switch label.first {
    case "=": role = .total
    case "+": role = .subtotal
    case "~": isOfWhich = true
    default: break
    }
    if role != .item || isOfWhich { label = label.dropFirst() }
    var item: String?
    if let mark = label.firstIndex(of: "#") {
      item = String(label[label.index(after: mark)...])
      label = label[..<mark]
    }
    let words = label.split(separator: " ")
    let code = words.first.flatMap { $0.allSatisfy(\.isNumber) ? String($0) : nil }
    return FormTable.Row(
      role: role, code: code, name: words.dropFirst(code == nil ? 0 : 1).joined(separator: " "), item: item,
      isOfWhich: isOfWhich,
      figures: fields.dropFirst().map { Figure(cell: $0, unit: .tenThousandYuan, location: place(index)) },
      location: place(index))
  }

  private static func place(_ row: Int) -> Location {
    .page(1, Box(x0: 50.5, y0: Double(row) * 12, x1: 90, y1: Double(row) * 12 + 10))
  }
}
