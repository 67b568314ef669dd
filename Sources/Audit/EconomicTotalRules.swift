import Disclosure

extension Rule {
  static let economicTotals: [Rule] = [
    Rule(
      id: "hierarchy.economic.personnel", title: "人员经费合计 = 工资福利支出（301）+ 对个人和家庭的补助（303）",
      english: "Personnel expenditure is the sum of the classes 301 and 303 (501 and 509)",
      why: "人员经费由工资福利支出和对个人和家庭的补助组成。",
      whyEnglish: "Personnel expenditure consists of wages and of subsidies to individuals and families.",
      tolerance: .rounding
    ) { EconomicTotals(subject: $0).evaluate(.personnel, &$1) },
    Rule(
      id: "hierarchy.economic.running", title: "公用经费合计 = 其余各类之和",
      english: "Running expenditure is the sum of all other classes",
      why: "基本支出中人员经费以外的各类组成公用经费。",
      whyEnglish: "What is basic expenditure and not personnel is running expenditure.", tolerance: .rounding
    ) { EconomicTotals(subject: $0).evaluate(.running, &$1) },
    Rule(
      id: "hierarchy.economic.parts", title: "基本支出合计 = 人员经费合计 + 公用经费合计",
      english: "Basic expenditure is personnel plus running expenditure",
      why: "基本支出由人员经费和公用经费组成。",
      whyEnglish: "Basic expenditure consists of these two.", tolerance: .rounding
    ) { EconomicTotals(subject: $0).evaluateWhole(&$1) },
  ]
}

/// 人员经费合计 and 公用经费合计 below lists of economic codes.
private struct EconomicTotals {
  let subject: Subject

  enum Kind: String {
    case personnel = "personnelTotal"
    case running = "runningTotal"
  }

  /// Classes that are personnel expenditure: 工资福利支出, 对个人和家庭的补助, and their like in the budget's own
  /// economic classification.
  private static let personnel: Set<String> = ["301", "303", "501", "509"]
  /// Classes that hold both kinds.
  private static let mixed: Set<String> = ["505", "599"]

  func evaluate(_ kind: Kind, _ verdicts: inout Verdicts) {
    for (index, table) in subject.tables.enumerated() where table.status == .present {
      for tree in subject.trees[index] where tree.nodes[0].code.classification == .economic {
        guard let total = find(kind, in: table, of: tree) else { continue }
        if subject.lacksItem(table: index) {
          verdicts.record(.notEvaluable, reason: "\(subject.title(index))有科目的编码不明")
          continue
        }
        let roots = tree.roots.map { tree.nodes[$0] }
        if roots.contains(where: { EconomicTotals.mixed.contains(String($0.code.digits.prefix(3))) }) {
          verdicts.record(.notEvaluable, reason: "\(subject.title(index))有兼含人员与公用经费的科目")
          continue
        }
        let parts = roots.filter {
          EconomicTotals.personnel.contains(String($0.code.digits.prefix(3))) == (kind == .personnel)
        }
        if parts.isEmpty {
          verdicts.record(.notEvaluable, reason: "\(subject.title(index))未列组成科目")
          continue
        }
        for column in tree.columns.indices where tree.columns[column].isAdditive {
          let balance = Balance(
            Place(table: index, section: total.section, row: total.row, column: column),
            parts.map { Place(table: index, section: $0.section, row: $0.row, column: column) })
          verdicts.weigh(
            balance, in: subject,
            wording: BalanceWording(parts: "所列各类", shortfall: "所列科目不足合计，或有科目未列出"))
        }
      }
    }
  }

  func evaluateWhole(_ verdicts: inout Verdicts) {
    for (index, table) in subject.tables.enumerated() where table.status == .present {
      for tree in subject.trees[index] where tree.nodes[0].code.classification == .economic {
        guard let total = tree.totals.first, let personnel = find(.personnel, in: table, of: tree),
          let running = find(.running, in: table, of: tree)
        else { continue }
        for column in tree.columns.indices where tree.columns[column].isAdditive {
          func place(_ row: (section: Int, row: Int)) -> Place {
            Place(table: index, section: row.section, row: row.row, column: column)
          }
          verdicts.weigh(
            Balance(place(total), [place(personnel), place(running)]), in: subject,
            wording: BalanceWording(parts: "两项"))
        }
      }
    }
  }

  /// The total's row in a section of the tree.
  private func find(_ kind: Kind, in table: FormTable, of tree: CodeTree) -> (section: Int, row: Int)? {
    for section in table.sections.indices where table.sections[section].columns.map(\.key) == tree.columns.map(\.key) {
      if let row = table.sections[section].rows.firstIndex(where: { $0.item == kind.rawValue }) {
        return (section, row)
      }
    }
    return nil
  }
}
