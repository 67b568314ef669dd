import PageContent

extension TableHeader {
  /// Tells what each column holds, by its head and by what stands below it.
  mutating func readRoles(_ grid: TableGrid) {
    let contents = (0..<grid.columnCount).map { column in
      ColumnContent(grid, column, from: bodyHeads.contains(column) ? bodyStart + 1 : bodyStart, catalogue)
    }
    lists = contents.map(\.codesOf)
    holdsCodeParts = contents.indices.map { contents[$0].isPartsOfCodes || contents[$0].isOfPairs && isUnderLetter($0) }
    for column in contents.indices { roles.append(role(of: column, contents)) }
  }

  private func role(of column: Int, _ contents: [ColumnContent]) -> Role {
    let path = paths[column]
    let content = contents[column]
    // 05 is no amount, whatever the head: 类, 款 and 项 stand side by side.
    if holdsCodeParts[column], column > 0, roles[column - 1] == .code, contents[column - 1].holdsNoWholeCodes {
      return .code
    }
    if content.isListOfClasses, column + 1 < contents.count, holdsCodeParts[column + 1] { return .code }
    // Heads may stand over the wrong columns, but names stand behind their codes.
    if content.isListOfCodes, column + 1 < contents.count, contents[column + 1].isListOfNames { return .code }
    guard let leaf = path.last else {
      if content.codesOf != nil, content.codes > content.numbers + content.texts { return .code }
      return content.texts + content.totals > 0 ? .name : content.numbers + content.codes > 0 ? .amount : .unused
    }
    if catalogue.isWord(leaf, .lineNumberHead) { return .lineNumber }
    let figures = content.numbers + content.codes
    if catalogue.isWord(leaf, .textHead) || catalogue.isWord(leaf, .percentHead) || content.percentages > figures {
      return .text
    }
    // A narrow cell may show no more of its head than the middle: 分类科目编.
    let holdsCodes = content.codes > 0 && content.numbers + content.texts == 0 && content.codesOf != nil
    let isCode = catalogue.isCodeHead(leaf) || holdsCodes && leaf.holds("科目")
    if isCode || catalogue.isNameHead(leaf) {
      if content.codes > 0, content.texts == 0, content.numbers <= content.codes { return .code }
      if content.texts > 0 { return isCode && content.codes > content.texts ? .code : .name }
      return isCode ? .code : .name
    }
    if figures == 0, catalogue.isWord(leaf, .descriptionHead) { return .text }
    let texts = content.texts + content.totals
    guard texts > figures, figures == 0 || !path.contains(where: { catalogue.isWord($0, .amountHead) }) else {
      return .amount
    }
    // Figures that are all unreadable are figures still, under a head that says so.
    if content.illegible == texts, catalogue.isColumnHead(leaf) { return .amount }
    return labelsRows(column, contents) ? .name : .text
  }

  /// Whether a letter alone stands over a column, as over the parts of codes: 款 or what is printed in its place.
  private func isUnderLetter(_ column: Int) -> Bool { paths[column].last?.isOneLetter ?? false }

  /// Whether text under a head that is no label's labels the rows: where figures follow and none came before, where
  /// nothing else does, or where it holds line items, as under 收入 and 支出 in a header of one row. Other text between
  /// figures is about the row that it stands in.
  private func labelsRows(_ column: Int, _ contents: [ColumnContent]) -> Bool {
    let content = contents[column]
    if (content.labels + content.totals) * 2 >= content.texts + content.totals { return true }
    guard roles.contains(.amount) else {
      return contents[(column + 1)...].contains { $0.numbers > $0.texts }
        || !roles.contains { $0 == .code || $0 == .name }
    }
    return repeatsHeads(column, contents)
  }

  /// Whether the heads of the figures before a column are those after it once more: the columns of another side.
  private func repeatsHeads(_ column: Int, _ contents: [ColumnContent]) -> Bool {
    let before = Set(roles.indices.filter { roles[$0] == .amount }.compactMap { paths[$0].last })
    let after = ((column + 1)..<contents.count).filter { contents[$0].numbers > contents[$0].texts }
    return after.contains { paths[$0].last.map(before.contains) ?? false }
  }
}

/// What the body of a column is made of.
private struct ColumnContent {
  var numbers = 0
  var codes = 0
  /// Line items that the catalogue knows, codes with names, labels with their place in a list.
  var labels = 0
  /// 合计 stands in whatever column comes first.
  var totals = 0
  var texts = 0
  /// Texts that may be meant as figures: without a Chinese character.
  var illegible = 0
  var percentages = 0
  /// How many codes begin with 2, 3 and 5.
  private var functional = 0
  /// How many are of no classification, by their first digit or their length.
  private var foreign = 0
  /// How many codes have two digits, three, and a zero before another digit.
  private var pairs = 0
  private var triples = 0
  private var zeros = 0
  private var economic = 0
  private var governmentEconomic = 0
  /// How many codes of a classification stand under each other in their order, and the last of them; -1 once another
  /// text came between.
  private var ascending = 0
  private var last = ""

  /// Two digits each, some of them 01 to 09.
  var isPartsOfCodes: Bool { zeros > 0 && isOfPairs }
  /// Two digits each. In a short list of codes no part may begin with a zero.
  var isOfPairs: Bool { pairs > 0 && pairs == codes && numbers + texts + totals + percentages == 0 }
  /// Beside it stand parts of codes: what else is in it labels totals, 人员经费合计.
  var isListOfClasses: Bool { triples > texts && triples == codes && codesOf != nil && numbers == 0 }
  /// Classes, or parts of codes.
  var holdsNoWholeCodes: Bool { pairs + triples == codes }
  /// Codes, one after the other, and nothing else, whatever the head says.
  var isListOfCodes: Bool { ascending >= 3 && numbers + texts + totals == 0 }
  var isListOfNames: Bool { texts > 0 && numbers + codes == 0 }

  init(_ grid: TableGrid, _ column: Int, from bodyStart: Int, _ catalogue: Catalogue) {
    for row in bodyStart..<max(bodyStart, grid.rowCount) {
      guard let text = grid.text(beginningIn: row, column) else { continue }
      if text.isEmpty || catalogue.isCodePart(text) { continue }
      if text.isCodeDigits {
        codes += 1
        note(text, catalogue)
        continue
      }
      switch Lexeme(text).kind {
      case .amount, .whole, .dash:
        numbers += 1
        continue
      case .percentage:
        percentages += 1
        continue
      default: break
      }
      if catalogue.totals.contains(text) {
        totals += 1
      } else {
        texts += 1
        if !text.unicodeScalars.contains(where: \.isIdeographic) { illegible += 1 }
        if let coded = CodedName(text) {
          labels += 1
          note(coded.code, catalogue)
        } else if catalogue.isLabel(text) {
          labels += 1
        }
      }
    }
  }

  private mutating func note(_ code: String, _ catalogue: Catalogue) {
    let isNext = ascending >= 0 && last < code && ClassificationCode(code) != nil
    ascending = isNext ? ascending + 1 : -1
    last = code
    switch code.utf8.count {
    case 2:
      pairs += 1
      if code.utf8.first == UInt8(ascii: "0") { zeros += 1 }
      return
    case 3: triples += 1
    default: break
    }
    guard ClassificationCode(code) != nil else {
      foreign += 1
      return
    }
    switch code.utf8.first {
    // The code of a unit may look like one: 271, and 271001 below it.
    case UInt8(ascii: "2"): if catalogue.isOfClass(code) { functional += 1 } else { foreign += 1 }
    case UInt8(ascii: "3"): economic += 1
    case UInt8(ascii: "5"): governmentEconomic += 1
    default: break
    }
  }

  var codesOf: TableHeader.CodeList? {
    let most = max(functional, economic, governmentEconomic)
    if foreign > most { return .other }
    if most == 0 { return nil }
    return functional == most ? .functional : economic == most ? .departmentEconomic : .governmentEconomic
  }
}
