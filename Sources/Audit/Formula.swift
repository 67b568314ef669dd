import PageContent

/// A formula as printed below a table: 27行=(1+2+…+8)行, 1栏各行=(2+3)栏各行.
struct Formula: Hashable, Sendable {
  /// What its numbers count.
  enum Axis: Hashable, Sendable {
    /// 行次
    case lines
    /// 栏次
    case columns
  }

  struct Term: Hashable, Sendable {
    var number: Int
    var isSubtracted: Bool
  }

  var axis: Axis
  var left: Int
  var terms: [Term]
  /// As printed, from its left side to its last term.
  var text: String

  /// 行 or 栏.
  var unit: String { axis == .lines ? "行" : "栏" }
}

/// A formula and where it is printed.
struct PrintedFormula: Hashable, Sendable {
  var formula: Formula
  var location: Location
}
