import Disclosure

extension Rule {
  /// The names printed with codes against those of the classification.
  static let officialNames: [Rule] = [
    Rule(
      id: "names.official", title: "科目名称与编码相符", english: "A code is printed with its own name",
      why: "科目编码与名称由《政府收支分类科目》规定；名称属于另一编码，或与规定名称只差一两字的，是录入错误。",
      whyEnglish:
        "Codes and names are those of the classification: the name of another code, or one that differs from the "
        + "official one in a character or two, is a slip. Abbreviated and local names are not judged.",
      tolerance: .wording, severity: .warning
    ) { subject, verdicts in
      OfficialNameCheck(subject: subject).evaluateNames(&verdicts)
      UncodedNameCheck(subject: subject).evaluate(&verdicts)
    },
    Rule(
      id: "names.outdated", title: "科目名称为本年度版本", english: "Names are those of the fiscal year's edition",
      why: "《政府收支分类科目》逐年修订；科目更名后沿用旧名的，多为沿用上年文本所致。",
      whyEnglish:
        "The classification is revised every year; a name that was given up was mostly left over from an earlier text.",
      tolerance: .wording, severity: .warning
    ) { OfficialNameCheck(subject: $0).evaluateEditions(&$1) },
  ]
}

/// The names that a document prints with each code, against the official ones.
private struct OfficialNameCheck {
  let subject: Subject

  private enum Judgement {
    case official(OfficialCores.Name)
    /// It differs from the official name in a character or two.
    case slip(of: OfficialCores.Name)
    /// It is another code's.
    case name(ofCode: String)
    /// Abbreviated, added to, local, or of a code that is not listed.
    case unknown
  }

  func evaluateNames(_ verdicts: inout Verdicts) {
    for printed in subject.names.coded {
      switch judgement(printed) {
      case .official: verdicts.record(.passed)
      case .unknown: verdicts.record(.notApplicable, reason: "名称有简略、增补，或名录未列")
      case .slip(let name):
        fail(printed, "与规定名称“\(name.text)”只差一两字", expected: name.text, &verdicts)
      case .name(let other):
        let own = OfficialCores.shared.names(of: printed.code.digits).first?.text ?? ""
        fail(printed, "是编码\(other)的名称，\(printed.code.digits)应为“\(own)”", expected: own, &verdicts)
      }
    }
  }

  func evaluateEditions(_ verdicts: inout Verdicts) {
    guard let year = subject.document.fiscalYear else { return verdicts.record(.notEvaluable, reason: "年度不明") }
    for printed in subject.names.coded {
      guard case .official(let name) = judgement(printed) else { continue }
      let names = OfficialCores.shared.names(of: printed.code.digits)
      guard year > name.years.upperBound, let present = names.first(where: { $0.years.contains(year) }) else {
        verdicts.record(.passed)
        continue
      }
      fail(
        printed, "只用至\(name.years.upperBound)年版科目，\(year)年版为“\(present.text)”", expected: present.text, &verdicts)
    }
  }

  private func fail(_ printed: RowNames.Coded, _ words: String, expected: String, _ verdicts: inout Verdicts) {
    let name = subject.names[printed.place].printed
    let what = subject.row(printed.place).code == nil ? "科目" : "科目编码\(printed.code.digits)的名称"
    verdicts.fail(
      "\(subject.title(printed.place.table))\(what)“\(name)”\(words)。",
      expected: expected, actual: name,
      evidence: [
        Evidence(
          location: subject.row(printed.place).location, table: subject.tables[printed.place.table].title,
          row: subject.rowName(printed.place), text: name)
      ])
  }

  // MARK: Judging

  private func judgement(_ printed: RowNames.Coded) -> Judgement {
    let names = OfficialCores.shared.names(of: printed.code.digits)
    if names.isEmpty { return .unknown }
    let core = subject.names[printed.place].core
    let year = subject.document.fiscalYear ?? 0
    if let name = names.first(where: { $0.core == core && $0.years.contains(year) })
      ?? names.first(where: { $0.core == core })
    {
      return .official(name)
    }
    if names.contains(where: { ItemName.isAbbreviation($0.core.text, core.text) }) { return .unknown }
    if let name = names.first(where: { ItemName.isSlip($0.core.text, core.text) }) { return .slip(of: name) }
    return code(of: core, besides: printed.code.digits).map(Judgement.name) ?? .unknown
  }

  /// The code that a name belongs to: one of the same division, or the only one of all.
  private func code(of core: ExactWording, besides printed: String) -> String? {
    // Items 99 are what localities fill.
    if printed.hasSuffix("99") { return nil }
    let codes = (OfficialCores.shared.codes(of: core) ?? []).filter { $0.utf8.count == printed.utf8.count }
    if let sibling = codes.first(where: { $0.dropLast(2) == printed.dropLast(2) }) { return sibling }
    return codes.count == 1 && codes[0].first == printed.first ? codes[0] : nil
  }
}
