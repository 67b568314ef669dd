import PageContent

/// What a site puts around an article: told by what elements are for, and by how much of their text leads elsewhere; by the
/// names of no site's classes.
struct SiteFurniture {
  private let tree: HTMLTree
  /// For each node the letters in it, and how many of these are links to other pages, in how many links.
  private var letters: [Int32]
  private var linked: [Int32]
  private var links: [Int32]
  /// Whether a sentence, or an amount, lies in it that is no link: a menu may be longer than the article beside it.
  private var isRich: [Bool]

  /// In letters; a date, or a word before a list of links, is shorter.
  private static let shortestSentence = 20

  init(_ tree: HTMLTree) {
    self.tree = tree
    letters = [Int32](repeating: 0, count: tree.nodes.count)
    linked = letters
    links = letters
    isRich = [Bool](repeating: false, count: tree.nodes.count)
    var isInLink = [Bool](repeating: false, count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() {
      let parent = Int(node.parent)
      isInLink[index] = parent >= 0 && isInLink[parent]
      if node.name == "a", let target = tree.attribute("href", of: index), !target.hasPrefix("#") {
        if !isInLink[index] { links[index] = 1 }
        isInLink[index] = true
      }
      guard node.isText, parent >= 0, !SiteFurniture.unprinted.contains(tree.name(parent)) else { continue }
      // The first bytes of letters and digits: a Chinese one counts as one.
      let count = Int32(tree.textBytes(index).count { $0 > 0x20 && $0 & 0xC0 != 0x80 })
      letters[index] = count
      if isInLink[index] {
        linked[index] = count
      } else if count >= SiteFurniture.shortestSentence {
        isRich[index] = true
      } else if count > 0 {
        isRich[index] = Lexeme.isPlainlyAmount(tree.text(index).trimmed)
      }
    }
    for index in tree.nodes.indices.reversed() {
      let parent = Int(tree.nodes[index].parent)
      guard parent >= 0 else { continue }
      letters[parent] += letters[index]
      linked[parent] += linked[index]
      links[parent] += links[index]
      if isRich[index] { isRich[parent] = true }
    }
  }

  func letters(of index: Int) -> Int { Int(letters[index]) }

  /// What is never printed, or is filled in by who looks at the page.
  static let unprinted: Set = [
    "script", "style", "head", "title", "noscript", "template", "iframe", "object", "embed", "svg", "math", "select",
    "option", "button", "input", "textarea", "map", "audio", "video", "canvas", "datalist", "dialog", "noframes",
    "frameset", "xml",
  ]

  /// Whether an element is none of the article.
  func contains(_ index: Int) -> Bool {
    let name = tree.name(index)
    switch tree.attribute("role", of: index) {
    case "navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar": return true
    default: break
    }
    switch name {
    case "nav", "aside": return true
    // Those of an article are its own.
    case "header", "footer": return !isInArticle(index)
    case _ where SiteFurniture.blocks.contains(name): return isMostlyLinks(index)
    default: return false
    }
  }

  private static let blocks: Set = [
    "div", "ul", "ol", "dl", "li", "p", "table", "td", "tr", "section", "center", "form",
  ]

  private func isInArticle(_ index: Int) -> Bool {
    var next = tree.parent(index)
    while let element = next {
      if ["article", "main", "section"].contains(tree.name(element)) { return true }
      next = tree.parent(element)
    }
    return false
  }

  /// Several links, and more words in them than beside them, of which none is a sentence.
  private func isMostlyLinks(_ index: Int) -> Bool {
    links[index] > 1 && 2 * linked[index] > letters[index] && !isRich[index]
  }
}
