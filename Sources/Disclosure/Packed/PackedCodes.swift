import PageContent
import TableStructure

/// The codes of a table whose 类, 款 and 项 stand in cells of their own, where the blank cells before a lower part are
/// lost: 05 may be a 款 or a 项. The names that codes officially have decide, the order in which they are listed, and what
/// is left of the amounts above them.
struct PackedCodes {
  /// The code of the last row; empty where it is not known.
  private var last = ""
  /// Parts whose level cannot be told.
  private(set) var undecided: [Cell] = []
  /// Whether the rows since the last class hold one whose level is not known.
  private var isOpen = false
  /// What the rows so far leave of the first amounts of the last class and division.
  private var left: (class: ExactNumber?, division: ExactNumber?)

  /// A row with the parts of its code made one; without a part of which more than one code can be made.
  mutating func joining(_ row: [PackedField]) -> [PackedField] {
    let parts = row.prefix { $0.isCodePart }.count
    guard parts > 0 else { return joiningWholeCode(row) }
    guard parts < row.count, !row[parts].isFigure, last.utf8.count >= 3 else { return row }
    let amount = row[parts...].lazy.compactMap(\.number).first
    var row = row
    if let code = code(endingIn: row[..<parts].map(\.text).joined(), parts: parts, name: row[parts].text, amount) {
      add(code, amount)
      row.replaceSubrange(..<parts, with: [PackedField.joined(row[..<parts], as: code)])
    } else {
      undecided += row[..<parts].map(\.cell)
      row.removeFirst(parts)
      // What follows may be below the row or beside it.
      last = String(last.prefix(3))
      isOpen = true
    }
    return row
  }

  /// 201, 06 and 01 before a name, or 2010601.
  private mutating func joiningWholeCode(_ row: [PackedField]) -> [PackedField] {
    guard let first = row.first else { return row }
    let end = first.isDigits(3) ? 1 + row.dropFirst().prefix { $0.isCodePart }.count : 1
    let code = row[..<end].map(\.text).joined()
    guard end < row.count, !row[end].isFigure, ClassificationCode(code) != nil else { return row }
    add(code, row[end...].lazy.compactMap(\.number).first)
    var row = row
    row.replaceSubrange(..<end, with: [PackedField.joined(row[..<end], as: code)])
    return row
  }

  private mutating func add(_ code: String, _ amount: ExactNumber?) {
    switch code.utf8.count {
    case 3: left = (amount, nil)
    case 5: left = (difference(left.class, amount), amount)
    default: left.division = difference(left.division, amount)
    }
    if code.utf8.count == 3 { isOpen = false }
    last = code
  }

  private func difference(_ a: ExactNumber?, _ b: ExactNumber?) -> ExactNumber? {
    guard let a else { return nil }
    return b.map { a - $0 } ?? a
  }

  private func code(endingIn printed: String, parts: Int, name: String, _ amount: ExactNumber?) -> String? {
    let division = String(last.prefix(3)) + printed
    let item = last.utf8.count >= 5 && parts == 1 && last.begins(with: "2") ? String(last.prefix(5)) + printed : nil
    guard let item else { return isOpen ? named([division], name) : division }
    if let code = named([division, item], name) { return code }
    // Codes are listed in order.
    let mayBeDivision = division > last.prefix(5) && isWithin(amount, left.class)
    let mayBeItem = item > last && isWithin(amount, left.division)
    return mayBeDivision == mayBeItem ? nil : mayBeDivision ? division : item
  }

  /// Whether so much is left, but for rounding.
  private func isWithin(_ amount: ExactNumber?, _ left: ExactNumber?) -> Bool {
    guard let amount, let left, amount.mantissa > 0 else { return true }
    return amount - left <= ExactNumber(mantissa: 5, scale: max(amount.scale, left.scale))
  }

  /// The one of some codes that has had the name.
  private func named(_ codes: [String], _ name: String) -> String? {
    let fitting = codes.filter { code in
      OfficialNames.shared.names(of: code).contains { Wording.normalised($0.text) == name }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }
}

extension PackedField {
  /// Two digits.
  fileprivate var isCodePart: Bool { isDigits(2) }

  fileprivate func isDigits(_ count: Int) -> Bool { integer != nil && text.utf8.count == count }

  fileprivate static func joined(_ fields: ArraySlice<PackedField>, as code: String) -> PackedField {
    var result = fields[fields.startIndex]
    for field in fields.dropFirst() { result.cell.location = result.cell.location.union(field.cell.location) }
    (result.text, result.cell.text) = (code, code)
    return result
  }
}
