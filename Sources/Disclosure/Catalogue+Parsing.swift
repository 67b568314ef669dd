extension Catalogue {
  /// Reads the notation that the head of `forms.catalogue` describes. A statement that is not understood is a defect of
  /// the resource, which ships with the library; `problems` names it, and a test holds it empty.
  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    self.init(text: String(decoding: bytes, as: UTF8.self))
  }

  package init(text: String) {
    var reader = CatalogueReader()
    for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
      reader.read(Substring(line))
    }
    self = reader.finish()
  }
}

/// Statements of the catalogue's notation, one after the other.
struct CatalogueReader {
  private var catalogue = Catalogue()
  private var form: Catalogue.Form?
  private var model: String?
  private(set) var problems: [String] = []

  mutating func read(_ line: Substring) {
    let line = line.drop { $0 == " " }
    guard let keyword = line.split(separator: " ", maxSplits: 1).first, keyword.first != "#" else { return }
    let rest = line.dropFirst(keyword.count).drop { $0 == " " }
    switch keyword {
    case "form":
      closeForm()
      form = Catalogue.Form(id: String(rest))
    case "word":
      let (printed, meant) = assignment(rest)
      catalogue.words.append((Wording.normalised(printed), Wording.normalised(String(meant))))
    case "total": catalogue.totals.formUnion(alternatives(rest))
    case "class":
      let (code, names) = assignment(rest)
      catalogue.classes.append((code, alternatives(names)))
    case "identity":
      closeForm()
      if let identity = identity(rest) { catalogue.identities.append(identity) } else { problems.append(String(line)) }
    default:
      guard form != nil else {
        problems.append(String(line))
        return
      }
      readOfForm(keyword, rest, line)
    }
  }

  private mutating func readOfForm(_ keyword: Substring, _ rest: Substring, _ line: Substring) {
    switch keyword {
    case "kind": form?.kind = DisclosedDocument.Kind(rawValue: String(rest)) ?? .finalAccounts
    case "set":
      let words = rest.split(separator: " ")
      guard words.count == 2 else { return problems.append(String(line)) }
      form?.set = String(words[0])
      let years = words[1].split(separator: "-", omittingEmptySubsequences: false)
      form?.years = (Int(years[0]) ?? 0)...(years.count > 1 ? Int(years[1]) ?? 9999 : Int(years[0]) ?? 9999)
    case "codes": form?.classification = rest == "economic" ? .economic : .functional
    case "shape": form?.keepsCells = rest == "cells"
    case "title":
      let title = Wording.normalised(String(rest))
      form?.titles.append(title)
    case "english": form?.english = String(rest)
    case "like": model = String(rest)
    case "require": form?.required = rest.split(separator: " ").map(String.init)
    case "column", "side":
      let (key, wordings) = assignment(rest)
      let entry = Catalogue.Wordings(
        key: key, alternatives: alternatives(wordings).map { $0.split(separator: "&").map(String.init) })
      if keyword == "side" { form?.sides.append(entry) } else { form?.columns.append(entry) }
    case "item":
      let (target, labels) = assignment(rest)
      let words = target.split(separator: " ")
      guard words.count == 2 else { return problems.append(String(line)) }
      let item = Catalogue.Item(side: side(words[0]), key: String(words[1]), labels: alternatives(labels))
      form?.items.append(item)
    case "classes":
      let side = side(rest)
      let items = catalogue.classes.map {
        Catalogue.Item(side: side, key: "function.\($0.code)", labels: $0.names)
      }
      form?.items += items
    case "sum", "lines":
      let parts = rest.split(separator: ":", maxSplits: 1)
      var head = parts[0].split(separator: " ")
      var direction = Catalogue.Sum.Direction.columns
      if keyword == "lines", head.count == 2 { direction = .lines(side: side(head.removeFirst())) }
      guard parts.count == 2, head.count == 1 else { return problems.append(String(line)) }
      let (total, formula) = assignment(parts[1])
      let sum = Catalogue.Sum(id: String(head[0]), direction: direction, total: total, parts: terms(formula))
      form?.sums.append(sum)
    default: problems.append(String(line))
    }
  }

  mutating func finish() -> Catalogue {
    closeForm()
    for form in catalogue.forms {
      for item in form.items { catalogue.labels.formUnion(item.labels) }
    }
    catalogue.titles = TitleIndex(catalogue.forms)
    return catalogue
  }

  private mutating func closeForm() {
    guard var form else { return }
    if let model = model.flatMap({ id in catalogue.forms.first { $0.id == id } }) {
      let ownColumns = Set(form.columns.map(\.key))
      form.columns += model.columns.filter { !ownColumns.contains($0.key) }
      if form.items.isEmpty { form.items = model.items }
      if form.sides.isEmpty { form.sides = model.sides }
      if form.sums.isEmpty { form.sums = model.sums }
      if form.required.isEmpty { form.required = model.required }
    }
    catalogue.forms.append(form)
    self.form = nil
    model = nil
  }

  private func side(_ word: Substring) -> String? { word == "-" ? nil : String(word) }

  private func assignment(_ text: Substring) -> (String, Substring) {
    guard let equals = text.range(of: " = ") else { return (trimmed(text), "") }
    return (trimmed(text[..<equals.lowerBound]), text[equals.upperBound...])
  }

  private func alternatives(_ text: Substring) -> [String] {
    text.split(separator: "|").map { Wording.normalised(String($0)) }
  }

  private func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private func terms(_ text: Substring) -> [Catalogue.Term] {
    var isSubtracted = false
    var terms: [Catalogue.Term] = []
    for word in text.split(separator: " ") {
      switch word {
      case "+": isSubtracted = false
      case "-": isSubtracted = true
      default: terms.append(Catalogue.Term(isSubtracted: isSubtracted, key: String(word)))
      }
    }
    return terms
  }

  private func identity(_ text: Substring) -> Catalogue.Identity? {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let (left, right) = assignment(parts[1])
    let references = right.split(separator: " ").filter { $0 != "+" }.map { reference($0) }
    guard let target = reference(Substring(left)), !references.isEmpty, !references.contains(where: { $0 == nil }) else {
      return nil
    }
    return Catalogue.Identity(id: String(parts[0]), left: target, right: references.compactMap { $0 })
  }

  private func reference(_ text: Substring) -> Catalogue.Reference? {
    guard let open = text.firstIndex(of: "["), let close = text.firstIndex(of: "]") else { return nil }
    let inside = text[text.index(after: open)..<close].split(separator: ":")
    let column = text[text.index(after: close)...].dropFirst()
    guard let row = inside.last, !column.isEmpty else { return nil }
    return Catalogue.Reference(
      form: String(text[..<open]), side: inside.count == 2 ? String(inside[0]) : nil, row: String(row),
      column: String(column))
  }
}
