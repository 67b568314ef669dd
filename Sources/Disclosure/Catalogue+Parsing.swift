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
  private var catalogue = Catalogue()
  private var form: Catalogue.Form?
  private var model: String?
  private(set) var problems: [String] = []

  /// By the names that the notation has for them.
  private static let kinds = Dictionary(uniqueKeysWithValues: WordKind.allCases.map { ("\($0)", $0) })

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    for statement in bytes.statements {
      let keyword = statement.prefix { $0 != UInt8(ascii: " ") }
      if !read(keyword.text, statement.dropFirst(keyword.count).trimmed) { problems.append(statement.text) }
    }
  }

  mutating func finish() -> Catalogue {
    closeForm()
    for index in catalogue.forms.indices {
      for item in catalogue.forms[index].items { catalogue.labels.formUnion(item.labels) }
      catalogue.forms[index].heads = Catalogue.Form.Heads(catalogue.forms[index].columns, &catalogue.heads)
    }
    for entry in catalogue.classes { catalogue.classNames.formUnion(entry.names) }
    catalogue.titles = TitleIndex(
      catalogue.forms, qualifiers: catalogue.words(.titleQualifier).texts, wholes: catalogue.words(.wholeScope).texts)
    return catalogue
  }

  // MARK: Statements

  /// Whether the statement was understood.
  private mutating func read(_ keyword: String, _ rest: Notation) -> Bool {
    switch keyword {
    case "form":
      closeForm()
      form = Catalogue.Form(id: rest.text)
    case "word":
      guard let (printed, meant) = rest.assignment else { return false }
      catalogue.synonyms.append((printed.text, meant.text))
    case "words":
      guard let (name, wordings) = rest.assignment, let kind = CatalogueReader.kinds[name.text] else { return false }
      for wording in wordings.texts { catalogue.wordLists[kind.rawValue].add(wording) }
    case "subject", "aspect":
      guard let (_, wordings) = rest.assignment else { return false }
      catalogue.concepts.add(wordings.texts, isSubject: keyword == "subject")
    case "total": catalogue.totals.formUnion(rest.texts)
    case "beside": catalogue.besideTheLine += rest.texts
    case "class":
      guard let (code, names) = rest.assignment else { return false }
      catalogue.add(code.text, named: names.texts)
    case "identity":
      closeForm()
      guard let identity = identity(rest) else { return false }
      catalogue.identities.append(identity)
    case "reading":
      closeForm()
      guard let reading = identity(rest), let own = catalogue.identities.lastIndex(where: { $0.id == reading.id })
      else { return false }
      catalogue.identities[own].readings.append(Catalogue.Identity.Reading(left: reading.left, right: reading.right))
    case "part":
      closeForm()
      guard let (id, figures) = rest.halves(at: ":"), let (part, whole) = figures.assignment,
        let parts = references(part.alternatives), let wholes = references(whole.alternatives)
      else { return false }
      catalogue.wholes.append(Catalogue.Part(id: id.text, part: parts, whole: wholes))
    case "carry":
      closeForm()
      guard let carry = identity(rest), carry.right.count == 1 else { return false }
      catalogue.carries.append(carry)
    case "agree":
      guard let (fact, sums) = rest.halves(at: ":") else { return false }
      let all = sums.alternatives.map(signedReferences)
      guard !all.contains(where: { $0 == nil }) else { return false }
      catalogue.agreements[fact.text, default: []] += all.compactMap { $0 }
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

  private mutating func read(_ keyword: String, _ rest: Notation, of form: inout Catalogue.Form) -> Bool {
    switch keyword {
    case "kind":
      guard let kind = DisclosedDocument.Kind(rawValue: rest.text) else { return false }
      form.kind = kind
    case "set":
      let words = rest.words
      guard words.count == 2, let years = years(words[1]) else { return false }
      form.set = words[0].text
      form.years = years
    case "codes": form.classification = rest.text == "economic" ? .economic : .functional
    case "shape": form.keepsCells = rest.text == "cells"
    case "evidence": form.evidence += rest.texts
    case "otherwise": form.otherwise = rest.text
    case "title": form.titles.append(rest.text)
    case "english": form.english = rest.text
    case "like": model = rest.text
    case "own": form.own += rest.texts
    case "require": form.required = rest.words.map(\.text)
    case "column", "side":
      guard let (key, wordings) = rest.assignment else { return false }
      let entry = Catalogue.Wordings(
        key: key.text,
        alternatives: wordings.alternatives.map { $0.split(separator: UInt8(ascii: "&")).map(\.trimmed.text) })
      if keyword == "side" { form.sides.append(entry) } else { form.columns.append(entry) }
    case "item":
      guard let (target, labels) = rest.assignment else { return false }
      let words = target.words
      guard words.count == 2 else { return false }
      form.items.append(Catalogue.Item(side: side(words[0]), key: words[1].text, labels: labels.texts))
    case "classes":
      let side = side(rest)
      form.items += catalogue.classes.map {
        Catalogue.Item(side: side, key: "function.\($0.code)", labels: $0.names)
      }
    case "sum", "lines":
      guard let (target, sum) = rest.halves(at: ":"), let (total, formula) = sum.assignment else { return false }
      var head = target.words
      var direction = Catalogue.Sum.Direction.columns
      if keyword == "lines" {
        guard head.count == 2 else { return false }
        direction = .lines(side: side(head.removeFirst()))
      }
      guard head.count == 1 else { return false }
      form.sums.append(
        Catalogue.Sum(id: head[0].text, direction: direction, total: total.text, parts: terms(formula)))
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

  private func side(_ word: Notation) -> String? { word == "-" ? nil : word.text }

  private func years(_ word: Notation) -> ClosedRange<Int>? {
    let ends = word.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map { Int($0.text) }
    switch ends.count {
    case 1: return ends[0].map { $0...$0 }
    case 2:
      let first = ends[0] ?? 0
      let last = ends[1] ?? 9999
      return first <= last ? first...last : nil
    default: return nil
    }
  }

  private func terms(_ text: Notation) -> [Catalogue.Term] {
    signed(text).map { Catalogue.Term(isSubtracted: $0.isSubtracted, key: $0.word.text) }
  }

  /// The words between + and -, each with whether it is subtracted.
  private func signed(_ text: Notation) -> [(isSubtracted: Bool, word: Notation)] {
    var isSubtracted = false
    var all: [(Bool, Notation)] = []
    for word in text.words {
      if word == "+" {
        isSubtracted = false
      } else if word == "-" {
        isSubtracted = true
      } else {
        all.append((isSubtracted, word))
      }
    }
    return all
  }

  private func identity(_ text: Notation) -> Catalogue.Identity? {
    guard let (id, sum) = text.halves(at: ":"), let (left, right) = sum.assignment, let target = reference(left),
      let references = references(right.words.filter { !($0 == "+") })
    else { return nil }
    return Catalogue.Identity(id: id.text, left: target, right: references)
  }

  /// FACT: REFERENCE | REFERENCE, or FACT budget: …
  private func quote(_ text: Notation) -> Catalogue.Quote? {
    guard let (named, figures) = text.halves(at: ":"), let references = references(figures.alternatives) else {
      return nil
    }
    let head = named.words
    guard let fact = head.first, head.count == 1 || head[1] == "budget" else { return nil }
    return Catalogue.Quote(fact: fact.text, isBudget: head.count == 2, references: references)
  }

  private func signedReferences(_ text: Notation) -> [Catalogue.SignedReference]? {
    let words = signed(text)
    let all = words.compactMap { sign, word in
      reference(word).map { Catalogue.SignedReference(isSubtracted: sign, $0) }
    }
    return all.isEmpty || all.count < words.count ? nil : all
  }

  /// nil unless there is one at least and all are understood.
  private func references(_ texts: [Notation]) -> [Catalogue.Reference]? {
    let references = texts.compactMap(reference)
    return references.isEmpty || references.count < texts.count ? nil : references
  }

  /// FORM[SIDE:ROW].COLUMN
  private func reference(_ text: Notation) -> Catalogue.Reference? {
    guard let (form, rest) = text.halves(at: "["), let (inside, tail) = rest.halves(at: "]") else { return nil }
    let (side, row) = inside.halves(at: ":").map { ($0.text, $1) } ?? (nil, inside)
    let column = tail.dropFirst()
    guard !row.isEmpty, !column.isEmpty else { return nil }
    return Catalogue.Reference(form: form.text, side: side, row: row.text, column: column.text)
  }
}
