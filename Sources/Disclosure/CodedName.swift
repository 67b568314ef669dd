import PageContent

extension String {
  /// 2 to 7 digits and nothing else: a code or a part of one, as long as its column says so.
  var isCodeDigits: Bool {
    let utf8 = utf8
    return (2...9).contains(utf8.count) && utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  /// One Chinese character and nothing else, as what heads a part of a code: 类, 款, 项.
  var isOneLetter: Bool { unicodeScalars.count == 1 && unicodeScalars.allSatisfy(\.isIdeographic) }
}

/// A code and its name in one cell: 2040201-行政运行, 2010601 行政运行, [30101]基本工资.
struct CodedName {
  var code: String
  var name: String

  /// Takes normalised text.
  init?(_ text: String) {
    guard let first = text.utf8.first, first < 0x80 else { return nil }
    var rest = Substring(text)
    let isBracketed = rest.first == "[" || rest.first == "("
    if isBracketed { rest = rest.dropFirst() }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard ClassificationCode(String(digits)) != nil else { return nil }
    rest = rest.dropFirst(digits.count)
    if isBracketed {
      guard rest.first == "]" || rest.first == ")" else { return nil }
      rest = rest.dropFirst()
    }
    while let first = rest.first, "-—–_:.、".contains(first) { rest = rest.dropFirst() }
    guard let first = rest.unicodeScalars.first, first.isIdeographic else { return nil }
    code = String(digits)
    name = String(rest)
  }
}
