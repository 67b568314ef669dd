extension Checklist {
  /// Reads the notation that the head of `checklist.catalogue` describes.
  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    for statement in bytes.statements where !read(statement) { problems.append(statement.text) }
  }

  /// The checklist of a text.
  package static func parsing(_ text: String) -> Checklist {
    var text = text
    return text.withUTF8 { Checklist(parsing: $0) }
  }

  /// Whether the statement was understood.
  private mutating func read(_ statement: Notation) -> Bool {
    let keyword = statement.prefix { $0 != UInt8(ascii: " ") }
    let rest = statement.dropFirst(keyword.count).trimmed
    switch keyword.text {
    case "words":
      // Without a role they are an item's own.
      if let (named, wordings) = rest.assignment, let role = Role(rawValue: named.text) {
        words[role, default: []] += wordings.texts
        return true
      }
    case "item":
      guard let (key, name) = rest.assignment else { return false }
      items.append(Item(key: key.text, name: name.text))
      return true
    default: break
    }
    guard let last = items.indices.last else { return false }
    return items[last].read(keyword.text, rest)
  }
}

extension Checklist.Item {
  fileprivate mutating func read(_ keyword: String, _ rest: Notation) -> Bool {
    switch keyword {
    case "kind":
      guard let kind = DisclosedDocument.Kind(rawValue: rest.text) else { return false }
      self.kind = kind
    case "duty":
      guard let duty = Checklist.Duty(rawValue: rest.text) else { return false }
      self.duty = duty
    case "years":
      guard rest.last == UInt8(ascii: "-"), let first = Int(rest.dropLast().text) else { return false }
      since = first
    case "body":
      guard let body = Checklist.Body(rawValue: rest.text) else { return false }
      self.body = body
    case "basis": basis += rest.texts
    case "of": whole = rest.text
    case "subject": subjects += rest.texts
    case "zero": zeroFacts += rest.texts
    case "under":
      let kinds = rest.texts.compactMap(NarrativeSection.Kind.init)
      guard kinds.count == rest.alternatives.count else { return false }
      headings += kinds
    default:
      guard let shown = Checklist.Evidence(keyword, rest) else { return false }
      evidence.append(shown)
    }
    return true
  }
}

extension Checklist.Evidence {
  /// nil where it is not understood.
  fileprivate init?(_ keyword: String, _ rest: Notation) {
    let alternatives = rest.alternatives
    switch keyword {
    case "glossary" where rest.isEmpty: self = .glossary
    case "emptyTables" where rest.isEmpty: self = .emptyTables
    case _ where alternatives.isEmpty || alternatives.contains(where: \.isEmpty): return nil
    case "form": self = .forms(rest.texts)
    case "cells": self = .cells(rest.texts)
    case "figure":
      let keys = alternatives.map(\.words).filter { $0.count == 2 }
      guard keys.count == alternatives.count else { return nil }
      self = .figures(keys.map { Checklist.FormKey(form: $0[0].text, key: $0[1].text) })
    case "level":
      let levels = alternatives.compactMap { alternative -> Checklist.FormLevel? in
        let words = alternative.words
        guard words.count == 2, let level = Int(words[1].text).flatMap(ClassificationCode.Level.init) else {
          return nil
        }
        return Checklist.FormLevel(form: words[0].text, level: level)
      }
      guard levels.count == alternatives.count else { return nil }
      self = .levels(levels)
    case "row": self = .rows(rest.texts)
    case "fact":
      let keys = alternatives.compactMap { alternative -> Checklist.FactKey? in
        guard let (kind, place) = alternative.halves(at: "@") else {
          return Checklist.FactKey(kind: alternative.text, section: nil)
        }
        return NarrativeSection.Kind(rawValue: place.text).map { Checklist.FactKey(kind: kind.text, section: $0) }
      }
      guard keys.count == alternatives.count else { return nil }
      self = .facts(keys)
    case "change": self = .changes(rest.texts)
    case "profile":
      guard let part = Checklist.ProfilePart(rawValue: rest.text) else { return nil }
      self = .profile(part)
    case "section":
      let kinds = alternatives.compactMap { NarrativeSection.Kind(rawValue: $0.text) }
      guard kinds.count == alternatives.count else { return nil }
      self = .sections(kinds)
    case "words": self = .words(rest.texts)
    default: return nil
    }
  }
}
