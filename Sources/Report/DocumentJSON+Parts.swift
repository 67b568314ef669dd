import Disclosure

extension DocumentJSON {
  static func profile(_ profile: DepartmentProfile, to json: inout JSONWriter) {
    json.member("profile")
    json.object(.block) { json in
      json.member("functions", profile.functions, .line) { item($1, to: &$0) }
      json.member("units", profile.units, .line) { item($1, to: &$0) }
      json.member("personnel", profile.personnel, .line) { json, staff in
        json.member("status", staff.status.rawValue)
        json.member("kind", staff.kind?.rawValue)
        json.member("label", staff.label)
        json.quantity("count", staff.count)
        json.member("whole", staff.whole)
      }
    }
  }

  private static func item(_ item: ProfileItem, to json: inout JSONWriter) {
    json.member("number", item.number)
    json.member("text", item.text)
    json.members(of: item.location)
  }

  /// The table of contents, the main tasks and the glossary.
  static func parts(of document: DisclosedDocument, to json: inout JSONWriter) {
    json.member("tableOfContents", document.tableOfContents, .line) { json, line in
      json.member("number", line.number)
      json.member("text", line.text)
      json.member("printedPage", line.page)
      json.members(of: line.location)
    }
    json.member("tasks", document.tasks, .line) { json, task in
      json.member("number", task.number)
      json.member("name", task.name)
      json.member("content", task.content)
      json.member("outcome", task.outcome)
      json.members(of: task.location)
    }
    json.member("glossary", document.glossary, .line) { json, entry in
      json.member("number", entry.number)
      json.member("term", entry.term)
      json.member("definition", entry.definition)
      json.members(of: entry.location)
    }
  }
}
