import Disclosure

/// The codes of tables that print the classification by its names alone. A name of many codes, as 行政运行, is that of the
/// division that it stands below. The list of official names is not complete: some rows may be left without a code.
enum ImpliedCodes {
  /// The tables, with the codes of those that print none and whose items mostly bear official names.
  static func added(to document: DisclosedDocument) -> [FormTable] {
    document.tables.map { table in
      guard table.status == .present, let form = Catalogue.shared.form(table.form),
        !table.sections.contains(where: { $0.rows.contains { $0.code != nil } })
      else { return table }
      var table = table
      var position = Position(form.classification ?? .functional, year: document.fiscalYear)
      for section in table.sections.indices {
        let rows = table.sections[section].rows
        // The classes of a summary are items of its form; the names below them are not.
        if form.classification == nil, !rows.contains(where: \.isClass) { continue }
        guard let codes = position.codes(of: rows) else { continue }
        for (row, code) in codes.enumerated() { table.sections[section].rows[row].impliedCode = code }
      }
      return table
    }
  }

  /// Where the reading of a list stands.
  private struct Position {
    private let classification: ClassificationCode.Classification
    private let year: Int?
    /// The rows above that the next may stand below, the class first.
    private var path: [ClassificationCode] = []

    init(_ classification: ClassificationCode.Classification, year: Int?) {
      self.classification = classification
      self.year = year
    }

    /// By row; nil where the names are mostly others, or of classes alone in a form that has them for items.
    mutating func codes(of rows: [FormTable.Row]) -> [ClassificationCode?]? {
      var unknown = 0
      let codes = rows.map { row -> ClassificationCode? in
        guard row.mayBeCoded else { return nil }
        let code = next(ItemName.core(Wording.withoutOrdinal(Wording.normalised(row.name))))
        if code == nil { unknown += 1 }
        return code
      }
      let known = codes.lazy.compactMap(\.self)
      return known.count > unknown && (!rows.contains(where: \.isClass) || known.contains { $0.level != .class })
        ? codes : nil
    }

    /// The code of the next name: the nearest below what stands above it.
    mutating func next(_ core: String) -> ClassificationCode? {
      let core = ExactWording(core)
      let codes = (OfficialCores.shared.codes(of: core) ?? []).compactMap(ClassificationCode.init).filter {
        $0.classification == classification
          // 对个人和家庭的补助 is a class of the department's and of the government's economic classification.
          && $0.digits.first == path.first?.digits.first ?? $0.digits.first
      }
      for depth in (0...path.count).reversed() {
        let above = depth == 0 ? nil : path[depth - 1]
        let fitting = codes.filter { $0.parent == above }
        guard let code = fitting.first(where: { isOfYear(core, $0) }) ?? fitting.first ?? common(codes, below: above)
        else { continue }
        path = Array(path.prefix(depth)) + [code]
        return code
      }
      return nil
    }

    private func isOfYear(_ core: ExactWording, _ code: ClassificationCode) -> Bool {
      guard let year else { return true }
      return OfficialCores.shared.names(of: code.digits).contains { $0.core == core && $0.years.contains(year) }
    }

    /// What has the same last digits in every division that is known to list it has them in this one: 一般行政管理事务.
    private func common(_ codes: [ClassificationCode], below division: ClassificationCode?) -> ClassificationCode? {
      let items = codes.filter { $0.level == .item }
      guard let division, division.level == .division, items.count >= Self.fewestDivisions, let first = items.first,
        items.allSatisfy({ $0.digits.hasSuffix(first.digits.suffix(2)) })
      else { return nil }
      return ClassificationCode(division.digits + first.digits.suffix(2))
    }

    private static let fewestDivisions = 5
  }
}

extension FormTable.Row {
  fileprivate var isClass: Bool { item?.begins(with: "function.") ?? false }

  /// 人员经费合计 is an item of its form, 一、一般公共服务支出 is a class.
  var mayBeCoded: Bool { role == .item && !name.isEmpty && (item == nil || isClass) }
}
