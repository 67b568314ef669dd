import Disclosure

/// The coded rows of a table as the tree that their codes make: under each row those that lie right below it.
package struct CodeTree {
  package struct Node {
    package var section: Int
    package var row: Int
    package var code: ClassificationCode
    package var children: [Int] = []
  }

  /// Sections that share their columns are one list: blocks of codes that stand side by side.
  package let columns: [FormTable.Column]
  package private(set) var nodes: [Node] = []
  /// Nodes that lie below no printed row.
  package private(set) var roots: [Int] = []
  /// Rows of totals: neither coded nor items of a list.
  package private(set) var totals: [(section: Int, row: Int)] = []

  /// The trees of a table, one for each set of columns.
  package static func trees(of table: FormTable) -> [CodeTree] {
    var groups: [[Int]] = []
    for (index, section) in table.sections.enumerated() where !section.columns.isEmpty {
      if let same = groups.firstIndex(where: { keys(table.sections[$0[0]]) == keys(section) }) {
        groups[same].append(index)
      } else {
        groups.append([index])
      }
    }
    return groups.compactMap { CodeTree(table, sections: $0) }
  }

  private static func keys(_ section: FormTable.Section) -> [String] {
    section.columns.map { $0.key ?? $0.header.joined(separator: "/") }
  }

  private init?(_ table: FormTable, sections: [Int]) {
    columns = table.sections[sections[0]].columns
    for section in sections {
      let rows = table.sections[section].rows
      for index in rows.indices {
        if let code = rows[index].classification {
          nodes.append(Node(section: section, row: index, code: code))
        } else if rows[index].role == .total, rows[index].code == nil,
          rows[index].item == nil || rows[index].item == "total"
        {
          totals.append((section, index))
        }
      }
    }
    if nodes.isEmpty { return nil }
    link()
  }

  private mutating func link() {
    var byDigits: [String: Int] = Dictionary(minimumCapacity: nodes.count)
    var isUnique = true
    for (index, node) in nodes.enumerated() where byDigits.updateValue(index, forKey: node.code.digits) != nil {
      isUnique = false
    }
    // A list that names a code twice, as one by units does, is read from the top down.
    var path: [Int] = []
    for index in nodes.indices {
      var parent: Int?
      if isUnique {
        var code = nodes[index].code.parent
        while parent == nil, let above = code {
          parent = byDigits[above.digits]
          code = above.parent
        }
      } else {
        while let last = path.last, !nodes[last].code.contains(nodes[index].code) { path.removeLast() }
        parent = path.last
        path.append(index)
      }
      if let parent { nodes[parent].children.append(index) } else { roots.append(index) }
    }
  }
}
