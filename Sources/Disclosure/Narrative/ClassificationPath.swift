/// The functional classification as the narrative names it: 一般公共服务支出（类）财政事务（款）行政运行（项）,
/// 公共安全支出（204类）司法（06款）行政运行（01项）, 2080501-行政单位离退休, 行政运行（2010301）.
struct ClassificationPath {
  var names: [String] = []
  var code: String?
  /// How deep in the classification the last name stands: 1 class, 2 division, 3 item.
  private(set) var depth = 3

  /// nil where the text names no class, division or item by such marks.
  init?(_ text: Scalars) {
    var digits = ""
    var start = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == "(" else {
        index += 1
        continue
      }
      guard let close = text[index...].firstIndex(of: ")") else { break }
      let inside = text[(index + 1)..<close]
      if let mark = inside.last, "类款项".unicodeScalars.contains(mark), inside.dropLast().allSatisfy(\.isASCIIDigit) {
        let name = text[start..<index].drop { $0.isClausePunctuation || $0.isASCIIDigit }
        if !name.isEmpty { names.append(ClassificationPath.string(name)) }
        depth = mark == "类" ? 1 : mark == "款" ? 2 : 3
        digits += ClassificationPath.string(inside.dropLast())
        start = close + 1
      } else if names.isEmpty, ClassificationPath.isCode(inside), index > start {
        names = [ClassificationPath.string(text[start..<index])]
        code = ClassificationPath.string(inside)
        start = close + 1
      }
      index = close + 1
    }
    if names.isEmpty {
      let leading = text.prefix(while: \.isASCIIDigit)
      let name = text.dropFirst(leading.count).drop { $0.isClausePunctuation }
      if ClassificationPath.isCode(leading), !name.isEmpty {
        code = ClassificationPath.string(leading)
        names = [ClassificationPath.string(name)]
      } else if let unmarked = ClassificationPath.unmarked(text) {
        names = unmarked
      }
    }
    if names.isEmpty { return nil }
    if ClassificationPath.isCode(Array(digits.unicodeScalars)[...]) { code = digits }
    if let code { depth = code.utf8.count / 2 }
  }

  private static func isCode(_ text: Scalars) -> Bool {
    [3, 5, 7].contains(text.count) && text.allSatisfy(\.isASCIIDigit)
  }

  /// 住房保障支出类住房改革支出款住房公积金项
  private static func unmarked(_ text: Scalars) -> [String]? {
    guard text.last == "项", let division = text.lastIndex(of: "款"), let kind = text[..<division].firstIndex(of: "类"),
      kind > text.startIndex, division > kind + 1, text.endIndex - division > 2
    else { return nil }
    return [text[..<kind], text[(kind + 1)..<division], text[(division + 1)...].dropLast()].map(string)
  }

  private static func string(_ text: Scalars) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text { view.append(scalar == "(" ? "（" : scalar == ")" ? "）" : scalar) }
    return String(view)
  }
}
