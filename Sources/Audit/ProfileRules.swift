import Disclosure
import PageContent

extension Rule {
  /// What the first part of a report and its table of contents say.
  static let profile: [Rule] = [
    Rule(
      id: "personnel.parts", title: "各类人员之和等于合计", english: "Kinds of staff add up to their total",
      why: "编制、在职人数的合计应等于所列行政、事业等各类之和。",
      whyEnglish: "The kinds of staff listed make their total."
    ) { Staff(document: $0.document).evaluate(&$1) },
    Rule(
      id: "contents.part", title: "目录所列各部分见于正文", english: "The parts that the contents list are in the report",
      why: "目录列有而正文没有的部分，或漏印，或目录沿用旧稿。",
      whyEnglish: "A part that is listed and not there was left out, or the contents are those of an older draft.",
      tolerance: .wording, severity: .warning
    ) { Contents(subject: $0).evaluateParts(&$1) },
    Rule(
      id: "contents.sequence", title: "目录的序号连续", english: "The contents are numbered without gaps",
      why: "序号跳号或重号，或漏列一项，或编号有误。",
      whyEnglish: "A gap or a repeated number is a missing entry or a misprint.", severity: .warning
    ) { Contents(subject: $0).evaluateSequence(&$1) },
    Rule(
      id: "contents.order", title: "目录的次序、页码与正文一致", english: "The contents are in the order of the report",
      why: "目录的次序与正文相反，或页码颠倒、与其他各项不合，多为目录沿用旧稿所致。",
      whyEnglish:
        "An order that is not the report's, and a page that the others contradict, were mostly left over from an older "
        + "draft.", tolerance: .wording, severity: .warning
    ) { ContentsOrder(subject: $0).evaluate(&$1) },
  ]
}

private struct Staff {
  let document: DisclosedDocument

  func evaluate(_ verdicts: inout Verdicts) {
    let counts = document.profile.personnel
    for (number, whole) in counts.enumerated() {
      let parts = counts.filter { $0.whole == number }
      guard !parts.isEmpty else { continue }
      let sum = total(parts)
      // The retired are listed beside those at work as often as among them.
      let working = total(parts.filter { $0.status != .retired })
      if sum == whole.count.value || working == whole.count.value {
        verdicts.record(.passed)
      } else if parts.count < 2 && sum < whole.count.value || !isDivision(parts) {
        verdicts.record(.notEvaluable, reason: "所列各类可能不全")
      } else {
        let words = parts.map { "\($0.label)\($0.count.printed)" }.joined(separator: "、")
        verdicts.fail(
          "“\(whole.label)”\(whole.count.printed)，而所列\(words)合计为\(sum.trimmed)。", expected: sum.trimmed.description,
          actual: whole.count.text, evidence: [evidence(whole)] + parts.map(evidence),
          severity: sum < whole.count.value ? .warning : nil)
      }
    }
  }

  private func total(_ counts: [StaffCount]) -> ExactNumber { counts.map(\.count.value).reduce(.zero, +) }

  /// Whether the parts divide the whole in one way: by kind, or by being at work or retired.
  private func isDivision(_ parts: [StaffCount]) -> Bool {
    parts.allSatisfy { $0.kind != nil } || Set(parts.map(\.status)).count > 1
  }

  private func evidence(_ staff: StaffCount) -> Evidence {
    Evidence(location: staff.count.location, row: staff.label, text: staff.count.printed)
  }
}

private struct Contents {
  let subject: Subject

  private var document: DisclosedDocument { subject.document }

  /// 第四部分 in the contents, and the headings of the report that begin so.
  func evaluateParts(_ verdicts: inout Verdicts) {
    let lines = document.tableOfContents
    let parts = lines.filter { $0.mark?.style == .part }
    guard parts.count > 1, let last = lines.last else { return }
    let below = subject.texts.drop { $0.location != last.location }.dropFirst()
    let found = parts.map { part in
      let number = Wording.normalised(part.number ?? "")
      return below.contains { $0.words.begins(with: number) }
    }
    // A report that does not head its parts so says nothing; tables may be in another file.
    guard found.count(where: { $0 }) * 2 > parts.count else {
      return verdicts.record(.notEvaluable, reason: "正文各部分的标题未按目录编号")
    }
    for (part, isFound) in zip(parts, found) {
      if isFound, let other = otherTitle(part, below) {
        verdicts.fail(
          "目录列有“\(words(part))”，正文作“\(other.printed)”。",
          evidence: [
            Evidence(location: part.location, text: words(part)),
            Evidence(location: other.location, text: other.printed),
          ])
      } else if isFound || hasContent(part, below) {
        verdicts.record(.passed)
      } else {
        verdicts.fail(
          "目录列有“\(words(part))”，正文未见。", evidence: [Evidence(location: part.location, text: words(part))])
      }
    }
  }

  private func words(_ line: ContentsLine) -> String {
    (line.number ?? "") + (line.mark?.style == .chinese ? "、" : "") + line.text
  }

  /// The heading that bears a part's number, where the two have not a character in common.
  private func otherTitle(_ part: ContentsLine, _ below: ArraySlice<ReportText>) -> ReportText? {
    let number = Wording.normalised(part.number ?? "")
    let headings = below.filter { $0.words.begins(with: number) && $0.mayBeTitle }
    let title = Set(Wording.normalised(part.text).unicodeScalars)
    guard headings.count == 1, let heading = headings.first, title.count > 1 else { return nil }
    let own = heading.words.unicodeScalars.dropFirst(number.unicodeScalars.count)
    return own.count > 1 && title.isDisjoint(with: own) && !hasContent(part, below) ? heading : nil
  }

  /// The part's title without its number heads it as well; tables have titles of their own.
  private func hasContent(_ part: ContentsLine, _ below: ArraySlice<ReportText>) -> Bool {
    let title = Phrase(Wording.normalised(part.text))
    return title.text.holds("表") && !document.tables.isEmpty || below.contains { $0.holds(title) }
  }

  func evaluateSequence(_ verdicts: inout Verdicts) {
    var last: [ItemMark.Style: (mark: ItemMark, line: ContentsLine)] = [:]
    for line in document.tableOfContents {
      // Tables within a part have numbers of their own: those of parts and of 一、 tell.
      guard let mark = line.mark, mark.style == .part || mark.style == .chinese else { continue }
      defer { last[mark.style] = (mark, line) }
      guard let before = last[mark.style], mark.value != 1 else { continue }
      if mark.follows(before.mark) {
        verdicts.record(.passed)
      } else {
        verdicts.fail(
          "目录中“\(words(before.line))”之后为“\(words(line))”，序号不连续。",
          evidence: [before.line, line].map { Evidence(location: $0.location, text: words($0)) })
      }
    }
  }
}
