/// Finds the formulas in a note. Text around them is passed over; what is not surely a formula is none.
struct FormulaParser {
  private let scanner: FormulaScanner
  private var index = 0
  /// What the numbers of the note's last formula count: 1栏=（2+3）；4=（5+6）.
  private var axis: Formula.Axis?

  static func formulas(in note: String) -> [Formula] {
    guard note.unicodeScalars.contains(where: { $0 == "=" || $0 == "＝" || $0 == "﹦" }) else { return [] }
    var parser = FormulaParser(scanner: FormulaScanner(note))
    return parser.parse()
  }

  private init(scanner: FormulaScanner) {
    self.scanner = scanner
  }

  private func token(_ index: Int) -> FormulaToken? {
    scanner.tokens.indices.contains(index) ? scanner.tokens[index].token : nil
  }

  private mutating func parse() -> [Formula] {
    var formulas: [Formula] = []
    while index < scanner.tokens.count {
      guard token(index) == .equals else {
        index += 1
        continue
      }
      let equals = index
      index += 1
      guard let left = left(endingBefore: equals), let formula = formula(left, equals: equals) else { continue }
      axis = formula.axis
      formulas.append(formula)
    }
    return formulas
  }

  private struct Left {
    var number: Int
    var axis: Formula.Axis?
    var start: Int
  }

  /// Reads backwards: 1栏各行, 27行, 第1栏, 27.
  private func left(endingBefore equals: Int) -> Left? {
    var index = equals - 1
    var axis: Formula.Axis?
    while let token = token(index) {
      switch token {
      case .filler: index -= 1
      // 1栏各行: of two units the first is the one that is numbered.
      case .line:
        axis = .lines
        index -= 1
      case .column:
        axis = .columns
        index -= 1
      case .number(let number):
        guard number > 0 else { return nil }
        // 1+2=3 is no formula, nor is the tail of one.
        if let before = self.token(index - 1), [.plus, .minus, .equals, .dash, .ellipsis].contains(before) {
          return nil
        }
        while self.token(index - 1) == .filler { index -= 1 }
        return Left(number: number, axis: axis, start: index)
      default: return nil
      }
    }
    return nil
  }

  private enum Operator {
    case plus, minus, range
  }

  /// Reads the right side from `index` on, as far as it is one.
  private mutating func formula(_ left: Left, equals: Int) -> Formula? {
    var terms: [Formula.Term] = []
    var pending: Operator? = .plus
    var axis = left.axis
    var end = equals
    var isBroken = false
    scan: while let token = token(index) {
      switch token {
      case .number(let number):
        // The left side of the next formula, where nothing parts the two: 27行=(1+2)行 30行=(27+28)行.
        guard let joint = pending else { break scan }
        guard add(number, joint, &terms) else {
          isBroken = true
          break scan
        }
        pending = nil
        end = index
      case .plus: pending = pending == .range ? .range : .plus
      case .minus: pending = pending == .range ? .range : .minus
      case .ellipsis: pending = .range
      case .dash: pending = pending == .plus && !terms.isEmpty ? .range : dash(terms)
      case .line, .column:
        if axis == nil { axis = token == .line ? .lines : .columns }
        end = index
      case .filler: break
      case .separator: break scan
      case .equals:
        isBroken = true
        break scan
      case .other:
        // ×100%, /3栏: not a sum.
        isBroken = pending != nil || isArithmetic(index)
        break scan
      }
      index += 1
    }
    guard !isBroken, pending == nil, !terms.isEmpty, left.number > 0, let axis = axis ?? self.axis else { return nil }
    guard terms.count > 1 || left.axis != nil else { return nil }
    while closes(end + 1) { end += 1 }
    spreadSum(&terms, upTo: end)
    return Formula(axis: axis, left: left.number, terms: terms, text: scanner.text(left.start...end))
  }

  /// Whether the mark still belongs to the formula that ends before it.
  private func closes(_ index: Int) -> Bool {
    switch token(index) {
    case .line, .column: true
    case .filler: !["第", "本", "表"].contains(scanner.text(index...index))
    default: false
    }
  }

  /// 2-7栏之和 is a sum from 2 to 7.
  private func spreadSum(_ terms: inout [Formula.Term], upTo end: Int) {
    guard terms.count == 2, terms[1].isSubtracted, terms[1].number > terms[0].number,
      scanner.text(end...end) == "和", terms[1].number - terms[0].number <= FormulaParser.longestRange
    else { return }
    terms = (terms[0].number...terms[1].number).map { Formula.Term(number: $0, isSubtracted: false) }
  }

  /// 2—7 is from 2 to 7; 2—3 is a difference, as no one writes so short a range.
  private func dash(_ terms: [Formula.Term]) -> Operator {
    guard let last = terms.last, case .number(let next)? = token(index + 1) else { return .range }
    return next > last.number + 1 ? .range : .minus
  }

  private func isArithmetic(_ index: Int) -> Bool {
    ["/", "×", "*", "÷", "%", "％", "／"].contains(scanner.text(index...index))
  }

  /// The most terms that a range may stand for.
  private static let longestRange = 200

  private func add(_ number: Int, _ joint: Operator, _ terms: inout [Formula.Term]) -> Bool {
    guard number > 0 else { return false }
    switch joint {
    case .plus: terms.append(Formula.Term(number: number, isSubtracted: false))
    case .minus: terms.append(Formula.Term(number: number, isSubtracted: true))
    case .range:
      guard let last = terms.last, number > last.number, number - last.number <= FormulaParser.longestRange else {
        return false
      }
      terms += (last.number + 1...number).map { Formula.Term(number: $0, isSubtracted: last.isSubtracted) }
    }
    return terms.count <= 2 * FormulaParser.longestRange
  }
}
