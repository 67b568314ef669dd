import Disclosure
import PageContent

extension DocumentJSONReader {
  /// A file that an earlier version wrote has no narrative.
  static func narrative(_ json: JSONObject) throws(Malformed) -> Narrative {
    guard try json.value("narrative") != nil else { return Narrative() }
    var narrative = Narrative()
    narrative.sections = try json.array("narrativeSections", section)
    let sectionCount = narrative.sections.count
    narrative.sentences = try json.array("narrativeSentences") { value throws(Malformed) in
      let json = try JSONObject(value)
      return NarrativeSentence(
        text: try json.required("text", JSONValue.text), paragraph: try json.required("paragraph", JSONValue.natural),
        section: try json.nullable("section") { value throws(Malformed) in try index(value, below: sectionCount) },
        location: try json.requiredLocation())
    }
    let sentences = narrative.sentences
    narrative.facts = try json.array("narrative") { value throws(Malformed) in try fact(value, sentences) }
    narrative.lists = try json.array("narrativeLists") { value throws(Malformed) in
      let json = try JSONObject(value)
      let sentence = try json.required("sentence") { value throws(Malformed) in try index(value, below: sentences.count)
      }
      return NarrativeList(
        kind: try json.required("fact", JSONValue.text), subject: try json.required("subject", JSONValue.text),
        items: try json.array("items", JSONValue.text), section: sentences[sentence].section, sentence: sentence,
        location: try json.requiredLocation())
    }
    narrative.statements = try json.array("narrativeStatements") { value throws(Malformed) in
      try statement(value, sentences)
    }
    narrative.dates = try json.array("narrativeDates") { value throws(Malformed) in
      let json = try JSONObject(value)
      let sentence = try json.required("sentence") { value throws(Malformed) in try index(value, below: sentences.count)
      }
      return NarrativeDate(
        year: try json.required("year", JSONValue.positive), month: try json.optional("month", JSONValue.positive),
        day: try json.optional("day", JSONValue.positive), role: try json.required("role", JSONValue.word),
        section: sentences[sentence].section, sentence: sentence, location: try json.requiredLocation())
    }
    narrative.unread = try json.array("unreadSentences") { value throws(Malformed) in
      try index(value, below: sentences.count)
    }
    return narrative
  }

  private static func section(_ value: JSONValue) throws(Malformed) -> NarrativeSection {
    let json = try JSONObject(value)
    let paragraphs = try json.array("paragraphs", JSONValue.natural)
    guard paragraphs.count == 2, paragraphs[0] <= paragraphs[1] else {
      throw Malformed("“paragraphs” are the first one and the one past the last")
    }
    return NarrativeSection(
      heading: try json.required("heading", JSONValue.text), kind: try json.required("kind", JSONValue.word),
      level: try json.required("level", JSONValue.positive), location: try json.requiredLocation(),
      paragraphs: paragraphs[0]..<paragraphs[1])
  }

  private static func fact(_ value: JSONValue, _ sentences: [NarrativeSentence]) throws(Malformed) -> NarrativeFact {
    let json = try JSONObject(value)
    let sentence = try json.required("sentence") { value throws(Malformed) in try index(value, below: sentences.count) }
    let text = try json.required("text", JSONValue.text)
    guard let number = ExactNumber(published: text) else {
      throw Malformed("the text “\(text.excerpt())” is no number")
    }
    let fact = NarrativeFact(
      kind: try json.required("fact", JSONValue.text), subject: try json.required("subject", JSONValue.text),
      path: try json.value("path") == nil ? [] : json.array("path", JSONValue.text),
      code: try json.optional("code", JSONValue.text), measure: try json.required("measure", JSONValue.word),
      text: text,
      unit: try json.required("unit", JSONValue.text), value: number,
      direction: try json.optional("direction", JSONValue.word),
      comparedYear: try json.optional("comparedYear", JSONValue.positive),
      base: try json.optional("base", JSONValue.text), isInReason: try flag("inReason", json),
      statedReason: try flag("statedReason", json), section: sentences[sentence].section, sentence: sentence,
      location: try json.requiredLocation())
    let yuan = try json.required("yuan") { $0 }
    switch (yuan.content, fact.yuan) {
    case (.null, nil): return fact
    case (.number(let literal), let expected?):
      if let number = ExactNumber(literal: literal), number.isIdentical(to: expected) { return fact }
      throw Malformed(
        "“yuan” is \(literal.excerpt()), but “\((text + fact.unit).excerpt())” makes \(expected.text(decimals: 2))")
    default: throw Malformed("“yuan” is \(yuan.kind), which “\((text + fact.unit).excerpt())” does not make")
    }
  }

  private static func statement(
    _ value: JSONValue, _ sentences: [NarrativeSentence]
  ) throws(Malformed) -> NarrativeStatement {
    let json = try JSONObject(value)
    let sentence = try json.required("sentence") { value throws(Malformed) in try index(value, below: sentences.count) }
    return NarrativeStatement(
      kind: try json.required("fact", JSONValue.text), subject: try json.required("subject", JSONValue.text),
      path: try json.value("path") == nil ? [] : json.array("path", JSONValue.text),
      code: try json.optional("code", JSONValue.text), direction: try json.required("direction", JSONValue.word),
      basis: try json.required("basis", JSONValue.word),
      comparedYear: try json.optional("comparedYear", JSONValue.positive),
      statedReason: try flag("statedReason", json), section: sentences[sentence].section, sentence: sentence,
      location: try json.requiredLocation())
  }

  private static func flag(_ name: StaticString, _ json: JSONObject) throws(Malformed) -> Bool {
    try json.optional(name, JSONValue.flag) ?? false
  }

  static func index(_ value: JSONValue, below count: Int) throws(Malformed) -> Int {
    let index = try JSONValue.natural(value)
    guard index < count else { throw Malformed("\(index) is not the index of one of \(count)") }
    return index
  }
}

extension JSONObject {
  /// nil where there is no such member.
  fileprivate func optional<Value>(
    _ name: StaticString, _ read: (JSONValue) throws(Malformed) -> Value
  ) throws(Malformed) -> Value? {
    try value(name) == nil ? nil : required(name, read)
  }
}
