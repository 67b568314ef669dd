import Disclosure
import PageContent

extension Rule {
  static let tables: [Rule] = [
    Rule(
      id: "tables.missing", title: "应公开的报表齐全", english: "No form is missing",
      why: "目录所列或制度规定的报表应当公开。",
      whyEnglish: "What the contents list or the regulations prescribe is to be published."
    ) { MissingTables(document: $0.document).evaluate(&$1) },
    Rule(
      id: "tables.blank", title: "空表应有说明", english: "An empty table says that it is empty",
      why: "没有数据的表应说明无此项收支，否则不知是无数还是漏填。",
      whyEnglish: "Without a word nobody knows whether there is nothing or whether it was left out.", severity: .warning
    ) { subject, verdicts in
      for (index, table) in subject.tables.enumerated() {
        if table.status == .blank {
          verdicts.fail(
            "\(subject.title(index))为空白，且未作说明。", evidence: [subject.evidence(ofTable: index)])
        } else {
          verdicts.record(.passed)
        }
      }
    },
  ]
}

/// The forms that a document should hold and does not.
private struct MissingTables {
  let document: DisclosedDocument

  func evaluate(_ verdicts: inout Verdicts) {
    let present = Set(document.tables.map(\.form)).count
    if present > 0 { verdicts.record(.passed, count: present) }
    if document.tables.isEmpty, document.unrecognisedTables.isEmpty, document.missingTables.count > 1 {
      reportAll(&verdicts)
    } else {
      for form in document.missingTables { report(form, &verdicts) }
    }
  }

  private func report(_ form: String, _ verdicts: inout Verdicts) {
    let title = title(of: form)
    if isPrinted(title) {
      verdicts.record(.notEvaluable, reason: "《\(title)》的版式未能识别")
    } else if let entry = document.contents.first(where: { $0.form == form }) {
      verdicts.fail(
        "缺少《\(title)》：目录列有此表，正文未见。",
        evidence: [Evidence(location: entry.location, table: title, text: entry.text)])
    } else {
      verdicts.fail(
        "未见《\(title)》：按规定应当公开，报告中没有此表。", evidence: [Evidence(location: nil, table: title, text: "")],
        severity: .warning)
    }
  }

  /// A text without any table: its tables may be published beside it.
  private func reportAll(_ verdicts: inout Verdicts) {
    let titles = document.missingTables.map { "《\(title(of: $0))》" }
    verdicts.fail(
      "报告中未见任何报表，缺少\(titles.joined(separator: "、"))；若另有附表，应一并核对。",
      evidence: document.missingTables.map { form in
        let entry = document.contents.first { $0.form == form }
        return Evidence(location: entry?.location, table: title(of: form), text: entry?.text ?? "")
      },
      severity: .warning)
  }

  private func title(of form: String) -> String { Catalogue.shared.form(form)?.title ?? form }

  /// Whether a table that was not recognised bears the form's title.
  private func isPrinted(_ title: String) -> Bool {
    document.unrecognisedTables.contains { table in
      table.title.map { Wording.normalised($0).range(of: title) != nil } ?? false
    }
  }
}
