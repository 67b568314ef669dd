import PageContent

/// Draws the objects of a page: its characters and lines, in points.
struct OFDPainter {
  private(set) var page: Page
  private let units: [String: [OFDObject]]
  private let limits: PageLimits
  /// Areas filled so far, the last on top of the others: what text stands on.
  private var grounds: [(box: Box, colour: OFDColour)] = []
  /// The resources that are being drawn: one that draws itself is drawn once.
  private var open: Set<String> = []
  private var objectCount = 0
  /// Filled shapes that are no bars and no areas: letters that were turned into outlines look so.
  private var outlineCount = 0
  private var hasCycle = false

  /// Millimetres to points.
  private static let scale = 72 / 25.4
  private static let mostObjects = 200_000
  private static let mostGrounds = 4000

  init(number: Int, area: OFDBox, units: [String: [OFDObject]], limits: PageLimits) {
    page = Page(
      number: number, width: max(1, area.width * OFDPainter.scale), height: max(1, area.height * OFDPainter.scale))
    self.units = units
    self.limits = limits
  }

  static func toPage(_ area: OFDBox) -> OFDMatrix {
    OFDMatrix(a: scale, d: scale, e: -area.x * scale, f: -area.y * scale)
  }

  mutating func draw(_ objects: [OFDObject], _ matrix: OFDMatrix) {
    for object in objects {
      objectCount += 1
      guard objectCount <= OFDPainter.mostObjects else { return note(.tooManyGlyphs) }
      switch object {
      case .text(let text): draw(text, text.matrix.then(matrix))
      case .path(let path): draw(path, path.matrix.then(matrix))
      case .image(let box):
        let corners = [matrix.point(box.x, box.y), matrix.point(box.x + box.width, box.y + box.height)]
        page.images.append(OFDPainter.box(around: corners))
      case .composite(let id, let inner):
        guard open.insert(id).inserted else {
          hasCycle = true
          continue
        }
        draw(units[id] ?? [], inner.then(matrix))
        open.remove(id)
      }
    }
  }

  /// What of the page cannot be read.
  mutating func finish() {
    if hasCycle { page.problems.append(.drawingErrors(1)) }
    if page.glyphs.lazy.filter({ !$0.isSpace }).prefix(OFDPainter.fewestGlyphs).count < OFDPainter.fewestGlyphs,
      outlineCount >= OFDPainter.fewestOutlines
    {
      page.problems.append(.outlinedText)
    }
  }

  private static let fewestGlyphs = 8
  private static let fewestOutlines = 50

  private mutating func note(_ problem: PageProblem) {
    if !page.problems.contains(problem) { page.problems.append(problem) }
  }

  private static func box(around points: [(x: Double, y: Double)]) -> Box {
    let x = points.map(\.x)
    let y = points.map(\.y)
    return Box(x0: x.min() ?? 0, y0: y.min() ?? 0, x1: x.max() ?? 0, y1: y.max() ?? 0)
  }

  // MARK: Text

  private mutating func draw(_ text: OFDText, _ matrix: OFDMatrix) {
    guard text.size > 0 else { return }
    for code in text.codes {
      let scalars = Array(code.text.unicodeScalars)
      guard page.glyphs.count + scalars.count <= limits.glyphs else { return note(.tooManyGlyphs) }
      let stepsX = OFDNumbers.steps(code.deltaX, count: scalars.count)
      let stepsY = OFDNumbers.steps(code.deltaY, count: scalars.count)
      var x = code.x
      var y = code.y
      for (index, scalar) in scalars.enumerated() {
        let usual = OFDPainter.ems(of: scalar) * text.size * text.horizontalScale
        let step = index < stepsX.count ? stepsX[index] : nil
        // A step tells the width, but for one that sets letters apart.
        let width = step.map { $0 > 0.3 * usual && $0 < 1.3 * usual ? $0 : usual } ?? usual
        append(scalar, text, matrix, x: x, y: y, width: width)
        x += step ?? (stepsY.isEmpty ? usual : 0)
        if index < stepsY.count { y += stepsY[index] }
      }
    }
  }

  /// How wide a character is, in its size, where nothing says it: Chinese fonts have two widths.
  private static func ems(of scalar: Unicode.Scalar) -> Double { scalar.value < 0x2000 ? 0.5 : 1 }

  private mutating func append(
    _ scalar: Unicode.Scalar, _ text: OFDText, _ matrix: OFDMatrix, x: Double, y: Double, width: Double
  ) {
    let pen = matrix.point(x, y)
    let along = matrix.vector(text.size, 0)
    let up = matrix.vector(0, -text.size)
    let size = (up.x * up.x + up.y * up.y).squareRoot()
    let corners = [(0.0, 0.14 * text.size), (width, -0.86 * text.size)].map { matrix.point(x + $0.0, y + $0.1) }
    let box = OFDPainter.box(around: corners)
    guard box.midX >= 0, box.midX <= page.width, box.midY >= 0, box.midY <= page.height, size.isFinite, size > 0 else {
      return
    }
    let isTurned = abs(along.y) > 0.02 * abs(along.x) || along.x < 0
    var glyph = Glyph(
      scalar: scalar.withoutRadical, x0: box.x0, y0: box.y0, x1: box.x1, y1: box.y1, baseline: pen.y, size: size,
      isBold: text.isBold, isRotated: isTurned, isSpace: scalar.properties.isWhitespace, penX: Float(pen.x))
    if isTurned {
      let (low, high) = (min(abs(along.x), abs(along.y)), max(abs(along.x), abs(along.y)))
      if low > 0.1 * high {
        glyph.traits.insert(.slanted)
      } else if abs(along.y) > abs(along.x) {
        glyph.quarterTurns = along.y > 0 ? 1 : 3
      } else {
        glyph.quarterTurns = along.x < 0 ? 2 : 0
      }
    }
    if text.isInvisible { glyph.traits.insert(.invisible) }
    if text.colour.isPale { glyph.traits.insert(.pale) }
    let ground = grounds.last { $0.box.contains(x: box.midX, y: box.midY) }?.colour ?? .white
    if text.colour.isLike(ground) { glyph.traits.insert(.backgroundColour) }
    page.glyphs.append(glyph)
  }

  // MARK: Paths

  private static let thickestBar = 3.0
  private static let thickestStroke = 6.0
  private static let slant = 0.35
  private static let shortest = 1.0

  private mutating func draw(_ path: OFDPath, _ matrix: OFDMatrix) {
    let parts = OFDPathData(path.data).subpaths
    if path.isStroked, !path.strokeColour.isLike(.white) {
      let across = matrix.vector(0, path.lineWidth)
      let thickness = (across.x * across.x + across.y * across.y).squareRoot()
      if thickness <= OFDPainter.thickestStroke {
        for part in parts { stroke(part, matrix, thickness) }
      }
    }
    guard path.isFilled else { return }
    // Nothing said is black.
    let colour = path.fillColour ?? OFDColour()
    for part in parts { fill(part, matrix, colour) }
  }

  private mutating func stroke(_ part: OFDPathData.Subpath, _ matrix: OFDMatrix, _ thickness: Double) {
    var last = part.points.first.map { matrix.point($0.x, $0.y) }
    for point in part.points.dropFirst() {
      let next = matrix.point(point.x, point.y)
      defer { last = next }
      guard let from = last, !point.isCurve else { continue }
      let (width, height) = (abs(next.x - from.x), abs(next.y - from.y))
      guard max(width, height) >= OFDPainter.shortest, min(width, height) <= OFDPainter.slant else { continue }
      if width > height {
        rule(.horizontal, (from.y + next.y) / 2, from.x, next.x, thickness)
      } else {
        rule(.vertical, (from.x + next.x) / 2, from.y, next.y, thickness)
      }
    }
  }

  private mutating func fill(_ part: OFDPathData.Subpath, _ matrix: OFDMatrix, _ colour: OFDColour) {
    let box = OFDPainter.box(around: part.points.map { matrix.point($0.x, $0.y) })
    let isStraight = !part.points.contains(where: \.isCurve)
    if !isStraight || part.points.count > 6 {
      outlineCount += 1
      return
    }
    if min(box.width, box.height) <= OFDPainter.thickestBar {
      guard !colour.isLike(.white), max(box.width, box.height) >= OFDPainter.shortest else { return }
      if box.width > box.height {
        rule(.horizontal, box.midY, box.x0, box.x1, box.height)
      } else {
        rule(.vertical, box.midX, box.y0, box.y1, box.width)
      }
    } else if grounds.count < OFDPainter.mostGrounds {
      grounds.append((box, colour))
    }
  }

  private mutating func rule(
    _ axis: Ruling.Axis, _ position: Double, _ from: Double, _ to: Double, _ thickness: Double
  ) {
    let limit = axis == .horizontal ? page.height : page.width
    guard position >= -1, position <= limit + 1 else { return }
    guard page.rulings.count < limits.rulings else { return note(.tooManyRulings) }
    page.rulings.append(
      Ruling(axis: axis, position: position, start: min(from, to), end: max(from, to), thickness: thickness))
  }
}
