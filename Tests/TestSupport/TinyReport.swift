/// A small report of final accounts as a PDF, with any of its pages a picture only.
package enum TinyReport {
  package enum Page: Sendable {
    case cover, income, expenditure
    /// A page image without a text layer.
    case scan
  }

  /// - Parameter others: 其他收入 as the total row of the income prints it; right as it is.
  /// - Parameter undrawable: a page that is read like the others, but of which no picture can be drawn: an image of ten
  ///   thousand million pixels stands on it, of which a reader needs only the place.
  package static func bytes(_ pages: [Page], others: String = "20.50", undrawable: Page? = nil) -> [UInt8] {
    var pdf = TinyPDF()
    pdf.addUnicodeFont("U")
    pdf.addGrayImage("Im", width: 8, height: 8)
    pdf.addGrayImage("Endless", width: 100_000, height: 100_000, data: "a")
    pdf.pages = pages.map { page in
      let image = page == undrawable ? "q 595 0 0 842 0 0 cm /Endless Do Q\n" : ""
      return TinyPDF.Page(content: image + content(page, others))
    }
    return pdf.bytes()
  }

  private static func content(_ page: Page, _ others: String) -> String {
    switch page {
    case .cover: text("云台市档案馆2023年度部门决算", x: 130, y: 600, size: 20)
    case .income:
      table(
        "收入决算表", number: 2,
        [
          ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "其他收入"], ["", "合计", "120.50", "100.00", others],
          ["201", "一般公共服务支出", "120.50", "100.00", "20.50"], ["20126", "档案事务", "120.50", "100.00", "20.50"],
          ["2012604", "档案馆", "120.50", "100.00", "20.50"],
        ])
    case .expenditure:
      table(
        "支出决算表", number: 3,
        [
          ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"], ["", "合计", "118.20", "90.20", "28.00"],
          ["201", "一般公共服务支出", "118.20", "90.20", "28.00"], ["20126", "档案事务", "118.20", "90.20", "28.00"],
          ["2012604", "档案馆", "118.20", "90.20", "28.00"],
        ])
    case .scan: "q 595 0 0 842 0 0 cm /Im Do Q"
    }
  }

  private static func table(_ title: String, number: Int, _ rows: [[String]]) -> String {
    let edges = [50, 120, 260, 350, 440, 530]
    let top = 700
    let height = 24
    let bottom = top - height * rows.count
    var content = text(title, x: 240, y: 760, size: 16) + text("公开0\(number)表", x: 450, y: 735, size: 10)
    content += text("部门：云台市档案馆", x: 50, y: 715, size: 10) + text("单位：万元", x: 450, y: 715, size: 10)
    for edge in edges { content += "\(edge) \(bottom) m \(edge) \(top) l S\n" }
    for line in 0...rows.count { content += "\(edges[0]) \(top - line * height) m 530 \(top - line * height) l S\n" }
    for (index, row) in rows.enumerated() {
      for (edge, cell) in zip(edges, row) where !cell.isEmpty {
        content += text(cell, x: edge + 4, y: top - index * height - 16, size: 10)
      }
    }
    return content
  }

  private static func text(_ text: String, x: Int, y: Int, size: Int) -> String {
    let codes = text.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return String(repeating: "0", count: 4 - digits.count) + digits
    }
    return "BT /U \(size) Tf \(x) \(y) Td <\(codes.joined())> Tj ET\n"
  }
}
