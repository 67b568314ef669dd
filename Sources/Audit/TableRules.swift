import Disclosure
import PageContent

extension Rule {
  static let tables: [Rule] = [
    Rule(
      id: "tables.missing", title: "应公开的报表齐全", english: "No form is missing",
      why: "目录所列或制度规定的报表应当公开。"
    ) { subject, verdicts in
      let document = subject.document
      verdicts.record(.passed, count: Set(document.tables.map(\.form)).count)
      for form in document.missingTables {
        let title = Catalogue.shared.form(form)?.title ?? form
        if let entry = document.contents.first(where: { $0.form == form }) {
          verdicts.fail(
            "缺少《\(title)》：目录列有此表，正文未见。",
            evidence: [Evidence(location: entry.location, table: title, text: entry.text)])
        } else {
          verdicts.fail(
            "未见《\(title)》：按规定应当公开，报告中没有此表。", evidence: [Evidence(location: nil, table: title, text: "")],
            severity: .warning)
        }
      }
    },
    Rule(
      id: "tables.blank", title: "空表应有说明", english: "An empty table says that it is empty",
      why: "没有数据的表应说明无此项收支，否则不知是无数还是漏填。", severity: .warning
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
