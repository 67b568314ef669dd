import PageContent

/// A form's title found in a line.
struct TitleMatch {
  var form: Int
  /// As printed, without the table's number.
  var title: String
  var number: Int?
  /// How much of the wording the catalogue knows: the longer match is the surer one.
  var length: Int
}

/// The titles of the catalogue, ready to be looked up.
struct TitleIndex: Sendable {
  /// The forms of each title, in the catalogue's order.
  private var forms: [ExactWording: [Int]] = [:]
  /// The titles' lengths in UTF-8, longest first.
  private var lengths: [Int] = []
  private var lastCharacters: Set<Unicode.Scalar> = []
  private let kinds: [DisclosedDocument.Kind]
  private let keepsCells: [Bool]
  /// Words that make another form of what follows them.
  private let qualifiers: [String]
  /// Words that end like a qualifier and are none: the whole department's budget.
  private let wholes: [String]

  init(_ forms: [Catalogue.Form] = [], qualifiers: [String] = [], wholes: [String] = []) {
    self.qualifiers = qualifiers
    self.wholes = wholes
    kinds = forms.map(\.kind)
    keepsCells = forms.map(\.keepsCells)
    for (index, form) in forms.enumerated() {
      for title in form.titles { self.forms[ExactWording(title), default: []].append(index) }
    }
    lastCharacters = Set(self.forms.keys.compactMap { $0.text.unicodeScalars.last })
    lengths = Set(self.forms.keys.lazy.map { $0.text.utf8.count }).sorted(by: >)
  }

  /// The form whose title ends the line, once the table's number is taken off. A sentence that quotes a title is none:
  /// it goes on, or is too long. Where final accounts and budgets share a title, `kind` tells which is meant.
  func match(_ line: String, kind: DisclosedDocument.Kind? = nil) -> TitleMatch? {
    guard line.utf8.count < 240, line.holds("表") || line.holds("结果") else { return nil }
    let (core, printed, number) = TableNumber.split(line)
    if core.unicodeScalars.contains(where: TitleIndex.endsSentence) { return nil }
    for wording in TitleIndex.wordings(of: core) {
      if let (form, length) = find(wording, kind: kind) {
        return TitleMatch(form: form, title: printed, number: number, length: length)
      }
    }
    return nil
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == ";" || scalar == "!" || scalar == "?"
  }

  private func find(_ core: String, kind: DisclosedDocument.Kind?) -> (form: Int, length: Int)? {
    guard let last = core.unicodeScalars.last, lastCharacters.contains(last) else { return nil }
    let bytes = core.utf8
    for length in lengths where length <= bytes.count {
      let start = bytes.index(bytes.endIndex, offsetBy: -length)
      guard let ending = String(bytes[start...]), let candidates = forms[ExactWording(ending)] else { continue }
      let prefix = core[..<start]
      // 政府性基金预算财政拨款支出决算表 ends in 支出决算表, and a known longer title would have matched before; an
      // unknown one must not pass for the shorter.
      let isQualified =
        qualifiers.contains(where: prefix.ends)
        && !wholes.contains(where: prefix.ends)
      if prefix.holds(",") || prefix.unicodeScalars.count > 40 { return nil }
      var found: Int?
      for form in candidates {
        if isQualified, !keepsCells[form] { return nil }
        if found == nil || kinds[form] == kind { found = form }
      }
      return found.map { ($0, length) }
    }
    return nil
  }

  /// A title as printed, and without a remark in brackets at its end: (不含上年结转), (按功能分类科目). A remark that tells
  /// functional from economic classification is part of the title, as (经济).
  private static func wordings(of core: String) -> [String] {
    guard core.holds("("), let open = core.lastIndex(of: "("), open > core.startIndex,
      core.ends(with: ")") || !core.holds(")")
    else { return [core] }
    let remark = core[open...]
    let bare = String(core[..<open])
    let classified = ["经济", "功能"].filter { remark.range(of: $0) != nil }.map { bare + "(\($0))" }
    return [core] + classified + [bare]
  }
}

/// The number printed with a table: 表1, （表 1）, 表一：, 公开02表, 附表3.
enum TableNumber {
  /// A line without its table number: normalised, as printed without layout spaces, and the number.
  static func split(_ line: String) -> (core: String, printed: String, number: Int?) {
    var core = Wording.normalised(line)
    var printed = TextJoin.squashed(line)
    var number: Int?
    for suffix in ["(续表)", "(续)", "续表"] where core.ends(with: suffix) {
      core.removeLast(suffix.count)
      printed.removeLast(min(suffix.count, printed.count))
    }
    if let found = takeBracketed(from: &core, &printed) { number = found }
    if let (found, rest) = leading(Substring(core)) {
      number = found
      let dropped = core.count - rest.count
      core = String(rest)
      printed = String(dropNormalised(dropped, from: printed))
    }
    while let first = printed.first, ":：、.．".contains(first) { printed.removeFirst() }
    let stripped = Wording.withoutOrdinal(core)
    if stripped.utf8.count < core.utf8.count {
      printed = String(dropNormalised(core.count - stripped.count, from: printed))
      core = stripped
    }
    return (core, printed, number)
  }

  /// Takes a number in the last brackets off, or in those before another remark: 收入决算表（表 2）（单位：万元）.
  private static func takeBracketed(from core: inout String, _ printed: inout String) -> Int? {
    var rest = core[...]
    for position in 1...2 {
      guard rest.last == ")", let open = rest.lastIndex(of: "(") else { return nil }
      guard let found = value(of: rest[core.index(after: open)...].dropLast()) else {
        rest = rest[..<open]
        continue
      }
      core.removeSubrange(open..<rest.endIndex)
      let opens = printed.indices.filter { printed[$0] == "(" || printed[$0] == "（" }
      if opens.count >= position {
        let open = opens[opens.count - position]
        let close = printed[open...].firstIndex { $0 == ")" || $0 == "）" }
        printed.removeSubrange(open..<(close.map(printed.index(after:)) ?? printed.endIndex))
      }
      return found
    }
    return nil
  }

  /// The number that a line states when it is nothing but a table number.
  static func alone(_ line: String) -> Int? { value(of: Substring(Wording.normalised(line))) }

  private static func leading(_ text: Substring) -> (Int, Substring)? {
    guard
      let mark = ["附表", "预算表", "公开表", "决算表", "表", "公开", "预算", "决算", "附件"].first(where: text.begins)
    else { return nil }
    var rest = text.dropFirst(mark.count)
    let digits = rest.prefix { character in
      character.unicodeScalars.allSatisfy { $0.isASCIIDigit || $0.isChineseNumeral }
    }
    guard !digits.isEmpty, let number = number(digits) else { return nil }
    rest = rest.dropFirst(digits.count)
    if mark == "公开" || mark == "预算" || mark == "决算" {
      guard rest.first == "表" else { return nil }
      rest = rest.dropFirst()
    }
    if let first = rest.first, ":、.".contains(first) { rest = rest.dropFirst() }
    return (number, rest)
  }

  private static func value(of text: Substring) -> Int? {
    let inner = text.first == "(" && text.last == ")" ? text.dropFirst().dropLast() : text
    guard let (number, rest) = leading(inner), rest.isEmpty || rest == "表" else { return nil }
    return number
  }

  private static func number(_ digits: Substring) -> Int? {
    if let number = Int(digits.prefix { $0.isASCII && $0.isNumber }), digits.allSatisfy(\.isASCII) { return number }
    return ChineseNumeral.value(digits.unicodeScalars)
  }

  /// Drops as much of a printed text as makes up the first `count` characters of its normalised form.
  private static func dropNormalised(_ count: Int, from printed: String) -> Substring {
    var rest = Substring(printed)
    var dropped = 0
    while dropped < count, let first = rest.first {
      if !Wording.normalised(String(first)).isEmpty { dropped += 1 }
      rest = rest.dropFirst()
    }
    return rest
  }
}
