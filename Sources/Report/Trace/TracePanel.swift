import Disclosure

/// What stands beside a traced page: whose page it is, its tables and problems, and what the colours mean.
struct TracePanel {
  private enum Line {
    case heading(String)
    case text(String, colour: String)
    case swatch(TraceMark.Kind)
    case gap
  }

  private var lines: [Line] = []

  /// Columns of text that fit beside the page.
  private static let width = 68

  init(_ page: TracedPage, of document: DisclosedDocument) {
    lines.append(.heading("第 \(page.page.number) 页 page \(page.page.number)"))
    add("\(document.source.name) · \(document.chineseTitle)")
    for table in page.tables {
      lines.append(.gap)
      for (index, text) in table.enumerated() {
        if index == 0 { lines.append(.heading(text)) } else { add(text) }
      }
    }
    if !page.problems.isEmpty {
      lines.append(.gap)
      lines.append(.heading("问题 problems (\(page.problems.count))"))
      for problem in page.problems.prefix(TracePanel.mostProblems) {
        add("\(problem.kind.chinese) \(problem.kind.rawValue): \(problem.detail)", colour: "#b91c1c")
      }
      if page.problems.count > TracePanel.mostProblems { add("…", colour: "#b91c1c") }
    }
    lines.append(.gap)
    lines.append(.heading("图例 legend"))
    let shown = Set(page.marks.map(\.kind))
    for kind in TraceMark.Kind.allCases where shown.contains(kind) { lines.append(.swatch(kind)) }
    add("深色 deeper: 合计、小计 totals, subtotals　? 词表里没有 not in the catalogue")
    add("栏上 over a column: 词表里的键 its key　蓝绿线 cyan: 读到的线 rulings as read")
  }

  private static let mostProblems = 30

  private mutating func add(_ text: String, colour: String = "#334155") {
    for line in text.lines(fitting: TracePanel.width).prefix(4) { lines.append(.text(line, colour: colour)) }
  }

  var height: Double { lines.reduce(12) { $0 + TracePanel.height(of: $1) } }

  private static func height(_ size: Double) -> Double { size * 1.5 }

  private static func height(of line: Line) -> Double {
    switch line {
    case .heading: height(8.5)
    case .text: height(6.5)
    case .swatch: height(7)
    case .gap: 6
    }
  }

  func draw(x: Double, _ svg: inout SVGText) {
    var y = 2.0
    let left = SVGText.number(x)
    for line in lines {
      y += TracePanel.height(of: line)
      let base = SVGText.number(y - 3)
      switch line {
      case .gap: break
      case .heading(let text):
        svg.text(text, ["x": left, "y": base, "font-size": "8.5", "font-weight": "bold", "fill": "#0f172a"])
      case .text(let text, let colour):
        svg.text(text, ["x": left, "y": base, "font-size": "6.5", "fill": colour])
      case .swatch(let kind):
        svg.element(
          "rect",
          [
            "class": "swatch mark \(kind.rawValue)\(kind.isWarning ? " warning" : "")", "x": left,
            "y": SVGText.number(y - 9), "width": "16", "height": "7.5",
          ])
        svg.text(
          kind.wording,
          ["x": SVGText.number(x + 21), "y": base, "font-size": "6.5", "fill": "#334155"])
      }
    }
  }
}
