import Disclosure

extension DocumentJSON {
  /// Everything refers to its sentence by index, and a sentence to its section.
  static func narrative(_ narrative: Narrative, to json: inout JSONWriter) {
    json.member("narrativeSections", narrative.sections, .line) { json, section in
      json.member("heading", section.heading)
      json.member("kind", section.kind.rawValue)
      json.member("level", section.level)
      json.member("paragraphs", [section.paragraphs.lowerBound, section.paragraphs.upperBound])
      json.members(of: section.location)
    }
    json.member("narrativeSentences", narrative.sentences, .line) { json, sentence in
      json.member("text", sentence.text)
      json.member("paragraph", sentence.paragraph)
      json.member("section", sentence.section)
      json.members(of: sentence.location)
    }
    json.member("narrative", narrative.facts, .line) { json, fact in
      json.member("fact", fact.kind)
      json.member("section", fact.section.map { narrative.sections[$0].heading })
      json.member("subject", fact.subject)
      members(path: fact.path, code: fact.code, to: &json)
      json.member("measure", fact.measure.rawValue)
      json.member("text", fact.text)
      json.member("unit", fact.unit)
      json.member("yuan")
      if let yuan = fact.yuan { json.decimal(yuan, decimals: 2) } else { json.null() }
      if let direction = fact.direction { json.member("direction", direction.rawValue) }
      if let year = fact.comparedYear { json.member("comparedYear", year) }
      if let base = fact.base { json.member("base", base) }
      flag("inReason", fact.isInReason, to: &json)
      flag("statedReason", fact.statedReason, to: &json)
      json.member("sentence", fact.sentence)
      json.members(of: fact.location)
    }
    json.member("narrativeLists", narrative.lists, .line) { json, list in
      json.member("fact", list.kind)
      json.member("subject", list.subject)
      json.member("items", list.items, .line)
      json.member("sentence", list.sentence)
      json.members(of: list.location)
    }
    json.member("narrativeStatements", narrative.statements, .line) { json, statement in
      json.member("fact", statement.kind)
      json.member("subject", statement.subject)
      members(path: statement.path, code: statement.code, to: &json)
      json.member("direction", statement.direction.rawValue)
      json.member("basis", statement.basis.rawValue)
      if let year = statement.comparedYear { json.member("comparedYear", year) }
      flag("statedReason", statement.statedReason, to: &json)
      json.member("sentence", statement.sentence)
      json.members(of: statement.location)
    }
    json.member("narrativeDates", narrative.dates, .line) { json, date in
      json.member("year", date.year)
      if let month = date.month { json.member("month", month) }
      if let day = date.day { json.member("day", day) }
      json.member("role", date.role.rawValue)
      json.member("sentence", date.sentence)
      json.members(of: date.location)
    }
    json.member("unreadSentences", narrative.unread)
  }

  private static func members(path: [String], code: String?, to json: inout JSONWriter) {
    if !path.isEmpty { json.member("path", path, .line) }
    if let code { json.member("code", code) }
  }

  /// Written only where it is set.
  private static func flag(_ name: StaticString, _ value: Bool, to json: inout JSONWriter) {
    guard value else { return }
    json.member(name)
    json.bool(true)
  }
}
