extension Catalogue {
  /// Reads the notation that the head of `forms.catalogue` describes. Byte by byte, as every run of the command does it;
  /// wordings are written there as `Wording.normalised` makes them. A test holds the resource to both.
  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    var reader = CatalogueReader()
    reader.read(bytes)
    self = reader.finish()
  }

  /// The catalogue of a text, with the statements that were not understood.
  package static func parsing(_ text: String) -> (catalogue: Catalogue, problems: [String]) {
    var reader = CatalogueReader()
    var text = text
    text.withUTF8 { reader.read($0) }
    return (reader.finish(), reader.problems)
  }
}

/// Statements of the catalogue's notation, one after the other.
struct CatalogueReader {
  private typealias Text = Slice<UnsafeBufferPointer<UInt8>>

  private var catalogue = Catalogue()
  private var form: Catalogue.Form?
  private var model: String?
  private(set) var problems: [String] = []

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      let line = trimmed(line)
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      let keyword = line.prefix { $0 != UInt8(ascii: " ") }
      if !read(string(keyword), trimmed(line.dropFirst(keyword.count))) { problems.append(string(line)) }
    }
  }

  mutating func finish() -> Catalogue {
    closeForm()
    for form in catalogue.forms {
      for item in form.items { catalogue.labels.formUnion(item.labels) }
      for column in form.columns { catalogue.heads.formUnion(column.alternatives.joined()) }
    }
    catalogue.titles = TitleIndex(catalogue.forms)
    return catalogue
  }

  // MARK: Statements

  /// Whether the statement was understood.
  private mutating func read(_ keyword: String, _ rest: Text) -> Bool {
    switch keyword {
    case "form":
      closeForm()
      form = Catalogue.Form(id: string(rest))
    case "word":
      guard let (printed, meant) = assignment(rest) else { return false }
      catalogue.words.append((string(printed), string(meant)))
    case "total": catalogue.totals.formUnion(alternatives(rest))
    case "class":
      guard let (code, names) = assignment(rest) else { return false }
      catalogue.classes.append((string(code), alternatives(names)))
    case "identity":
      closeForm()
      guard let identity = identity(rest) else { return false }
      catalogue.identities.append(identity)
    case "carry":
      closeForm()
      guard let carry = identity(rest), carry.right.count == 1 else { return false }
      catalogue.carries.append(carry)
    case "quote":
      closeForm()
      guard let quote = quote(rest) else { return false }
      catalogue.quotes.append(quote)
    default:
      guard var open = form else { return false }
      // Not twice in memory while it grows.
      form = nil
      defer { form = open }
      return read(keyword, rest, of: &open)
    }
    return true
  }

  private mutating func read(_ keyword: String, _ rest: Text, of form: inout Catalogue.Form) -> Bool {
    switch keyword {
    case "kind":
      guard let kind = DisclosedDocument.Kind(rawValue: string(rest)) else { return false }
      form.kind = kind
    case "set":
      let words = words(rest)
      guard words.count == 2, let years = years(words[1]) else { return false }
      form.set = words[0]
      form.years = years
    case "codes": form.classification = string(rest) == "economic" ? .economic : .functional
    case "shape": form.keepsCells = string(rest) == "cells"
    case "otherwise": form.otherwise = string(rest)
    case "title": form.titles.append(string(rest))
    case "english": form.english = string(rest)
    case "like": model = string(rest)
    case "require": form.required = words(rest)
    case "column", "side":
      guard let (key, wordings) = assignment(rest) else { return false }
      let entry = Catalogue.Wordings(
        key: string(key),
        alternatives: wordings.split(separator: UInt8(ascii: "|")).map { alternative in
          alternative.split(separator: UInt8(ascii: "&")).map { string(trimmed($0)) }
        })
      if keyword == "side" { form.sides.append(entry) } else { form.columns.append(entry) }
    case "item":
      guard let (target, labels) = assignment(rest) else { return false }
      let words = words(target)
      guard words.count == 2 else { return false }
      form.items.append(Catalogue.Item(side: side(words[0]), key: words[1], labels: alternatives(labels)))
    case "classes":
      let side = side(string(rest))
      form.items += catalogue.classes.map {
        Catalogue.Item(side: side, key: "function.\($0.code)", labels: $0.names)
      }
    case "sum", "lines":
      guard let colon = rest.firstIndex(of: UInt8(ascii: ":")),
        let (total, formula) = assignment(trimmed(rest[(colon + 1)...]))
      else { return false }
      var head = words(rest[..<colon])
      var direction = Catalogue.Sum.Direction.columns
      if keyword == "lines" {
        guard head.count == 2 else { return false }
        direction = .lines(side: side(head.removeFirst()))
      }
      guard head.count == 1 else { return false }
      form.sums.append(
        Catalogue.Sum(id: head[0], direction: direction, total: string(total), parts: terms(formula)))
    default: return false
    }
    return true
  }

  private mutating func closeForm() {
    guard var form else { return }
    if let model {
      if let model = catalogue.forms.first(where: { $0.id == model }) {
        let ownColumns = Set(form.columns.map(\.key))
        form.columns += model.columns.filter { !ownColumns.contains($0.key) }
        if form.items.isEmpty { form.items = model.items }
        if form.sides.isEmpty { form.sides = model.sides }
        if form.sums.isEmpty { form.sums = model.sums }
        if form.required.isEmpty { form.required = model.required }
      } else {
        problems.append("like \(model)")
      }
    }
    catalogue.forms.append(form)
    self.form = nil
    model = nil
  }

  // MARK: Parts of a statement

  private func string(_ text: Text) -> String { String(decoding: UnsafeBufferPointer(rebasing: text), as: UTF8.self) }

  private func trimmed(_ text: Text) -> Text {
    var text = text
    while text.first == UInt8(ascii: " ") { text = text.dropFirst() }
    while text.last == UInt8(ascii: " ") { text = text.dropLast() }
    return text
  }

  private func words(_ text: Text) -> [String] { text.split(separator: UInt8(ascii: " ")).map(string) }

  private func alternatives(_ text: Text) -> [String] {
    text.split(separator: UInt8(ascii: "|")).map { string(trimmed($0)) }
  }

  /// What stands before and after ` = `.
  private func assignment(_ text: Text) -> (Text, Text)? {
    var index = text.startIndex
    while let equals = text[index...].firstIndex(of: UInt8(ascii: "=")) {
      if equals > text.startIndex, text[equals - 1] == UInt8(ascii: " ") {
        return (trimmed(text[..<equals]), trimmed(text[(equals + 1)...]))
      }
      index = equals + 1
    }
    return nil
  }

  private func side(_ word: String) -> String? { word == "-" ? nil : word }

  private func years(_ word: String) -> ClosedRange<Int>? {
    let ends = word.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map {
      Int(Substring($0))
    }
    switch ends.count {
    case 1: return ends[0].map { $0...$0 }
    case 2:
      let first = ends[0] ?? 0
      let last = ends[1] ?? 9999
      return first <= last ? first...last : nil
    default: return nil
    }
  }

  private func terms(_ text: Text) -> [Catalogue.Term] {
    var isSubtracted = false
    var terms: [Catalogue.Term] = []
    for word in words(text) {
      switch word {
      case "+": isSubtracted = false
      case "-": isSubtracted = true
      default: terms.append(Catalogue.Term(isSubtracted: isSubtracted, key: word))
      }
    }
    return terms
  }

  private func identity(_ text: Text) -> Catalogue.Identity? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
      let (left, right) = assignment(trimmed(text[(colon + 1)...])), let target = reference(string(left))
    else { return nil }
    let references = words(right).filter { $0 != "+" }.map(reference)
    guard !references.isEmpty, !references.contains(where: { $0 == nil }) else { return nil }
    return Catalogue.Identity(id: string(text[..<colon]), left: target, right: references.compactMap { $0 })
  }

  /// FACT: REFERENCE | REFERENCE, or FACT budget: …
  private func quote(_ text: Text) -> Catalogue.Quote? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let head = words(text[..<colon])
    let references = alternatives(text[(colon + 1)...]).map(reference)
    guard let fact = head.first, head.count == 1 || head[1] == "budget", !references.contains(where: { $0 == nil })
    else { return nil }
    return Catalogue.Quote(fact: fact, isBudget: head.count == 2, references: references.compactMap { $0 })
  }

  /// FORM[SIDE:ROW].COLUMN
  private func reference(_ text: String) -> Catalogue.Reference? {
    guard let open = text.firstIndex(of: "["), let close = text.firstIndex(of: "]"), open < close else { return nil }
    let inside = text[text.index(after: open)..<close].split(separator: ":")
    let column = text[text.index(after: close)...].dropFirst()
    guard let row = inside.last, !column.isEmpty else { return nil }
    return Catalogue.Reference(
      form: String(text[..<open]), side: inside.count == 2 ? String(inside[0]) : nil, row: String(row),
      column: String(column))
  }
}
