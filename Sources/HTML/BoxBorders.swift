/// How thick the borders of an element are, in points; 0 for one that is not drawn.
struct BoxBorders {
  var top: Double
  var right: Double
  var bottom: Double
  var left: Double

  init(_ styles: StyleDeclarations) {
    func side(_ name: String) -> Double {
      let whole = styles["border-" + name] ?? styles["border"]
      let style = styles["border-\(name)-style"] ?? styles["border-style"]
      let width = styles["border-\(name)-width"] ?? styles["border-width"]
      return BoxBorders.thickness(of: whole, style: style, width: width)
    }
    top = side("top")
    right = side("right")
    bottom = side("bottom")
    left = side("left")
  }

  private static func thickness(of border: String?, style: String?, width: String?) -> Double {
    let words = border.map { $0.split(separator: " ").map(String.init) } ?? []
    let drawn = words.first(where: styles.contains) ?? style.flatMap { $0.split(separator: " ").first.map(String.init) }
    guard let drawn, styles.contains(drawn), drawn != "none", drawn != "hidden" else { return 0 }
    let all = words + (width.map { $0.split(separator: " ").map(String.init) } ?? [])
    let lengths = all.lazy.compactMap { word in
      named[word] ?? (word.first?.isNumber ?? false ? StyleLength.points(word) : nil)
    }
    // White lines are none.
    if words.contains(where: { StyleColour($0)?.isLike(.white) ?? ($0 == "transparent") }) { return 0 }
    return lengths.first ?? 2.25
  }

  private static let styles: Set = [
    "solid", "double", "dashed", "dotted", "groove", "ridge", "inset", "outset", "none", "hidden",
  ]
  private static let named: [String: Double] = ["thin": 0.75, "medium": 2.25, "thick": 3.75]
}
