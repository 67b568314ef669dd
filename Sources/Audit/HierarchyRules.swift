import Disclosure

extension Rule {
  static let hierarchy: [Rule] = [
    Rule(
      id: "hierarchy.functional", title: "支出功能分类：类 = 所列各款之和，款 = 所列各项之和",
      english: "Functional classification: a class is the sum of its divisions, a division of its items",
      why: "上级科目应等于所列下级科目之和；不等则有误，或有科目未列出（如涉密）。",
      whyEnglish: "A class is the sum of what is listed below it, unless an item is left out, as secret ones must be.",
      tolerance: .rounding
    ) { CodeSums(subject: $0, classification: .functional).evaluateParents(&$1) },
    Rule(
      id: "hierarchy.functional.total", title: "支出功能分类：合计 = 各类之和",
      english: "Functional classification: the total row is the sum of the classes",
      why: "合计行应等于所列各类之和；不等则有误，或有科目未列出（如涉密）。",
      whyEnglish: "The total row is the sum of the classes listed, unless one is left out, as secret ones must be.",
      tolerance: .rounding
    ) { CodeSums(subject: $0, classification: .functional).evaluateTotals(&$1) },
    Rule(
      id: "hierarchy.economic", title: "支出经济分类：类 = 所列各款之和",
      english: "Economic classification: a class is the sum of its divisions",
      why: "类级科目应等于所列款级科目之和；不等则有误，或有科目未列出。",
      whyEnglish: "A class is the sum of the divisions listed below it, unless one is left out.", tolerance: .rounding
    ) { CodeSums(subject: $0, classification: .economic).evaluateParents(&$1) },
    Rule(
      id: "hierarchy.economic.total", title: "支出经济分类：合计 = 各类之和",
      english: "Economic classification: the total row is the sum of the classes",
      why: "合计行应等于所列各类之和。",
      whyEnglish: "The total row is the sum of the classes listed.", tolerance: .rounding
    ) { CodeSums(subject: $0, classification: .economic).evaluateTotals(&$1) },
  ]
}

/// The sums that a classification demands of coded tables.
private struct CodeSums {
  let subject: Subject
  let classification: ClassificationCode.Classification

  func evaluateParents(_ verdicts: inout Verdicts) {
    forEachTree(&verdicts) { table, tree, verdicts in
      let columns = tree.columns.indices.filter { tree.columns[$0].isAdditive }
      let details = LocalDetails(subject.tables[table], beside: tree)
      for (index, parent) in tree.nodes.enumerated() where parent.code.level != .item {
        if parent.children.isEmpty { continue }
        let balances = columns.map { column in
          Balance(
            place(table, parent, column),
            parent.children.map { place(table, tree.nodes[$0], column) }
              + details.children(of: index, in: tree, table: table, column: column))
        }
        verdicts.weigh(
          balances, in: subject,
          wording: BalanceWording(
            parts: parent.code.level == .class ? "所列各款" : "所列各项", shortfall: "所列下级科目不足，或有科目未列出（如涉密）"))
      }
    }
  }

  func evaluateTotals(_ verdicts: inout Verdicts) {
    forEachTree(&verdicts) { table, tree, verdicts in
      // 支出总计 of a summary holds what is carried over beside its classes, which are items of its form.
      if subject.classifications[table] == nil, subject.row(place(table, tree.nodes[0], 0)).impliedCode != nil {
        return
      }
      let details = LocalDetails(subject.tables[table], beside: tree)
      let printed = tree.totals.filter { !subject.tables[table].sections[$0.section].rows[$0.row].isBlank }
      if tree.totals.isEmpty, !hasPartialTotals(table) {
        verdicts.record(.notEvaluable, reason: "\(subject.title(table))未列合计行")
      }
      // Of a total printed at the head and left blank at the foot, the printed one counts.
      for total in printed.isEmpty ? Array(tree.totals.prefix(1)) : printed {
        var balances = tree.columns.indices.filter { tree.columns[$0].isAdditive }.map { column in
          Balance(
            Place(table: table, section: total.section, row: total.row, column: column),
            tree.roots.map { place(table, tree.nodes[$0], column) }
              + details.roots(table: table, column: column))
        }
        // Listed unit by unit, with sums of each, a code stands there more than once: adding up counts it twice.
        let codes = tree.roots.map { tree.nodes[$0].code.digits }
        if Set(codes).count < codes.count {
          let sums = balances.count
          balances.removeAll { balance in
            guard case .failed(let gap) = balance.verdict(in: subject) else { return false }
            return gap.expected.magnitude > gap.actual.magnitude
          }
          if balances.count < sums {
            verdicts.record(.notEvaluable, reason: "\(subject.title(table))按单位重复列示科目", count: sums - balances.count)
          }
        }
        verdicts.weigh(
          balances, in: subject,
          wording: BalanceWording(parts: "所列各类", shortfall: "所列科目不足合计，或有科目未列出（如涉密）"))
      }
    }
  }

  /// 人员经费合计 and 公用经费合计 in place of one total; they have rules of their own.
  private func hasPartialTotals(_ table: Int) -> Bool {
    subject.tables[table].sections.contains { section in
      section.rows.contains { $0.item == "personnelTotal" || $0.item == "runningTotal" }
    }
  }

  private func forEachTree(_ verdicts: inout Verdicts, _ body: (Int, CodeTree, inout Verdicts) -> Void) {
    for (index, table) in subject.tables.enumerated() where table.status == .present {
      let trees = subject.trees[index].filter { $0.nodes[0].code.classification == classification }
      if trees.isEmpty, subject.classifications[index] == classification,
        !table.sections.contains(where: { $0.rows.contains { $0.classification != nil } })
      {
        verdicts.record(.notEvaluable, reason: "\(subject.title(index))未印科目编码")
      }
      if !trees.isEmpty, subject.lacksItem(table: index) {
        verdicts.record(.notEvaluable, reason: "\(subject.title(index))有科目的编码不明")
        continue
      }
      for tree in trees { body(index, tree, &verdicts) }
    }
  }

  private func place(_ table: Int, _ node: CodeTree.Node, _ column: Int) -> Place {
    Place(table: table, section: node.section, row: node.row, column: column)
  }
}
