import PageContent

/// What a word of the catalogue's word lists tells of the text that it is found in.
enum WordKind: Int, CaseIterable, Sendable {
  // Heads of columns.
  /// 栏次: what begins the row that numbers the columns.
  case columnNumbers
  /// 行次
  case lineNumberHead
  /// 类, 款, 项 and 目, which head the parts of a code.
  case codePart
  case codeHead
  case nameHead
  /// Remarks and other text about a row.
  case textHead
  /// Text about a row where its column holds no figures.
  case descriptionHead
  case percentHead
  case amountHead
  case countedHead
  /// Codes and names of units or projects, not of the classification.
  case unitHead
  case classificationHead
  /// Heads that every group of columns may have: 小计 is of what stands above it.
  case genericHead
  /// Of this year's figures, which need not say so.
  case currentHead
  /// Of the government's economic classification.
  case governmentHead
  /// Labels of rows that are sums, in part or of all.
  case totalLabel
  case subtotalLabel
  /// Heads of groups that say nothing else of what stands below them.
  case plainHead
  /// Heads that make something else of what stands below them: last year's, carried over, a change.
  case measureHead
  /// Which of the amounts of final accounts: budgeted, adjusted, spent.
  case accountHead
  /// What is counted and is no money.
  case countedUnit
  // Captions.
  case departmentCaption
  case unitCaption
  // Titles.
  /// Words that make another form of the title that follows them.
  case titleQualifier
  /// Words that end like one and are none: the whole department's budget.
  case wholeScope
  // Notes.
  case noteMark
  /// A text that is a note and nothing else.
  case noteAlone
  case emptyStatement
  case noneStatement
  /// What there is none of where a table is empty.
  case emptySubject
  /// What a numbered point of a note speaks of.
  case noteSubject
}

/// A list of wordings, some of them with `*` where anything may stand: 行次, *编码, 单位*, *项目编*.
struct WordPatterns: Sendable {
  /// In the catalogue's order, without their asterisks.
  private(set) var texts: [String] = []
  private var whole = WordingSet()
  private var beginnings: [String] = []
  private var endings: [String] = []
  private var parts: [String] = []

  mutating func add(_ wording: String) {
    let isOpenLeft = wording.utf8.first == UInt8(ascii: "*")
    let isOpenRight = wording.utf8.last == UInt8(ascii: "*")
    let text = String(wording.dropFirst(isOpenLeft ? 1 : 0).dropLast(isOpenRight ? 1 : 0))
    texts.append(text)
    switch (isOpenLeft, isOpenRight) {
    case (true, true): parts.append(text)
    case (true, false): endings.append(text)
    case (false, true): beginnings.append(text)
    case (false, false): whole.formUnion([text])
    }
  }

  func matches(_ text: String) -> Bool {
    whole.contains(text) || endings.contains(where: text.ends) || beginnings.contains(where: text.begins)
      || parts.contains(where: text.holds)
  }
}

extension Catalogue {
  /// The wordings of a kind.
  func words(_ kind: WordKind) -> WordPatterns { wordLists[kind.rawValue] }

  /// Whether a normalised text is one of a kind's wordings.
  func isWord(_ text: String, _ kind: WordKind) -> Bool { wordLists[kind.rawValue].matches(text) }
}
