import Disclosure

/// What became of a form in a document.
enum FormPresence {
  /// Its tables were read.
  case read([Int])
  /// It is printed, and was not read.
  case unread
  /// The report's own contents list it, and it is not there.
  case listed(ContentsEntry)
  /// The report's year and kind call for it, and it is not there.
  case calledFor
  /// It is not there, and nothing says that it should be.
  case absent
}

extension Subject {
  func presence(of form: String) -> FormPresence {
    let tables = tables(of: form)
    if !tables.isEmpty { return .read(tables) }
    let entry = document.contents.first { $0.form == form }
    if unreadForms.contains(form) || isUnrecognised(title(of: form), entry) { return .unread }
    guard isCalledFor(form) else { return .absent }
    guard let entry else { return .calledFor }
    return isTitlePrinted(form) ? .unread : .listed(entry)
  }

  /// Whether a form's title is printed outside the contents, where nothing below it was read as its table.
  func isTitlePrinted(_ form: String) -> Bool {
    texts.indices.contains { index in
      let text = texts[index]
      guard text.words.utf8.count < Subject.longestTitle, text.mayBeTitle, !sentences.silent.contains(index),
        text.words.ends(with: "表") || text.words.ends(with: ")")
      else { return false }
      return Catalogue.shared.form(titled: text.printed, kind: document.kind)?.id == form
    }
  }

  /// In UTF-8.
  private static let longestTitle = 120

  /// Whether a table that was not recognised bears a form's title, or what may be the rest of it: 况表 below …收支总体情.
  private func isUnrecognised(_ title: String, _ entry: ContentsEntry?) -> Bool {
    let listed = entry.map { Wording.normalised($0.text) }
    return document.unrecognisedTables.contains { table in
      guard let printed = table.title.map(Wording.normalised), !printed.isEmpty else { return false }
      return printed.holds(title) || title.ends(with: printed) || listed?.holds(printed) ?? false
    }
  }
}
