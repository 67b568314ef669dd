import Audit
import Disclosure
import PageContent

/// A pseudo-random sequence that is the same everywhere.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Consistent accounts in fen, printed in 0.01 万元: a whole report whose figures agree but for rounding.
struct Accounts {
  private(set) var document: DisclosedDocument

  private typealias Tree = [(code: String, values: [Int])]

  /// - Parameter damage: how many figures to make wrong.
  init(seed: UInt64, damage: Int = 0) {
    var dice = Dice(state: seed)
    let items = Accounts.items(&dice)
    let income = Accounts.tree(
      items.map { ($0.code, [$0.basic + $0.project + $0.other, $0.basic + $0.project, $0.other]) })
    let expenditure = Accounts.tree(items.map { ($0.code, [$0.basic + $0.project, $0.basic, $0.project]) })
    document = Make.document([
      Accounts.summary("incomeExpenditureSummary", "final=2", expenditure, other: income[0].values[2]),
      Make.table(
        "income", notes: ["1栏各行=（2+3）栏各行。"],
        Make.section(nil, "total=1 fiscalAppropriation=2 other=3", Accounts.rows(income))),
      Make.table(
        "expenditure", notes: ["1栏各行=（2+3）栏各行。"],
        Make.section(nil, "total=1 basic=2 project=3", Accounts.rows(expenditure))),
      Accounts.summary("appropriationSummary", "total=2 generalBudget=3 governmentFund=4", expenditure, other: nil),
      Make.table(
        "generalBudgetExpenditure", Make.section(nil, "total=1 basic=2 project=3", Accounts.rows(expenditure))),
      Accounts.basic(expenditure[0].values[1]),
      Make.table("governmentFund", status: .declaredEmpty),
      Make.table("stateCapital", status: .declaredEmpty),
    ])
    for _ in 0..<damage { spoil(&dice) }
  }

  private static func items(_ dice: inout Dice) -> [(code: String, basic: Int, project: Int, other: Int)] {
    var items: [(code: String, basic: Int, project: Int, other: Int)] = []
    for code in ["201", "204", "206", "208", "210", "221", "229"] {
      for division in ["01", "05", "99"].prefix(Int.random(in: 1...3, using: &dice)) {
        for item in ["01", "02", "50", "99"].prefix(Int.random(in: 1...4, using: &dice)) {
          let other = Bool.random(using: &dice) ? amount(&dice) / 100 : 0
          items.append((code + division + item, amount(&dice), amount(&dice), other))
        }
      }
    }
    return items
  }

  private static func amount(_ dice: inout Dice) -> Int {
    switch Int.random(in: 0...3, using: &dice) {
    case 0: 0
    case 1: Int.random(in: 5_000...99_999, using: &dice)
    default: Int.random(in: 100_000...9_999_999_999, using: &dice)
    }
  }

  /// A two-sided summary; with other income, which is carried over, where `other` is given.
  private static func summary(_ form: String, _ columns: String, _ expenditure: Tree, other: Int?) -> FormTable {
    let spent = expenditure[0].values[0]
    let gained = spent + (other ?? 0)
    var left = [Make.line(nil, "generalBudget", "一、一般公共预算", text(spent))]
    if let other { left.append(Make.line(nil, "other", "二、其他收入", text(other))) }
    left.append(Make.line(nil, "currentTotal", "本年收入合计", text(gained), role: .subtotal))
    left.append(Make.line(nil, "openingCarryOver", "年初结转和结余", ""))
    left.append(Make.line(nil, "total", "总计", text(gained), role: .total))
    func wide(_ value: Int) -> [String] { other == nil ? [text(value), text(value), ""] : [text(value)] }
    var right: [FormTable.Row] = []
    for node in expenditure where node.code.utf8.count == 3 {
      right.append(Make.row(.item, "科目\(node.code)", wide(node.values[0])))
      right[right.count - 1].item = "function.\(node.code)"
    }
    let classes = right.count
    for (item, value) in [("currentTotal", spent), ("closingCarryOver", gained - spent), ("total", gained)] {
      right.append(Make.row(item == "total" ? .total : .item, item, wide(value)))
      right[right.count - 1].item = item
    }
    for index in left.indices { left[index].lineNumber = index + 1 }
    for index in right.indices { right[index].lineNumber = left.count + index + 1 }
    let (first, last) = (left.count + 1, left.count + classes)
    return Make.table(
      form, notes: ["\(last + 1)行=（\(first)+\(first + 1)+…+\(last)）行；\(last + 3)行=（\(last + 1)+\(last + 2)）行。"],
      Make.section("income", "final=1", left), Make.section("expenditure", columns, right))
  }

  private static func basic(_ amount: Int) -> FormTable {
    let wages = amount / 3
    let running = amount - 2 * wages
    let economic = tree([("30101", [wages]), ("30102", [wages]), ("30201", [running])])
    return Make.table(
      "generalBudgetBasicExpenditure",
      Make.section(
        "personnel", "final",
        rows(economic.filter { $0.code.hasPrefix("301") })
          + [Make.line(nil, "personnelTotal", "人员经费合计", text(2 * wages), role: .subtotal)]),
      Make.section(
        "public", "final",
        rows(economic.filter { $0.code.hasPrefix("302") })
          + [Make.line(nil, "runningTotal", "公用经费合计", text(running), role: .subtotal)]))
  }

  private static func rows(_ tree: Tree) -> [FormTable.Row] {
    tree.map { node in
      let figures = node.values.map(text)
      return node.code.isEmpty
        ? Make.row(.total, "合计", figures) : Make.row(.item, "科目\(node.code)", figures, code: node.code)
    }
  }

  /// Sums over codes: the grand total first, under an empty code, then every code in order.
  private static func tree(_ leaves: [(String, [Int])]) -> Tree {
    var sums: [String: [Int]] = [:]
    for (code, values) in leaves {
      for length in [0, 3, 5, 7] where length <= code.utf8.count {
        let key = String(code.prefix(length))
        sums[key] = zip(sums[key] ?? values.map { _ in 0 }, values).map { $0 + $1 }
      }
    }
    return sums.sorted { $0.key < $1.key }.map { (code: $0.key, values: $0.value) }
  }

  /// Fen as 0.01 万元, half away from zero; nothing where there is nothing.
  private static func text(_ fen: Int) -> String {
    fen == 0 ? "" : ExactNumber(mantissa: Int128((fen + 5_000) / 10_000), scale: 2).description
  }

  /// Adds 1,000.00 to a figure.
  private mutating func spoil(_ dice: inout Dice) {
    let table = Int.random(in: 0..<6, using: &dice)
    let section = Int.random(in: 0..<document.tables[table].sections.count, using: &dice)
    let row = Int.random(in: 0..<document.tables[table].sections[section].rows.count, using: &dice)
    guard var figure = document.tables[table].sections[section].rows[row].figures[0], var amount = figure.amount else {
      return
    }
    amount.value = amount.value + ExactNumber(mantissa: 100_000, scale: 2)
    figure.value = .amount(amount)
    figure.text = amount.value.description
    document.tables[table].sections[section].rows[row].figures[0] = figure
  }
}
