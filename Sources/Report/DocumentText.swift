import Disclosure
import PageContent

/// A document in short for a person at a terminal: whose report it is, its tables with their totals, what is missing.
///
///     print(DocumentText(width: 100).render(document), terminator: "")
public struct DocumentText: Sendable {
  /// Columns of the terminal; a Chinese character takes two.
  public var width: Int
  public var isColoured: Bool

  public init(width: Int = 100, isColoured: Bool = false) {
    self.width = width
    self.isColoured = isColoured
  }

  public func render(_ document: DisclosedDocument) -> String {
    var text = TerminalText(width: width, isColoured: isColoured)
    text.paragraph(document.chineseTitle, style: .heading)
    let date = document.publishedOn.map { "，\($0) 公开" } ?? ""
    text.paragraph("文件：\(document.source.chinese)\(date)")
    switch document.content {
    case .narrative: text.paragraph("本文件只有文字说明，没有报表。")
    case .tables: text.paragraph("本文件只有报表，没有文字说明。")
    case .both, nil: break
    }
    text.emptyLine()
    text.paragraph("表（\(document.tables.count)）", style: .heading)
    let titles = document.tables.map { table in
      "\(table.number.map { "表 \($0) " } ?? "")\(table.title)"
    }
    // Titles in a column, so that the figures stand below each other; a long one pushes its own line only.
    let column = min(titles.map(\.displayWidth).max() ?? 0, width / 2)
    for (title, table) in zip(titles, document.tables) {
      text.paragraph("\(title.padded(toWidth: column))  \(description(of: table))", indent: 2)
    }
    if !document.missingTables.isEmpty {
      let names = document.missingTables.map { Catalogue.shared.form($0)?.title ?? $0 }
      text.paragraph("缺少：\(names.joined(separator: "、"))", style: .warning)
    }
    if !document.unrecognisedTables.isEmpty {
      text.emptyLine()
      text.paragraph("未识别的表（\(document.unrecognisedTables.count)）", style: .heading)
      for table in document.unrecognisedTables {
        let title = table.title ?? "无标题"
        let place = place(table.location, table.pages)
        text.paragraph("\(title)  \(table.rowCount) 行 \(table.columnCount) 列  \(place)", indent: 2)
      }
    }
    text.problems(of: document)
    return text.text
  }

  /// 第 8–9 页  万元  126 个数字  合计 1,511.90
  private func description(of table: FormTable) -> String {
    let place = place(table.location, table.pages)
    guard table.status == .present else { return "\(place)  \(table.status.chinese)" }
    var parts = [place, table.unit?.rawValue ?? "单位不明"]
    var figures = 0
    var totals: [String] = []
    for section in table.sections {
      for row in section.rows { figures += row.figures.reduce(0) { $0 + ($1?.amount == nil ? 0 : 1) } }
      // The last one of a side is the grand total: those above it are sums of a part.
      if let total = section.rows.last(where: { $0.role == .total }),
        let figure = total.figures.lazy.compactMap(\.self).first(where: { $0.amount != nil })
      {
        totals.append("\(total.name) \(figure.text)")
      }
    }
    parts.append("\(figures) 个数字")
    return (parts + totals).joined(separator: "  ")
  }

  private func place(_ location: Location, _ pages: [Int]) -> String {
    switch location {
    case .line(let line, _): "第 \(line) 行起"
    case .page(let page, _): chinese(pages: pages.isEmpty ? [page] : pages)
    case .sheet, .part, .element: location.chinese
    }
  }
}

extension TerminalText {
  /// What kept a part of the document from being read, by kind.
  mutating func problems(of document: DisclosedDocument) {
    leftOut(document.leftOut.filter { !$0.isFurniture })
    if document.problems.isEmpty { return }
    emptyLine()
    paragraph("读取时的问题（\(document.problems.count)）", style: .heading)
    for (kind, problems) in document.problems.grouped(by: \.kind) {
      let shown = problems.prefix(3).map { problem in
        [problem.location?.chinese, problem.detail.isEmpty ? nil : "“\(problem.detail)”"].compactMap(\.self)
          .joined(separator: " ")
      }
      let rest = problems.count > shown.count ? "等 \(problems.count) 处" : ""
      paragraph("\(kind.chinese)：\(shown.joined(separator: "、"))\(rest)", indent: 2)
    }
  }

  /// What is on the pages and was not read as a part of the report.
  private mutating func leftOut(_ texts: [OmittedText]) {
    if texts.isEmpty { return }
    emptyLine()
    paragraph("未作为正文读取的文字", style: .heading)
    for omitted in texts { paragraph(omitted.chinese, indent: 2) }
  }
}

extension OmittedText {
  /// 水印：“某局公开” 210 处，第 1–6 页
  var chinese: String {
    let reasons = [
      "watermark": "水印", "slantedText": "斜排的文字", "backgroundColour": "与底色相同的文字", "invisibleText": "看不见的文字",
      "hiddenLayer": "隐藏图层", "hiddenSheet": "隐藏工作表", "hiddenRow": "隐藏行", "hiddenColumn": "隐藏列",
      "hiddenText": "隐藏文字", "deletedText": "修订中删除的文字", "fieldCode": "域代码", "navigation": "网站导航",
      "pageNumber": "页码", "runningHead": "页眉页脚",
    ]
    let quoted = texts.map { "“\($0)”" }.joined(separator: "、")
    let place = pages.isEmpty ? "" : "，" + Report.chinese(pages: pages)
    return "\(reasons[reason] ?? reason)：\(quoted)\(quoted.isEmpty ? "" : " ")\(count) 处\(place)"
  }
}
