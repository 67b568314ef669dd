import Disclosure
import PageContent

/// One contradiction that is printed again: the same total beside the same sum in the other blocks or columns of its row, the
/// same wrong figure quoted in several sections. It is told once, with every place.
enum RepeatedFindings {
  /// The findings with each contradiction once, in their order.
  static func merged(_ findings: [Finding]) -> [Finding] {
    var merged: [Finding] = []
    var places: [Key: Int] = [:]
    var repeated: [Int: [Finding]] = [:]
    for finding in findings {
      let keys = Key.all(finding)
      if let first = keys.lazy.compactMap({ places[$0] }).first, finding.isElsewhere(than: merged[first]) {
        repeated[first, default: []].append(finding)
        continue
      }
      for key in keys where places[key] == nil { places[key] = merged.count }
      merged.append(finding)
    }
    for (index, findings) in repeated {
      merged[index].message += "同样的不符另有\(findings.count)处。"
      merged[index].show(findings)
    }
    return merged
  }

  /// What makes two findings the same: both figures, and the row that prints one of them or the figures that make the other.
  /// Findings without figures, and those that the text alone shows, have none: two things may be wrong by the same figures.
  private struct Key: Hashable {
    private let severity: Finding.Severity
    private let expected: String
    private let actual: String
    private let table: String
    private var row: String?
    private var parts: [Location?] = []

    static func all(_ finding: Finding) -> [Key] {
      guard finding.severity != .info, finding.consequences.isEmpty, let expected = finding.expected,
        let actual = finding.actual,
        let place = finding.evidence.first(where: { $0.table != nil }), let table = place.table, let row = place.row
      else { return [] }
      func key(_ row: String?, _ parts: [Location?]) -> Key {
        Key(severity: finding.severity, expected: expected, actual: actual, table: table, row: row, parts: parts)
      }
      let parts = finding.evidence.dropFirst().map(\.location)
      return [key(row, [])] + (parts.count > 1 ? [key(nil, parts)] : [])
    }
  }
}

extension Finding {
  /// What contradicts one printed figure in two ways is another thing; what a blank should hold is one.
  fileprivate func isElsewhere(than other: Finding) -> Bool {
    guard let place = evidence.first else { return false }
    return place.text.isEmpty || place.location != other.evidence.first?.location
  }

  /// Shows what others show beside its own.
  mutating func show(_ others: [Finding]) {
    var shown = Set(evidence)
    for item in others.flatMap(\.evidence) where shown.insert(item).inserted { evidence.append(item) }
  }
}

extension Verdicts {
  /// Tells of a habit of the report's writer, once for all the places where it shows.
  mutating func addOnce(_ places: [Finding]) {
    guard var finding = places.first else { return }
    if places.count > 1 {
      finding.message += "全文共\(places.count)处如此。"
      finding.show(places)
    }
    add(finding)
  }
}
