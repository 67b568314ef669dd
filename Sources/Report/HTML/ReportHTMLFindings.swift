import Audit
import Disclosure
import PageContent

/// The findings by weight, each with its evidence in words and in pictures.
struct ReportHTMLFindings {
  let report: AuditReport
  let places: PrintedPlaces
  let rules: [String: Rule]
  let cells: CellPlaces
  private var pictures: HTMLPictures

  init(report: AuditReport, places: PrintedPlaces, rules: [String: Rule], cells: CellPlaces) {
    self.report = report
    self.places = places
    self.rules = rules
    self.cells = cells
    pictures = HTMLPictures(places.picture)
  }

  /// How much of a finding's evidence is shown before the rest is folded.
  private static let shown = 3

  mutating func write(to html: inout HTMLText) {
    for (severity, title) in [(Finding.Severity.error, "错误"), (.warning, "提醒"), (.info, "尾差与提示")] {
      let findings = report.findings.enumerated().filter { $0.element.severity == severity }
      if findings.isEmpty { continue }
      html.open("section", [("id", "\(severity.name)s"), ("class", severity.name)])
      html.lineEnd()
      // What rounding explains is no error: it is there for who wants to see it.
      if severity == .info { html.raw("<details>\n<summary>") }
      html.element("h2", [], "\(title)（\(findings.count)）")
      if severity == .info { html.raw("</summary>") }
      html.lineEnd()
      var count = 0
      for (index, finding) in findings where html.hasRoom(in: .findings) {
        write(finding, number: index + 1, to: &html)
        count += 1
      }
      html.leftOut(findings.count - count, "条")
      if severity == .info { html.raw("</details>\n") }
      html.close("section")
      html.lineEnd()
    }
  }

  private mutating func write(_ finding: Finding, number: Int, to html: inout HTMLText) {
    html.open("article", [("id", "f\(number)")])
    html.lineEnd()
    html.open("h3")
    html.element("span", [("class", "label")], "\(finding.severity.chinese) \(number)")
    html.words(" \(finding.message)")
    html.close("h3")
    html.lineEnd()
    figures(of: finding, to: &html)
    consequences(of: finding, to: &html)
    let frames = EvidenceFrames(finding.evidence, in: cells).frames
    evidence(of: finding, in: 0..<min(ReportHTMLFindings.shown, finding.evidence.count), to: &html)
    draw(frames.prefix(ReportHTMLFindings.shown), to: &html)
    if finding.evidence.count > ReportHTMLFindings.shown {
      let rest = ReportHTMLFindings.shown..<finding.evidence.count
      html.raw("<details class=\"rest\">\n")
      html.element("summary", [], "另有 \(rest.count) 处")
      html.lineEnd()
      evidence(of: finding, in: rest, to: &html)
      draw(frames.dropFirst(ReportHTMLFindings.shown), to: &html)
      html.raw("</details>\n")
    }
    rule(of: finding, to: &html)
    html.close("article")
    html.lineEnd()
  }

  private func consequences(of finding: Finding, to html: inout HTMLText) {
    if finding.consequences.isEmpty { return }
    html.raw("<details class=\"rest\" open>\n")
    html.element("summary", [], "由此而来的\(finding.consequences.count)处")
    html.raw("<ol>\n")
    for consequence in finding.consequences where html.hasRoom(in: .findings) {
      html.element("li", [], consequence.message)
      html.lineEnd()
    }
    html.raw("</ol>\n</details>\n")
  }

  private func figures(of finding: Finding, to html: inout HTMLText) {
    let figures = [
      ("应为", finding.expected), ("实为", finding.actual), ("相差", finding.difference), ("允许", finding.tolerance),
    ]
    if figures.allSatisfy({ $0.1 == nil }) { return }
    html.block("dl", [("class", "figures")]) { html in
      for case (let name, let figure?) in figures {
        html.open("div")
        html.element("dt", [], name)
        html.element("dd", [], figure.isEmpty ? "空白" : figure)
        html.close("div")
        html.lineEnd()
      }
    }
  }

  private func rule(of finding: Finding, to html: inout HTMLText) {
    html.open("p", [("class", "rule")])
    if let rule = rules[finding.rule] {
      html.words("规则：\(rule.title) ")
      html.element("code", [], rule.id)
      if !rule.why.isEmpty {
        html.raw("<br/>")
        html.words(rule.why)
      }
    } else {
      html.words("规则：")
      html.element("code", [], finding.rule)
    }
    html.close("p")
    html.lineEnd()
  }

  // MARK: Evidence

  private func evidence(of finding: Finding, in range: Range<Int>, to html: inout HTMLText) {
    if range.isEmpty { return }
    html.block("ol", [("class", "evidence"), ("start", "\(range.lowerBound + 1)")]) { html in
      for item in finding.evidence[range] where html.hasRoom(in: .findings) {
        html.open("li")
        words(of: item, to: &html)
        line(of: item, to: &html)
        html.close("li")
        html.lineEnd()
      }
    }
  }

  private func words(of item: Evidence, to html: inout HTMLText) {
    // Outside tables it is a subject, not a row.
    let row = item.row.flatMap { $0.isEmpty ? nil : Wording.quoted($0) + (item.table == nil ? "" : "行") }
    let place = [
      item.location?.chinese, item.table.map { "《\($0)》" }, row,
      item.column.flatMap { $0.isEmpty ? nil : Wording.quoted($0) + "栏" },
    ].compactMap(\.self).joined(separator: " ")
    let cell = cells.place(of: item)
    html.open(cell == nil ? "span" : "a", [("class", "place"), ("href", cell.map { "#\($0.anchor)" })])
    html.words(place.isEmpty ? "原文" : place)
    html.close(cell == nil ? "span" : "a")
    if item.text.isEmpty {
      // Of a missing table nothing is printed; a place without a word is a blank.
      if item.location != nil { html.element("span", [("class", "blank")], "空白") }
    } else {
      html.element("b", [("class", "printed")], item.text)
    }
  }

  /// Beside a text its line, with the place marked; where only the extracted document is at hand, the row's figures.
  private func line(of item: Evidence, to html: inout HTMLText) {
    switch item.location {
    case .line(let number, let columns):
      if let line = places.line(number) {
        let excerpt = LineExcerpt(line, columns: columns)
        html.open("pre")
        html.words(excerpt.before)
        if !excerpt.marked.isEmpty { html.element("mark", [], excerpt.marked) }
        html.words(excerpt.after)
        html.close("pre")
        return
      }
    case .sheet, .part, .element:
      if let excerpt = cells.place(of: item).flatMap({ cells.excerpt(of: $0) }) { return excerpt.write(to: &html) }
    case .page, nil: break
    }
    guard !places.hasPictures, let place = cells.place(of: item),
      let words = cells.words(ofRow: place)
    else { return }
    html.element("pre", [], words)
  }

  private mutating func draw(_ frames: ArraySlice<EvidenceFrames.Frame>, to html: inout HTMLText) {
    guard places.hasPictures else { return }
    for frame in frames { pictures.write(frame, to: &html) }
  }
}
