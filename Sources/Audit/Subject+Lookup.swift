import Disclosure

extension Subject {
  /// Every row of the tables, with the place of its first cell.
  func forEachRow(_ body: (Place, FormTable.Row) -> Void) {
    for (table, content) in tables.enumerated() {
      for (section, rows) in content.sections.enumerated() {
        for (row, entry) in rows.rows.enumerated() {
          body(Place(table: table, section: section, row: row, column: 0), entry)
        }
      }
    }
  }
}

extension FormTable.Section {
  func column(_ key: String) -> Int? { columns.firstIndex { $0.key == key } }

  /// Whether any row prints a figure.
  var isBlank: Bool { rows.allSatisfy(\.isBlank) }
}

extension FormTable.Row {
  package var isBlank: Bool { figures.allSatisfy { $0 == nil } }
}

extension Catalogue.Term {
  /// Whether it stands for all keys that begin alike.
  var isOpen: Bool { Catalogue.Term.isOpen(key) }

  /// Whether the term stands for a key: its own, or any that begins as a term ending in `*` does.
  package func matches(_ other: String) -> Bool { Catalogue.Term.matches(key, other) }

  static func isOpen(_ key: String) -> Bool { key.utf8.last == UInt8(ascii: "*") }

  static func matches(_ key: String, _ other: String) -> Bool {
    isOpen(key) ? other.utf8.starts(with: key.utf8.dropLast()) : key == other
  }
}

/// Items that are parts of another item, where a form prints both: adding them to it would count them twice. Where the
/// whole is not printed, its parts take its place.
package enum Nesting {
  package static let parts = [
    "fiscalAppropriation": ["generalBudget", "governmentFund", "stateCapital"],
    "basic": ["basic.personnel", "basic.running"],
    "unitFunds": unitFunds,
    "currentTotal": [
      "fiscalAppropriation", "generalBudget", "governmentFund", "stateCapital", "fiscalAccount", "unitFunds",
    ]
      + unitFunds + ["function.*"] + uses,
    "function.*": uses,
  ]

  /// What each is a part of.
  private static let wholes = parts.reduce(into: [String: [String]]()) { wholes, entry in
    for part in entry.value { wholes[part, default: []].append(entry.key) }
  }

  /// All of them, wholes and parts.
  static let keys = Set(parts.values.joined()).union(parts.keys)

  private static let uses = ["basic", "project", "business", "superiorRemittances", "affiliatedSubsidies"]
  private static let unitFunds = ["publicService", "business", "superiorSubsidies", "affiliatedRemittances", "other"]

  /// The keys that stand for the given ones in a list that prints only some of them, and those for which nothing stands.
  package static func resolve(_ keys: [String], isPrinted: (String) -> Bool) -> (present: [String], missing: [String]) {
    var present: [String] = []
    var missing: [String] = []
    for key in keys {
      if wholes[key]?.contains(where: { keys.contains($0) && isPrinted($0) }) ?? false { continue }
      if isPrinted(key) {
        if !present.contains(key) { present.append(key) }
      } else if let substitutes = parts[key].map({ resolve($0, isPrinted: isPrinted).present }), !substitutes.isEmpty {
        present += substitutes.filter { !present.contains($0) }
      } else {
        missing.append(key)
      }
    }
    return (present, missing)
  }
}
