import Disclosure
import PageContent

/// The tables of self-evaluation as rules weigh them.
struct Evaluations {
  let subject: Subject

  var all: [PerformanceEvaluation] { subject.document.performance }
  var projects: [PerformanceEvaluation] { all.filter { $0.subject == .project } }

  /// Whether a figure of the table could not be read, so that a sum of the others says nothing.
  func hasUnreadable(_ evaluation: PerformanceEvaluation) -> Bool {
    subject.document.problems.contains { problem in
      guard problem.kind == .unreadableCell, let location = problem.location else { return false }
      return location.page.map(evaluation.pages.contains) ?? evaluation.pages.isEmpty
    }
  }
}

extension PerformanceEvaluation {
  /// 《项目支出绩效自评表》（河道保洁）
  var heading: String {
    let title = "《\(title ?? (subject == .project ? "项目绩效自评表" : "整体绩效自评表"))》"
    guard let name, !(self.title ?? "").holds(name) else { return title }
    return title + "（\(name)）"
  }

  /// What its scores are of: the execution first.
  var scored: [ScoredLine] {
    var lines: [ScoredLine] = []
    if let spending {
      lines.append(
        ScoredLine(
          name: spending.label, maximum: spending.maximum, score: spending.score, location: spending.location,
          isExecution: true))
    }
    return lines
      + indicators.map { ScoredLine(name: $0.name, maximum: $0.maximum, score: $0.score, location: $0.location) }
  }

  func evidence(_ quantity: Quantity?, row: String, column: String, else location: Location? = nil) -> Evidence {
    Evidence(
      location: quantity?.location ?? location ?? self.location, table: title ?? name, row: row, column: column,
      text: quantity?.printed ?? "")
  }
}

/// A line that bears a score.
struct ScoredLine {
  var name: String
  var maximum: Quantity?
  var score: Quantity?
  var location: Location
  var isExecution = false
}

extension Quantity {
  /// 362.8万元
  var printed: String { text + (unit ?? "") }

  /// Half of what the last printed digit is worth, in the printed unit.
  var halfUnit: ExactNumber { ExactNumber(mantissa: 5, scale: value.scale + 1) }
}
