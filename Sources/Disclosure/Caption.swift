import PageContent
import TableStructure

/// What stands above a table, and in its first rows where they span it: title, number, unit, department.
struct Caption {
  var match: TitleMatch?
  var location: Location?
  var number: Int?
  var unit: MonetaryUnit?
  var department: String?
  /// The line that would be the title if a form claimed it.
  var likelyTitle: String?

  /// The most lines above a table that its caption takes.
  static let reach = 9

  /// Reads the lines above a table, the nearest last.
  init(_ lines: ArraySlice<Paragraph>, catalogue: Catalogue = .shared, kind: DisclosedDocument.Kind? = nil) {
    let titles = catalogue.titles
    var previous: Paragraph?
    // 金额单位：万 and 元 on a line of its own.
    var unitRest = ""
    for line in Caption.whole(lines.suffix(Caption.reach)).flatMap({ Caption.parts(of: $0, catalogue) }).reversed() {
      let text = Wording.normalised(line.text)
      // A sentence of the narrative ends the caption.
      if text.count > 60, text.holds("。") { break }
      if unit == nil {
        if text == "元" {
          unitRest = text
        } else if let stated = MonetaryUnit(stated: text.holds("单位") ? text + unitRest : text) {
          unit = stated
        }
      }
      if department == nil { department = Caption.department(in: line.text) }
      if match == nil {
        if number == nil, let alone = TableNumber.alone(line.text) { number = alone }
        // A long title may be broken into two lines.
        if let found = titles.match(line.text, kind: kind) {
          match = found
          location = line.location
          if let below = previous, let longer = titles.match(line.text + below.text, kind: kind),
            longer.length > found.length || Caption.isCutInBrackets(line.text, before: below.text)
              || Caption.isRemark(below.text)
          {
            match = longer
          }
        } else if let below = previous, let found = titles.match(line.text + below.text, kind: kind) {
          match = found
          location = line.location
        } else if likelyTitle == nil, text.ends(with: "表") || text.ends(with: ")") && text.holds("表"),
          text.count < 60, TableNumber.alone(line.text) == nil
        {
          likelyTitle = TextJoin.squashed(line.text)
        }
      } else {
        // Only a number may still stand above the title, or the first line of one whose last would do alone.
        if !text.ends(with: "表"), let below = previous, below.location == location,
          let whole = titles.match(line.text + below.text, kind: kind),
          whole.length > match?.length ?? 0
        {
          match = whole
          location = line.location
          continue
        }
        if number == nil, let alone = TableNumber.alone(line.text) { number = alone }
        break
      }
      previous = line
    }
    number = match?.number ?? number
    unit = unit ?? MonetaryUnit(stated: unitRest)
  }

  /// The lines, with those made one that a line break within brackets parted: …决算表（单 and 位：元）, or the edge of a page
  /// that the table goes on beside.
  private static func whole(_ lines: ArraySlice<Paragraph>) -> [Paragraph] {
    var result: [Paragraph] = []
    for line in lines {
      if let cut = result.firstIndex(where: { isCutByPage($0, before: line) }) {
        result[cut].text += line.text
      } else if let last = result.last, last.text.utf8.count < 240, isCutInBrackets(last.text, before: line.text) {
        result[result.count - 1].text += line.text
      } else {
        result.append(line)
      }
    }
    return result
  }

  /// Whether a text at the right of a page goes on on a later one at the same height, far left: further columns may stand
  /// on the page after all rows.
  private static func isCutByPage(_ line: Paragraph, before next: Paragraph) -> Bool {
    guard let page = line.location.page, let other = next.location.page, page < other, let box = line.location.box,
      let rest = next.location.box, line.text.utf8.count < 240
    else { return false }
    return abs(box.y0 - rest.y0) < 1 && abs(box.height - rest.height) < 1 && rest.x0 < box.x0
      && box.x1 - rest.x0 > narrowestPage
  }

  /// Tables that do not fit on a page are wider than this, in points.
  private static let narrowestPage = 400.0

  /// Whether a line ends within brackets that the next one closes: …表（按功能分类 and 科目）.
  private static func isCutInBrackets(_ line: String, before next: String) -> Bool {
    func depth(_ text: String) -> Int {
      text.unicodeScalars.reduce(0) { depth, scalar in
        switch scalar {
        case "（", "(": depth + 1
        case "）", ")": depth - 1
        default: depth
        }
      }
    }
    return depth(next) == -1 && depth(line) == 1 && next.count < 30
  }

  /// Whether a line in brackets says more of the title above: （按支出功能分类科目）, but not （单位：万元） or （表 5）.
  private static func isRemark(_ line: String) -> Bool {
    let text = Wording.normalised(line)
    return text.hasPrefix("(") && text.hasSuffix(")") && text.holds("科目") && !text.holds("单位")
      && TableNumber.alone(line) == nil
  }

  /// A title, the department and the unit may stand so close on one line that they were read as one.
  private static func parts(of line: Paragraph, _ catalogue: Catalogue) -> [Paragraph] {
    let text = TextJoin.squashed(line.text)
    guard text.holds("：") || text.holds(":"), text.count < 120 else { return [line] }
    var cuts: Set<String.Index> = []
    // 单位收入支出决算总表（单位：万元): only before a colon is a label one.
    for label in labels + catalogue.words(.unitCaption).texts {
      for colon in ["：", ":"] {
        guard let found = text.range(of: label + colon), found.lowerBound > text.startIndex else { continue }
        cuts.insert(found.lowerBound)
      }
    }
    // 金额单位 holds 单位, 编制单位 too: of cuts within one label the first counts.
    var starts = [text.startIndex]
    for cut in cuts.sorted() where text.distance(from: starts[starts.count - 1], to: cut) > 2 || starts.count == 1 {
      starts.append(cut)
    }
    let ends = starts.dropFirst() + [text.endIndex]
    return zip(starts, ends).map { start, end in
      var part = line
      var rest = text[start..<end]
      // 收支总表（单位：元）
      if end < text.endIndex, let last = rest.last, "（(".contains(last) { rest.removeLast() }
      if start > text.startIndex, let last = rest.last, "）)".contains(last),
        !rest.contains(where: { "（(".contains($0) })
      {
        rest.removeLast()
      }
      part.text = String(rest)
      return part
    }
  }
}
