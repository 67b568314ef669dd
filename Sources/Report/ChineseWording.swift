import Audit
import Disclosure
import PageContent

extension DisclosedDocument {
  /// 示例局 2024 年度部门决算
  var chineseTitle: String {
    var title = department ?? "部门名称不明"
    if let fiscalYear { title += " \(fiscalYear) 年度" }
    let whose = scope.map { $0 == .department ? "部门" : "单位" }
    switch kind {
    case .finalAccounts: title += (whose ?? "") + "决算"
    case .budget: title += (whose ?? "") + "预算"
    case nil: title += "（不知是决算还是预算）"
    }
    return title
  }
}

extension SourceDocument.Identity {
  var chinese: String { pageCount.map { "\(name)（\($0) 页）" } ?? name }
}

extension Location {
  var chinese: String {
    switch self {
    case .page(let page, _): "第 \(page) 页"
    case .line(let line, let columns) where columns.count == 1: "第 \(line) 行第 \(columns.lowerBound) 列"
    case .line(let line, let columns): "第 \(line) 行第 \(columns.lowerBound)–\(columns.upperBound) 列"
    case .sheet(let place): "工作表“\(place.name)”\(place.cells)"
    case .part(let place): place.chinese
    case .element(let place): place.chinese
    }
  }
}

extension ElementPlace {
  fileprivate var chinese: String {
    let whole = (page > 1 ? "第 \(page) 个网页" : "") + "网页元素 \(path.text)"
    guard let columns else { return whole + (cells.map { " 的 \($0)" } ?? "") }
    return whole
      + (columns.count == 1 ? " 第 \(columns.lowerBound) 字" : " 第 \(columns.lowerBound)–\(columns.upperBound) 字")
  }
}

extension PartPlace {
  fileprivate var chinese: String {
    let whole = part.chinese + "第 \(number) " + (cells == nil ? "段" : "个表")
    guard let columns else { return whole + (cells.map { "的 \($0)" } ?? "") }
    return whole
      + (columns.count == 1 ? "第 \(columns.lowerBound) 字" : "第 \(columns.lowerBound)–\(columns.upperBound) 字")
  }
}

extension PartPlace.Part {
  fileprivate var chinese: String {
    switch self {
    case .body: ""
    case .footnotes: "脚注"
    case .endnotes: "尾注"
    case .header: "页眉"
    case .footer: "页脚"
    }
  }
}

/// Pages in short: 第 3、8–10 页; empty where there are none.
func chinese(pages: some Sequence<Int>) -> String {
  var ranges: [ClosedRange<Int>] = []
  for page in Set(pages).sorted() {
    if let last = ranges.last, last.upperBound + 1 == page {
      ranges[ranges.count - 1] = last.lowerBound...page
    } else {
      ranges.append(page...page)
    }
  }
  if ranges.isEmpty { return "" }
  let parts = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
  return "第 \(parts.joined(separator: "、")) 页"
}

extension Finding.Severity {
  var chinese: String {
    switch self {
    case .error: "错误"
    case .warning: "提醒"
    case .info: "提示"
    }
  }
}

extension FormTable.Status {
  var chinese: String {
    switch self {
    case .present: "有数据"
    case .declaredEmpty: "空表，有说明"
    case .blank: "空表，无说明"
    }
  }
}

extension Problem.Kind {
  var chinese: String {
    switch self {
    case .drawingErrors: "页面内容有错误"
    case .deadline: "超过时限，未读完"
    case .tooManyGlyphs: "文字过多，未读完"
    case .tooManyRulings: "线条过多，未读完"
    case .unmappedGlyphs: "文字没有编码"
    case .scan: "扫描页，没有文字"
    case .invisibleText: "有看不见的文字"
    case .missingPage: "缺少网页"
    case .outlinedText: "文字画成了图形，无法读取"
    case .unreadableCell: "数字栏里不是数字"
    case .unknownColumn: "不认识的栏目"
    case .missingUnit: "没有金额单位"
    case .inferredUnit: "金额单位由其他表推定"
    case .lostFigure: "旧格式转换时丢失的数字"
    case .lostTable: "旧格式转换时丢失的表"
    case .strayFigure: "数字不属于任何一栏"
    case .unreadTable: "报表的行、栏无法辨认"
    case .contradictoryHead: "封面、标题与表头所称的部门或年度不一"
    case .notAReport: "不像部门预算或决算"
    }
  }
}
