import PageContent
import TableStructure

/// The header of a table: which rows it takes, and what each column is headed by.
struct TableHeader {
  /// What a column holds.
  enum Role: Sendable, Hashable {
    case code
    case name
    /// 行次
    case lineNumber
    case amount
    /// Remarks and other text that is no figure.
    case remark
    /// Neither headed nor filled.
    case unused
  }

  /// A list of codes of the government's classification.
  enum CodeList: Sendable, Hashable {
    /// 支出功能分类科目
    case functional
    /// 部门预算支出经济分类科目
    case departmentEconomic
    /// 政府预算支出经济分类科目
    case governmentEconomic
  }

  /// The rows that only carry title, unit or department.
  var captionRows: Range<Int>
  /// The first row of the body. It may still hold the header words 类, 款 and 项.
  var bodyStart: Int
  /// For each column, the header's words from the top down: as printed, and normalised.
  var printed: [[String]]
  var paths: [[String]]
  /// Whether a word of the header stands over the column itself; one that does not belongs to the column on its left.
  var isHeaded: [Bool]
  /// 栏次, where printed.
  var numbers: [Int?]
  var roles: [Role]
  /// Whose codes a column holds, with names or without; nil where it holds none of these.
  var lists: [CodeList?]
  /// The unit that a column's header states, 决算数(万元), or nil.
  var units: [MonetaryUnit?]
  /// Whether a column counts vehicles, people or the like.
  var countsThings: [Bool]
  private let fiscalYear: Int?

  /// `fiscalYear` tells which of the years that a header names is this report's.
  init(_ grid: TableGrid, catalogue: Catalogue, fiscalYear: Int? = nil) {
    self.fiscalYear = fiscalYear
    captionRows = 0..<TableHeader.captionRowCount(grid)
    let evidence = (captionRows.upperBound..<grid.rowCount).first { TableHeader.isBody($0, grid, catalogue) }
    if let evidence {
      bodyStart = evidence
    } else {
      // Nothing but a header: the body is the blank rows below its last words.
      let lastText = (captionRows.upperBound..<grid.rowCount).last { row in
        grid.cells(beginningIn: row).contains { !grid.normalised[$0].isEmpty }
      }
      bodyStart = min((lastText ?? captionRows.upperBound) + 1, grid.rowCount)
    }
    numbers = [Int?](repeating: nil, count: grid.columnCount)
    paths = [[String]](repeating: [], count: grid.columnCount)
    printed = paths
    isHeaded = [Bool](repeating: false, count: grid.columnCount)
    roles = []
    lists = []
    units = []
    countsThings = []
    readPaths(grid, catalogue)
    units = paths.map { path in path.reversed().lazy.compactMap(Catalogue.unit).first }
    countsThings = paths.map { $0.contains(where: Wording.countsThings) }
    readRoles(grid, catalogue)
  }

  // MARK: Rows

  private static func captionRowCount(_ grid: TableGrid) -> Int {
    var count = 0
    while count < min(4, grid.rowCount - 1) {
      let texts = grid.cells(beginningIn: count).filter { !grid.normalised[$0].isEmpty }
      if texts.isEmpty, count == 0 { break }
      let spansAll = texts.count == 1 && grid.table.cells[texts[0]].columnSpan == grid.columnCount
      let states = texts.allSatisfy { index in
        let text = grid.normalised[index]
        return MonetaryUnit(stated: text) != nil && text.holds("单位") || Caption.department(in: text) != nil
          || TableNumber.alone(text) != nil
      }
      let isTitle = spansAll && grid.columnCount > 1 && grid.normalised[texts[0]].holds("表")
      // In a text there are no spans: a title stands alone in its row.
      let standsAlone =
        grid.table.origin != .rulings && texts.count == 1 && grid.normalised[texts[0]].ends(with: "表")
      guard !texts.isEmpty, states || isTitle || standsAlone else { break }
      count += 1
    }
    return count
  }

  /// 栏次: the row that numbers the columns.
  static func isColumnNumbers(_ row: Int, _ grid: TableGrid) -> Bool {
    var count = 0
    var marks = 0
    var numbers = 0
    var last: Int?
    var isRun = true
    var isHeaded = false
    for column in 0..<grid.columnCount {
      guard let text = grid.text(beginningIn: row, column), !text.isEmpty else { continue }
      if text.holds("次"), text.isWritten(as: "栏次") || text.isWritten(as: "栏次:") || text.isWritten(as: "列次") {
        return true
      }
      // The end of a head above that overflows its cell.
      if count == 0 { isHeaded = text.ends(with: "栏次") }
      count += 1
      if let number = Int(text) {
        isRun = isRun && number == (last.map { $0 + 1 } ?? 1)
        last = number
        numbers += 1
      } else if text.utf8.allSatisfy({ $0 == UInt8(ascii: "*") }) {
        marks += 1
      }
    }
    if isHeaded, numbers == count - 1 { return true }
    // 1, 2, 3, … without a word but ** over the labels: a header's last row, never amounts.
    if marks == count, count >= 2 { return true }
    return numbers + marks == count && (numbers >= 3 || numbers > 0 && marks > 0) && isRun
  }

  private static func isBody(_ row: Int, _ grid: TableGrid, _ catalogue: Catalogue) -> Bool {
    if isColumnNumbers(row, grid) { return false }
    let indices = grid.cells(beginningIn: row).filter { !grid.normalised[$0].isEmpty }
    guard let first = indices.first else { return false }
    for index in indices {
      let text = grid.normalised[index]
      if ExactNumber(published: text) != nil { return true }
      if row > 0, text.isDash { return true }
      if CodedName(text) != nil { return true }
      if Wording.hasOrdinal(text), catalogue.isLabel(text) { return true }
    }
    let label = grid.normalised[first]
    let spansTable = grid.table.cells[first].columnSpan == grid.columnCount
    if indices.count == 1, row > 0, Note.isRow(label, spansTable: spansTable) { return true }
    // 合计 in a row of its own is the total row; among other words, or under a head that hangs down beside it, it heads a
    // column.
    let beginsRow = grid.cell(row, 0)?.row == row
    if indices.count == 1, row > 0, beginsRow, catalogue.totals.contains(label) { return true }
    // 本年支出 alone over further heads, in a text that tells no spans, labels nothing.
    let isHead =
      grid.table.cells[first].column > 0 && row + 1 < grid.rowCount
      && grid.cells(beginningIn: row + 1).count {
        !grid.normalised[$0].isEmpty && ExactNumber(published: grid.normalised[$0]) == nil
      } > 1
    if indices.count == 1, row > 0, beginsRow, catalogue.isLabel(label), !spansTable, !isHead {
      return true
    }
    // The total row of a table that splits codes: 类, 款, 项 beside 合计.
    let others = indices.filter { !TableHeader.isCodePart(grid.normalised[$0]) }
    return others.count == 1 && others.count < indices.count && catalogue.totals.contains(grid.normalised[others[0]])
  }

  /// Whether a word is one of 类, 款, 项 and 目, which head the parts of a code.
  static func isCodePart(_ word: String) -> Bool { word.utf8.count == 3 && codeParts.contains(word) }

  private static let codeParts: Set<String> = ["类", "款", "项", "目"]

  // MARK: Columns

  private mutating func readPaths(_ grid: TableGrid, _ catalogue: Catalogue) {
    let columns = 0..<grid.columnCount
    let numberRow = (captionRows.upperBound..<bodyStart).first { TableHeader.isColumnNumbers($0, grid) }
    let rows = captionRows.upperBound..<(numberRow ?? bodyStart)
    // A text, unlike a page, has no spans: a blank header cell belongs to the word on its left, as far as the row above lets it; but
    // every column has its own word in the last row.
    let spreads = grid.table.origin != .rulings && grid.table.boundaries.isEmpty
    var group = [Int](repeating: 0, count: grid.columnCount)
    var nextGroup = 1
    for row in rows {
      let parents = group
      var word: (normalised: String, printed: String)?
      for column in columns {
        guard let cell = grid.cell(row, column), cell.row == row else { continue }
        let text = grid.text(row, column)
        if !text.isEmpty {
          if cell.column == column {
            group[column] = nextGroup
            nextGroup += 1
          } else {
            group[column] = group[column - 1]
          }
          word = (text, cell.text)
          isHeaded[column] = true
          // 合计 under 科目名称 is the label of a total row that shares its row with the header.
          if catalogue.totals.contains(text), let above = paths[column].last, TableHeader.isLabelWord(above) {
            continue
          }
          append(text, printed: cell.text, to: column)
        } else if spreads, row + 1 < rows.upperBound, column > 0, parents[column] == parents[column - 1], let word {
          group[column] = group[column - 1]
          append(word.normalised, printed: word.printed, to: column)
        } else {
          word = nil
        }
      }
    }
    joinWrappedHeads(grid, catalogue)
    if let numberRow { readNumbers(numberRow, grid) }
    guard bodyStart < grid.rowCount else { return }
    for column in columns {
      let text = grid.text(bodyStart, column)
      guard TableHeader.isCodePart(text) else { continue }
      isHeaded[column] = true
      append(text, printed: text, to: column)
    }
  }

  private mutating func readNumbers(_ row: Int, _ grid: TableGrid) {
    for column in 0..<grid.columnCount {
      guard let cell = grid.cell(row, column), cell.row == row, cell.column == column else { continue }
      let text = grid.text(row, column)
      if TableHeader.isCodePart(text) {
        isHeaded[column] = true
        append(text, printed: text, to: column)
      } else {
        numbers[column] = Int(text.prefix { $0.isNumber && $0.isASCII })
      }
    }
  }

  private mutating func append(_ word: String, printed text: String, to column: Int) {
    if paths[column].last == word, printed[column].last == text { return }
    printed[column].append(text)
    let word = withoutYear(word)
    // This year's columns need not say so.
    if !["", "当年", "当年预算", "本年"].contains(word) { paths[column].append(word) }
  }

  /// 2024年决算数 in a report of 2024 is 决算数, 2023年决算数 there is 上年决算数.
  private func withoutYear(_ word: String) -> String {
    // 其中：2026年政府采购项目…
    if word.begins(with: "其中:"), word.utf8.count > 7 { return "其中:" + withoutYear(String(word.dropFirst(3))) }
    guard let fiscalYear, let range = PrintedDate.yearRange(in: word[...]), range.lowerBound == word.startIndex,
      let year = PrintedDate.year(in: word[...])
    else { return word }
    let rest = String(word[range.upperBound...])
    return year == fiscalYear ? rest : year == fiscalYear - 1 ? "上年" + rest : word
  }

  /// What the body of a column is made of.
  private struct Content {
    var numbers = 0
    var codes = 0
    /// Line items that the catalogue knows, codes with names, labels with their place in a list.
    var labels = 0
    /// 合计 stands in whatever column comes first.
    var totals = 0
    var texts = 0
    /// How many codes begin with 2, 3 and 5.
    var functional = 0
    var economic = 0
    var governmentEconomic = 0

    mutating func note(_ code: String) {
      guard code.utf8.count >= 3 else { return }
      switch code.utf8.first {
      case UInt8(ascii: "2"): functional += 1
      case UInt8(ascii: "3"): economic += 1
      case UInt8(ascii: "5"): governmentEconomic += 1
      default: break
      }
    }

    var codesOf: CodeList? {
      let most = max(functional, economic, governmentEconomic)
      if most == 0 { return nil }
      return functional == most ? .functional : economic == most ? .departmentEconomic : .governmentEconomic
    }
  }

  private mutating func readRoles(_ grid: TableGrid, _ catalogue: Catalogue) {
    var contents: [Content] = []
    for column in 0..<grid.columnCount {
      var content = Content()
      for row in bodyStart..<max(bodyStart, grid.rowCount) {
        guard let text = grid.text(beginningIn: row, column) else { continue }
        if text.isEmpty || TableHeader.isCodePart(text) { continue }
        if text.isCodeDigits {
          content.codes += 1
          content.note(text)
        } else if ExactNumber(published: text) != nil || text.isDash {
          content.numbers += 1
        } else if catalogue.totals.contains(text) {
          content.totals += 1
        } else {
          content.texts += 1
          if let coded = CodedName(text) {
            content.labels += 1
            content.note(coded.code)
          } else if catalogue.isLabel(text) {
            content.labels += 1
          }
        }
      }
      contents.append(content)
    }
    let lastOfFigures = contents.lastIndex { $0.numbers > $0.texts }
    for (column, content) in contents.enumerated() {
      let isFollowedByFigures = lastOfFigures.map { $0 > column } ?? false
      roles.append(role(paths[column], content, isFollowedByFigures: isFollowedByFigures))
      lists.append(content.codesOf)
    }
  }

  private func role(_ path: [String], _ content: Content, isFollowedByFigures: Bool) -> Role {
    guard let leaf = path.last else {
      if content.codesOf != nil, content.codes > content.numbers + content.texts { return .code }
      return content.texts + content.totals > 0 ? .name : content.numbers + content.codes > 0 ? .amount : .unused
    }
    if TableHeader.isLineNumberWord(leaf) { return .lineNumber }
    let figures = content.numbers + content.codes
    if TableHeader.remarks.contains(leaf) || figures == 0 && TableHeader.remarkEndings.contains(where: leaf.ends) {
      return .remark
    }
    // A narrow cell may show no more of its head than the middle: 分类科目编.
    let holdsCodes = content.codes > 0 && content.numbers + content.texts == 0 && content.codesOf != nil
    let isCode = TableHeader.isCodeWord(leaf) || holdsCodes && leaf.holds("科目")
    if isCode || TableHeader.isNameWord(leaf) {
      if content.codes > 0, content.texts == 0, content.numbers <= content.codes { return .code }
      if content.texts > 0 { return isCode && content.codes > content.texts ? .code : .name }
      return isCode ? .code : .name
    }
    // Text under a head that is no label's: what labels the rows if nothing else does; line items, as under 收入 and 支出
    // in a header of one row; else remarks, which no figures follow.
    let texts = content.texts + content.totals
    if texts > figures, figures == 0 || !path.contains(where: TableHeader.isAmountWord) {
      let isLabel =
        isFollowedByFigures || (content.labels + content.totals) * 2 >= texts
        || !roles.contains { $0 == .code || $0 == .name }
      return isLabel ? .name : .remark
    }
    return .amount
  }

  static func isLineNumberWord(_ word: String) -> Bool { ["行次", "序号", "行号"].contains(word) }

  static func isCodeWord(_ word: String) -> Bool {
    isCodePart(word) || word.ends(with: "编码") || word.ends(with: "代码") || word.ends(with: "编号")
  }

  private static func isNameWord(_ word: String) -> Bool {
    let bare = word.lastIndex(of: "(").map { String(word[..<$0]) } ?? word
    return word.ends(with: "名称") || bare.ends(with: "名称") || bare.ends(with: "科目") || names.contains(bare)
  }

  static func isLabelWord(_ word: String) -> Bool { isCodeWord(word) || isNameWord(word) }

  private static let names: Set<String> = [
    "项目", "支出项目", "收入项目", "功能分类", "经济分类", "支出功能分类", "支出经济分类", "内容", "预算单位", "支出项目类别",
  ]

  private static let remarks: Set<String> = ["备注", "说明", "备注(说明)", "变动原因", "增减原因", "原因", "项目简介"]

  /// What a column of words says of a project.
  private static let remarkEndings = ["绩效目标", "项目类别", "资金性质", "服务内容", "采购时间", "采购方式", "资金来源"]

  private static func isAmountWord(_ word: String) -> Bool {
    ["数", "额", "收入", "支出", "合计", "小计", "费", "结余", "拨款", "预算", "元)"].contains(where: word.ends)
  }
}

extension String {
  /// 2 to 7 digits and nothing else: a code or a part of one, as long as its column says so.
  var isCodeDigits: Bool {
    let utf8 = utf8
    return (2...9).contains(utf8.count) && utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  var isDash: Bool { !isEmpty && unicodeScalars.allSatisfy(\.isDash) }
}

extension Unicode.Scalar {
  fileprivate var isDash: Bool {
    switch self {
    case "-", "—", "–", "－", "−", "/": true
    default: false
    }
  }
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

extension Catalogue {
  /// Whether a normalised text labels a line item of some form.
  func isLabel(_ text: String) -> Bool {
    let label = Wording.withoutOrdinal(text)
    return labels.contains(label) || labels.contains(meaning(of: label))
  }
}
