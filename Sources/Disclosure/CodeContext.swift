/// Joins the parts of a code that stand in cells of their own, 类, 款 and 项.
struct CodeContext {
  private var last = ""
  /// Whether two digits alone are the 款 of the class above.
  private let completesDivisions: Bool

  /// `codes` are those of the table's one column of codes; none where their parts have columns of their own.
  init(codes: [String] = []) {
    let lengths = Set(codes.lazy.filter { $0.isCodeDigits }.map(\.utf8.count))
    let isEconomic = !codes.contains { $0.utf8.count == 3 && $0.begins(with: "2") }
    // Of functional codes two digits may be a 款 or a 项, unless every 项 is printed whole.
    completesDivisions = lengths.isSuperset(of: [2, 3]) && (isEconomic || lengths.contains(7))
  }

  /// The code of a row, or nil where it prints none. Lower parts may be printed alone, under the class of a row above; where
  /// no class is known they are no code: 0401 may be of any.
  mutating func join(_ parts: [String?], columns: Int) -> String? {
    guard parts.contains(where: { $0 != nil }) else { return nil }
    var code = ""
    // Whether it begins with three digits at least, its own or those above.
    var hasClass: Bool?
    for (position, part) in parts.enumerated() {
      guard let part else {
        // A blank 类 before a 款: the class of the row above.
        if code.isEmpty, columns > 1, parts[position...].contains(where: { $0 != nil }) {
          code = String(last.prefix(3 + 2 * position))
        } else if code.utf8.count == 1 + 2 * position, parts[position...].contains(where: { $0 != nil }),
          last.begins(with: code)
        {
          code = String(last.prefix(3 + 2 * position))
        }
        continue
      }
      hasClass = hasClass ?? (max(part.utf8.count, code.utf8.count) > 2)
      // 20106 beside 201 repeats what stands before it, and a class is never a part: codes may stand indented.
      code = part.utf8.count > 2 ? part : code + part
    }
    if completesDivisions, code.utf8.count == 2, last.utf8.count >= 3 {
      code = String(last.prefix(3)) + code
      hasClass = true
    }
    guard hasClass ?? false else {
      last = ""
      return nil
    }
    last = code
    return code
  }
}
