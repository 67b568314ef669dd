import PageContent

/// A page's tree with the styles of its elements.
struct StyledTree {
  let tree: HTMLTree
  /// Of each node; a text has none.
  private var styles: [StyleDeclarations]

  /// - Parameter sheets: style sheets that lie beside the page.
  init(_ tree: HTMLTree, sheets: [String] = []) {
    self.tree = tree
    var sheet = StyleSheet()
    for text in sheets { sheet.add(text) }
    for (index, node) in tree.nodes.enumerated() where node.name == "style" {
      for child in tree.children(index) where tree.nodes[child].isText { sheet.add(tree.text(child)) }
    }
    styles = [StyleDeclarations](repeating: StyleDeclarations(), count: tree.nodes.count)
    for (index, node) in tree.nodes.enumerated() where !node.isText { styles[index] = styles(of: index, by: sheet) }
  }

  private func styles(of index: Int, by sheet: StyleSheet) -> StyleDeclarations {
    var classes = tree.attribute("class", of: index)?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
    if classes.count > StyledTree.mostClasses { classes.removeSubrange(StyledTree.mostClasses...) }
    var styles = sheet.declarations(for: tree.name(index), classes: classes, id: tree.attribute("id", of: index))
    if let own = tree.attribute("style", of: index) { styles.add(StyleDeclarations(own)) }
    return styles
  }

  private static let mostClasses = 32

  func styles(of index: Int) -> StyleDeclarations { styles[index] }

  func looks(of index: Int, in around: ElementLooks, _ styles: StyleDeclarations) -> ElementLooks {
    around.inside(tree.name(index), styles) { tree.attribute($0, of: index) }
  }

  /// The way to each element is counted among its siblings of the same name.
  func path(of child: Int, _ counts: inout [String: Int], below path: ElementPath) -> ElementPath {
    let name = tree.name(child)
    counts[name, default: 0] += 1
    let isOnly = name == "html" || name == "body" || name == "head"
    return path.child(name, isOnly ? 0 : counts[name, default: 1])
  }
}
