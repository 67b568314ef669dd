import Disclosure
import PageContent
import TableStructure

/// A page as the program sees it, as one self-contained SVG: its picture, faded, under what was read where and as what.
///
///     let svg = TraceSVG(trace).render(page, picture: file.picture(of: page.number, dpi: 110))
package struct TraceSVG {
  let trace: DocumentTrace

  package init(_ trace: DocumentTrace) {
    self.trace = trace
  }

  /// Points of the panel beside the page.
  private static let panelWidth = 250.0
  private static let margin = 14.0
  /// Between the page and the panel: keys set aslant reach over the page's edge.
  private static let gap = 44.0
  /// Pixels for a point: small figures stay legible without zooming.
  private static let scale = 1.7

  /// - Parameter picture: of the whole page, as PNG, or why there is none; nil where none is wanted.
  package func render(_ page: PageTrace, picture: Result<[UInt8], PictureFailure>?) -> [UInt8] {
    let traced = TracedPage(page, of: trace)
    let panel = TracePanel(traced, of: trace.document)
    // A hostile page may be as large as it likes; its picture is not.
    let width = min(max(page.width, 1), 14_400)
    let height = min(max(page.height, 1), 14_400)
    let fullWidth = width + TraceSVG.gap + TraceSVG.panelWidth + 2 * TraceSVG.margin
    let fullHeight = max(height, panel.height) + 2 * TraceSVG.margin
    var svg = SVGText()
    svg.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    let size = [fullWidth, fullHeight].map { SVGText.number($0) }
    svg.open(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "width": SVGText.number(fullWidth * TraceSVG.scale), "height": SVGText.number(fullHeight * TraceSVG.scale),
        "viewBox": "\(-TraceSVG.margin) \(-TraceSVG.margin) \(size[0]) \(size[1])",
      ])
    svg.raw("<title>\("\(trace.document.source.name) · \(page.number)".escapedForXML)</title>\n")
    svg.raw(TraceSVG.style)
    svg.element(
      "rect",
      [
        "x": SVGText.number(-TraceSVG.margin), "y": SVGText.number(-TraceSVG.margin), "width": size[0],
        "height": size[1], "fill": "#f1f5f9",
      ])
    svg.element(
      "rect",
      ["class": "sheet", "width": SVGText.number(width), "height": SVGText.number(height)])
    switch picture {
    case .success(let picture):
      svg.element(
        "image",
        [
          "width": SVGText.number(width), "height": SVGText.number(height), "opacity": "0.5",
          "preserveAspectRatio": "none", "xlink:href": "data:image/png;base64,\(Base64.encoded(picture))",
        ])
    case .failure(let failure):
      svg.text(failure.chinese, ["class": "halo", "x": "8", "y": "16", "font-size": "11", "fill": "#b91c1c"])
    case nil: break
    }
    draw(page.rulings, &svg)
    for mark in traced.marks { draw(mark, &svg) }
    for seam in traced.seams { draw(seam, &svg) }
    for column in traced.columns { draw(column, &svg) }
    panel.draw(x: width + TraceSVG.gap, &svg)
    svg.close("svg")
    return Array(svg.text.utf8)
  }

  private static let style: String = {
    var style = """
      <style>
      text{font-family:"Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",\
      "WenQuanYi Zen Hei",sans-serif}
      .halo{paint-order:stroke;stroke:#fff;stroke-width:1.6px;stroke-linejoin:round}
      .sheet{fill:#fff;stroke:#94a3b8;stroke-width:.5}
      .ruling{stroke:#06b6d4;stroke-width:.7;stroke-opacity:.75}
      .mark{fill-opacity:.13;stroke-width:.5;stroke-opacity:.8}
      .sum{fill-opacity:.3}
      .mark:hover{fill-opacity:.45;stroke-width:1.2}
      .warning{fill-opacity:.3;stroke-width:1.6;stroke-dasharray:3 1.5}
      .blank{fill-opacity:0}
      .paragraph,.furniture{fill-opacity:.06;stroke-dasharray:1.5 1.5}
      .dropped{fill:url(#dropped);fill-opacity:1}
      .furniture{fill:url(#furniture);fill-opacity:1}

      """
    for kind in TraceMark.Kind.allCases {
      let fill = kind == .dropped || kind == .furniture ? "" : "fill:\(kind.colour);"
      style += ".\(kind.rawValue){\(fill)stroke:\(kind.colour)}\n.\(kind.rawValue)-text{fill:\(kind.colour)}\n"
    }
    style += "</style>\n<defs>"
    for (id, colour) in [("dropped", "#94a3b8"), ("furniture", "#cbd5e1")] {
      style += """
        <pattern id="\(id)" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
        <path d="M0 0V4" stroke="\(colour)" stroke-width="1"/></pattern>
        """
    }
    return style + "</defs>\n"
  }()

  private func draw(_ rulings: [Ruling], _ svg: inout SVGText) {
    for ruling in rulings {
      let isHorizontal = ruling.axis == .horizontal
      let position = SVGText.number(ruling.position)
      let start = SVGText.number(ruling.start)
      let end = SVGText.number(ruling.end)
      svg.element(
        "line",
        [
          "class": "ruling", "x1": isHorizontal ? start : position, "y1": isHorizontal ? position : start,
          "x2": isHorizontal ? end : position, "y2": isHorizontal ? position : end,
        ])
    }
  }

  private func draw(_ mark: TraceMark, _ svg: inout SVGText) {
    let box = mark.box
    // Outlines of neighbours stand side by side, and do not hide the rulings.
    let inset = min(0.6, max(0, box.width) / 4, max(0, box.height) / 4)
    let kind = mark.kind.rawValue
    svg.element(
      "rect",
      [
        "class": "mark \(kind)\(mark.isSum ? " sum" : "")\(mark.kind.isWarning ? " warning" : "")",
        "x": SVGText.number(box.x0 + inset), "y": SVGText.number(box.y0 + inset),
        "width": SVGText.number(max(0, box.width - 2 * inset)),
        "height": SVGText.number(max(0, box.height - 2 * inset)),
      ], title: mark.details)
    if mark.kind != .paragraph, mark.kind != .furniture, !mark.text.isEmpty { drawReading(of: mark, &svg) }
    if mark.isUnknown {
      svg.text(
        "?",
        [
          "class": "halo loose-text", "x": SVGText.number(box.x0 + 1), "y": SVGText.number(box.y0 + 6),
          "font-size": "7", "font-weight": "bold",
        ])
    }
  }

  /// The text as read, small, at the foot of its place and on the side where least is printed: figures are set to the
  /// right, labels to the left.
  private func drawReading(of mark: TraceMark, _ svg: inout SVGText) {
    let box = mark.box
    let standsLeft = mark.isLine || [.amount, .dash, .unreadable, .leftover].contains(mark.kind)
    let ems = max(1, Double(mark.text.displayWidth) / 2)
    let size = min(5, max(2.6, box.height * 0.34), max(2.2, (box.width - 2) / ems))
    var text = mark.text
    // What still does not fit is cut: the whole is said when it is pointed at.
    let fitting = Int(min(max(0, (box.width - 2) / size * 2), 1000))
    if text.displayWidth > fitting, !mark.isLine {
      text = (text.lines(fitting: max(2, fitting - 2)).first ?? "") + "…"
    }
    svg.text(
      text,
      [
        "class": "halo \(mark.kind.rawValue)-text", "x": SVGText.number(standsLeft ? box.x0 + 1 : box.x1 - 1),
        "y": SVGText.number(mark.isLine ? box.y1 + size * 0.9 : box.y1 - 1.1), "font-size": SVGText.number(size),
        "text-anchor": standsLeft ? "start" : "end",
      ])
  }

  private func draw(_ seam: TracedPage.Seam, _ svg: inout SVGText) {
    let y = seam.isTop ? seam.box.y0 : seam.box.y1
    svg.element(
      "line",
      [
        "x1": SVGText.number(seam.box.x0 - 8), "x2": SVGText.number(seam.box.x1 + 8), "y1": SVGText.number(y),
        "y2": SVGText.number(y), "stroke": "#7e22ce", "stroke-width": "1.6", "stroke-dasharray": "6 2 1.5 2",
      ])
    svg.text(
      seam.wording,
      [
        "class": "halo", "fill": "#7e22ce", "x": SVGText.number(seam.box.x0),
        "y": SVGText.number(seam.isTop ? y - 3 : y + 8), "font-size": "6.5", "font-weight": "bold",
      ])
  }

  private func draw(_ column: TracedPage.ColumnLabel, _ svg: inout SVGText) {
    let label = column.key ?? "?"
    let size = 5.6
    let width = Double(label.displayWidth) * size * 0.6 + 4
    // One that is wider than its column is set aslant, so that it leaves room for its neighbours.
    let isAslant = width > column.width
    let x = SVGText.number(column.x)
    let y = SVGText.number(column.y - 2)
    svg.open("g", ["transform": "translate(\(x) \(y))\(isAslant ? " rotate(-45)" : "")"])
    let start = isAslant ? 0 : -width / 2
    svg.element(
      "rect",
      [
        "x": SVGText.number(start), "y": SVGText.number(-size - 1), "width": SVGText.number(width),
        "height": SVGText.number(size + 2.2), "rx": "1.5", "fill": column.key == nil ? "#dc2626" : "#0f172a",
        "fill-opacity": "0.88",
      ])
    svg.text(
      label,
      [
        "class": "column-key", "fill": "#fff", "x": SVGText.number(start + 2), "y": "-0.8",
        "font-size": SVGText.number(size), "font-weight": "bold",
      ], title: column.details)
    svg.close("g")
  }
}
