/// What a printed word is, whatever was read: the one place that tells a figure from a dash, a code or a word.
///
/// A word of digits alone may be an amount, a count, a code or the number of a line or column: only its place says which,
/// so it is `whole` here.
package struct Lexeme: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// A figure that is surely one: it has decimals, separators, a sign or a unit of money.
    case amount
    /// Digits alone.
    case whole
    /// `12.5%`, `-3％`.
    case percentage
    /// Digits, and what stands among the digits of figures, that form no number: `120258,600`, two figures that ran into
    /// each other.
    case malformed
    /// -, —, / and the like, which stand for no figure.
    case dash
    /// `1.`, `1、`, `（1）、`: the number of a point in a list.
    case ordinal
    /// 栏次, 列次, or the asterisks in its place: the row that numbers the columns.
    case columnMark
    /// 万元.
    case unit
    /// Any other word, and nothing at all.
    case text
  }

  package let kind: Kind
  /// What an amount, a whole or a percentage counts, in its own unit.
  package let number: ExactNumber?
  /// The unit of money that is printed with it.
  package let unit: MonetaryUnit?

  // For one kind of collection each: other modules would call a generic one through its tables, which is much slower.
  package init(_ text: String) { self.init(text.unicodeScalars) }

  @inline(never)
  package init(_ scalars: String.UnicodeScalarView) { self.init(reading: scalars) }

  @inline(never)
  package init(_ scalars: ArraySlice<Unicode.Scalar>) { self.init(reading: scalars) }

  private init(reading scalars: some BidirectionalCollection<Unicode.Scalar>) {
    var scalars = scalars[...]
    while let first = scalars.first, first.isLayoutSpace { scalars.removeFirst() }
    while let last = scalars.last, last.isLayoutSpace { scalars.removeLast() }
    guard let first = scalars.first else {
      self.init(.text)
      return
    }
    // Most words are words: what no figure begins with is told from one character.
    guard first.isDigit || first.isMarkOfNumber else {
      self.init(Lexeme.word(scalars, beginningWith: first))
      return
    }
    if scalars.allSatisfy({ $0.isDash || $0.isLayoutSpace }) {
      self.init(.dash)
      return
    }
    self.init(figure: scalars)
  }

  private init(_ kind: Kind, _ number: ExactNumber? = nil, unit: MonetaryUnit? = nil) {
    self.kind = kind
    self.number = number
    self.unit = unit
  }

  private static func word(
    _ scalars: some BidirectionalCollection<Unicode.Scalar>, beginningWith first: Unicode.Scalar
  ) -> Kind {
    switch first {
    case "/", "／": return scalars.allSatisfy { $0 == first } ? .dash : .text
    case "*", "＊": return scalars.allSatisfy { $0 == first || $0.isLayoutSpace } ? .columnMark : .text
    case "栏", "列":
      let letters = scalars.filter { !$0.isLayoutSpace && $0 != ":" && $0 != "：" }
      return letters.elementsEqual([first, "次"]) ? .columnMark : .text
    case "元", "千", "万", "百", "亿":
      return MonetaryUnit(rawValue: String(String.UnicodeScalarView(scalars))) == nil ? .text : .unit
    default: return .text
    }
  }

  /// `scalars` begin as a figure does.
  private init(figure scalars: some BidirectionalCollection<Unicode.Scalar>) {
    var digits = 0
    var isPlain = true
    for scalar in scalars {
      if scalar.isDigit {
        digits += 1
      } else if scalar.isMarkOfNumber || scalar.isLayoutSpace {
        isPlain = false
      } else {
        self = Lexeme.withWord(scalars)
        return
      }
    }
    guard digits > 0, let last = scalars.last else {
      self.init(.text)
      return
    }
    if last == "%" || last == "％" {
      let number = ExactNumber(published: scalars.dropLast())
      self.init(number == nil ? .malformed : .percentage, number)
    } else if last == "." || last == "．" {
      // 1. numbers a point.
      self.init(scalars.dropLast().allSatisfy(\.isDigit) ? .ordinal : .malformed)
    } else if let number = ExactNumber(published: scalars) {
      self.init(isPlain ? .whole : .amount, number)
    } else {
      // A figure does not end in a comma: 2, and…
      self.init(last == "," || last == "，" ? .text : .malformed)
    }
  }

  /// A figure with a word behind it: its unit, or the mark of an ordinal.
  private static func withWord(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> Lexeme {
    guard let last = scalars.last else { return Lexeme(.text) }
    if last == "、" {
      return Lexeme(scalars.dropLast().allSatisfy { $0.isDigit || $0.isMarkOfNumber } ? .ordinal : .text)
    }
    guard last == "元", let end = scalars.firstIndex(where: { "元千万百亿".unicodeScalars.contains($0) }),
      let unit = MonetaryUnit(rawValue: String(String.UnicodeScalarView(scalars[end...]))),
      let number = ExactNumber(published: scalars[..<end])
    else { return Lexeme(.text) }
    return Lexeme(.amount, number, unit: unit)
  }
}

extension Lexeme {
  /// Digits with what belongs to them, be they a number or not.
  package var isFigure: Bool {
    switch kind {
    case .amount, .whole, .percentage, .malformed: true
    default: false
    }
  }

  /// A figure, or the dash that stands for none: what fills a column of figures.
  package var isValue: Bool { isFigure || kind == .dash }

  /// Whether nothing but an amount looks so: it has decimals, separators or its unit. (5) may number a point, -5 a page.
  package static func isPlainlyAmount(_ text: String) -> Bool {
    hasMarkOfAmount(text.unicodeScalars) && Lexeme(text).isAmountOrMalformed
  }

  package static func isPlainlyAmount(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    hasMarkOfAmount(scalars) && Lexeme(scalars).isAmountOrMalformed
  }

  private static func hasMarkOfAmount(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
    scalars.contains { ",.，．元".unicodeScalars.contains($0) }
  }

  private var isAmountOrMalformed: Bool { kind == .amount || kind == .malformed }

  /// A number of at most six digits, without sign or decimals: a line's, a column's, a page's.
  package var smallInteger: Int? {
    guard kind == .whole, let number, number.mantissa < 1_000_000 else { return nil }
    return Int(number.mantissa)
  }
}
