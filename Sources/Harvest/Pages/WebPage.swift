import PageContent

/// What a page of the web says for our purposes: its title and its links.
struct WebPage {
  private(set) var title: String?
  /// In the page's order, each address once.
  private(set) var links: [PageLink] = []

  /// A hostile page must not fill the memory.
  private static let linkLimit = 50_000
  /// How many bytes of references, and of the base that each is read on, a page is read to; what follows is left out. A
  /// short reference to a long base costs as much as the address that it makes.
  static let addressLimit = 16 << 20
  /// What any reference costs of that, in bytes.
  private static let referenceCost = 128
  /// How much of a link's text is read, and kept, in scalars.
  static let textLimit = 4000

  /// What is left of it.
  private(set) var addressBudget: Int
  private let encoding: PageEncoding
  private let wording: LinkWording
  private let address: WebAddress
  /// What references are relative to.
  private var base: WebAddress
  private var seen: [WebAddress: Int] = [:]

  /// - Parameter contentType: the header, which may name the encoding.
  init(
    _ bytes: [UInt8], at address: WebAddress, contentType: String?, wording: LinkWording = .shared,
    addressLimit: Int = WebPage.addressLimit
  ) {
    addressBudget = addressLimit
    encoding = PageEncoding.detect(bytes, contentType: contentType)
    self.wording = wording
    self.address = address
    base = address
    read(encoding.text(of: bytes), depth: 0)
  }

  private mutating func read(_ text: String, depth: Int) {
    var scripts: [String] = []
    var anchor: (reference: String, tag: HTMLTag, text: String)?
    for token in HTMLTokens(text) {
      if addressBudget <= 0 { break }
      switch token {
      case .start(let tag) where tag.name == "a" || tag.name == "area":
        if let open = anchor { add(open.reference, open.tag, open.text) }
        anchor = nil
        let reference = tag["href"] ?? ""
        if tag.name == "area" { add(reference, tag, tag["alt"] ?? "") } else { anchor = (reference, tag, "") }
      case .start(let tag):
        // A picture may stand for a link's words.
        if tag.name == "img", let words = tag["alt"] { anchor?.text.lengthen(by: words) }
        add(tag)
      case .end("a"):
        if let open = anchor { add(open.reference, open.tag, open.text) }
        anchor = nil
      case .end: break
      case .text(let words): anchor?.text.lengthen(by: words)
      case .raw("title", let words):
        if title == nil, depth == 0 { title = WebPage.plain(WebPage.cut(words)) }
      case .raw("script", let script):
        // Some servers put the records of a list into a script, as markup.
        if script.holds("<a "), depth == 0 { read(script, depth: 1) } else { scripts.append(script) }
      case .raw: break
      }
    }
    if let open = anchor { add(open.reference, open.tag, open.text) }
    let all = scripts.joined(separator: "\n")
    for reference in ScriptedPages.references(in: all) { add(reference, text: "", kind: .next) }
  }

  // MARK: Links

  private mutating func add(_ tag: HTMLTag) {
    switch tag.name {
    case "base":
      if let href = tag["href"], let given = try? WebAddress(href, on: address) { base = given }
    case "iframe", "frame", "embed": add(tag["src"] ?? "", text: tag["title"] ?? "")
    case "object": add(tag["data"] ?? "", text: "")
    case "link":
      if tag["rel"]?.lowercased().split(separator: " ").contains("next") == true {
        add(tag["href"] ?? "", text: "", kind: .next)
      }
    case "meta":
      guard tag["http-equiv"]?.lowercased() == "refresh", let content = tag["content"] else { return }
      // 0; url='/zwgk/'
      let halves = content.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, halves[0].lowercased().contains("url") else { return }
      add(String(halves[1].filter { $0 != "'" && $0 != "\"" }), text: "", kind: .next)
    default:
      if let script = tag["onclick"] { addDocuments(inScript: script, text: tag["title"] ?? "") }
    }
  }

  /// An anchor.
  private mutating func add(_ reference: String, _ tag: HTMLTag, _ text: String) {
    let shown = WebPage.plain(text)
    let title = WebPage.plain(WebPage.cut(tag["title"] ?? ""))
    let words = title.count > shown.count ? title : shown
    if reference.lowercased().hasPrefix("javascript:") {
      addDocuments(inScript: reference, text: words)
    } else if !reference.isEmpty, !reference.hasPrefix("#") {
      let isNext = tag["rel"]?.lowercased().split(separator: " ").contains("next") == true || self.isNext(shown)
      add(reference, text: words, kind: isNext ? .next : nil, shown: shown)
    }
    if let script = tag["onclick"] { addDocuments(inScript: script, text: words) }
  }

  private mutating func add(_ reference: String, text: String, kind: PageLink.Kind? = nil, shown: String = "") {
    guard !reference.isEmpty, addressBudget > 0 else { return }
    addressBudget -= WebPage.referenceCost + reference.utf8.count + base.path.utf8.count
    guard var target = try? WebAddress(reference, on: base, encoding: encoding) else { return }
    // A viewer's page shows the document that its query names.
    if target.lastSegment.lowercased().contains("viewer"),
      let file = target.parameters.first(where: { DocumentSuffix.ends($0.value.prefix { $0 != "?" }) }),
      let shown = try? WebAddress(file.value, on: target)
    {
      target = shown
    }
    let text = WebPage.cut(text)
    let link = PageLink(address: target, text: text, kind: self.kind(of: target, text, shown, given: kind))
    if let known = seen[target] {
      // The picture before a link's words links too.
      if links[known].text.isEmpty { links[known].text = text }
      if links[known].kind == .page { links[known].kind = link.kind }
      return
    }
    guard links.count < WebPage.linkLimit else { return }
    seen[target] = links.count
    links.append(link)
  }

  private func kind(of target: WebAddress, _ text: String, _ shown: String, given: PageLink.Kind?) -> PageLink.Kind {
    if target.looksLikeDocument || DocumentSuffix.ends(text) { return .document }
    if let given { return given }
    if isPageNumber(shown), target.host == address.host, target.listShape == address.listShape { return .next }
    return wording.holdsWord(text, .attachment) ? .attachment : .page
  }

  /// Addresses of documents in the strings of a script, such as `download('/a/b.pdf')`.
  private mutating func addDocuments(inScript script: String, text: String) {
    for literal in ScriptedPages.strings(in: script) where DocumentSuffix.ends(literal.prefix { $0 != "?" }) {
      add(literal, text: text, kind: .document)
    }
  }

  // MARK: Words

  /// 下一页, in whatever arrows and brackets; or arrows alone.
  private func isNext(_ text: String) -> Bool {
    let arrows: Set<Character> = [">", "›", "»", "→", "[", "]", "(", ")", "（", "）", "【", "】", "》"]
    let words = text.filter { !arrows.contains($0) }
    if WebPage.plain(words).isEmpty { return [">", "›", "»", "→", "》"].contains { text.contains($0) } }
    return wording.isWord(words, .next)
  }

  /// 3, [3], 第3页.
  private func isPageNumber(_ text: String) -> Bool {
    let digits = text.filter { !["[", "]", "第", "页", " "].contains($0) }
    return (1...4).contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  fileprivate static func cut(_ text: String) -> String {
    text.utf8.count <= textLimit ? text : String(text.unicodeScalars.prefix(textLimit))
  }

  /// With single spaces, without control characters.
  static func plain(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace || $0.value < 0x20 || $0 == "\u{FEFF}" }
      .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
  }
}

extension WebAddress {
  /// The path without numbers: the same for all pages of a list, `index.html` and `index_3.html`.
  fileprivate var listShape: String {
    var shape = ""
    for character in path where !character.isASCII || !character.isNumber {
      shape.append(character)
    }
    return String(shape.filter { $0 != "_" && $0 != "-" })
  }
}

extension String {
  /// Adds words to a link's text, unless it is long enough.
  fileprivate mutating func lengthen(by words: String) {
    if utf8.count < WebPage.textLimit * 4 { self += WebPage.cut(words) }
  }
}
