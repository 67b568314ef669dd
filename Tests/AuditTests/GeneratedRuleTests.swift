import Disclosure
import Testing

@testable import Audit

/// The rules that follow from the catalogue, each on a table made of what it names: the parts are 1 each, and the total
/// is their sum, or one more.
@Suite struct GeneratedRuleTests {
  private static let sums = Catalogue.shared.forms.flatMap { form in form.sums.map { (form, $0) } }

  private func check(_ id: String, _ tables: (Int) -> [FormTable], total: Int) {
    let sound = Auditor.report(on: Make.document(tables(total)))
    #expect(sound.count(id, .passed) > 0, "\(id)")
    #expect(sound.findings(id).isEmpty, "\(id)")
    let broken = Auditor.report(on: Make.document(tables(total + 1)))
    #expect(broken.count(id, .failed) > 0, "\(id)")
  }

  @Test func everySumOfColumns() {
    for (form, sum) in Self.sums {
      guard case .columns = sum.direction else { continue }
      let keys = [sum.total] + parts(sum).map(\.key)
      check(
        "sum.\(form.id).\(sum.id)",
        { total in
          [
            Make.table(
              form.id, Make.section(nil, keys.joined(separator: " "), [Make.row(.total, "合计", figures(sum, total))]))
          ]
        }, total: total(sum))
    }
  }

  @Test func everySumOfLines() {
    for (form, sum) in Self.sums {
      guard case .lines(let side) = sum.direction else { continue }
      let column = form.columns.first?.key ?? "final"
      check(
        "lines.\(form.id).\(sum.id)",
        { total in
          let rows = zip([sum.total] + parts(sum).map(\.key), figures(sum, total)).map { key, figure in
            Make.line(nil, key.replacing("*", with: "201"), key, figure, role: key == sum.total ? .total : .item)
          }
          return [Make.table(form.id, Make.section(side, column, rows))]
        }, total: total(sum))
    }
  }

  /// The parts of a sum, but for those that a whole beside them holds already.
  private func parts(_ sum: Catalogue.Sum) -> [Catalogue.Term] {
    let wholes = Self.wholes(among: sum.parts.map(\.key))
    return sum.parts.filter { wholes.contains($0.key) }
  }

  private static func wholes(among keys: [String]) -> [String] {
    Nesting.resolve(keys) { _ in true }.present
  }

  private func total(_ sum: Catalogue.Sum) -> Int { parts(sum).reduce(0) { $0 + ($1.isSubtracted ? -1 : 10) } }

  private func figures(_ sum: Catalogue.Sum, _ total: Int) -> [String] {
    ["\(total).00"] + parts(sum).map { $0.isSubtracted ? "1.00" : "10.00" }
  }

  @Test func everyIdentityBetweenForms() {
    for identity in Catalogue.shared.identities {
      let wholes = Self.wholes(among: identity.right.map(\.row))
      let right = identity.right.filter { wholes.contains($0.row) }
      check(
        "identity.\(identity.id)",
        { total in
          tables([(identity.left, "\(total).00")] + right.map { ($0, "1.00") })
        }, total: right.count)
    }
  }

  /// The tables that hold the references: of one form one table, its sections by side.
  private func tables(_ cells: [(Catalogue.Reference, String)]) -> [FormTable] {
    var forms: [String] = []
    for (reference, _) in cells where !forms.contains(reference.form) { forms.append(reference.form) }
    return forms.map { form in
      let own = cells.filter { $0.0.form == form }
      var sides: [String?] = []
      for (reference, _) in own where !sides.contains(reference.side) { sides.append(reference.side) }
      return Make.table(
        form,
        sections: sides.map { side in
          let rows = own.filter { $0.0.side == side }
          return Make.section(side, rows[0].0.column, rows.map { row($0.0, $0.1) })
        })
    }
  }

  private func row(_ reference: Catalogue.Reference, _ figure: String) -> FormTable.Row {
    switch reference.row {
    case "class": Make.coded("201", "一般公共服务支出", figure)
    case "total": Make.line(nil, reference.side == nil ? nil : "total", "合计", figure, role: .total)
    case let key: Make.line(nil, key.replacing("*", with: "201"), key, figure)
    }
  }
}
