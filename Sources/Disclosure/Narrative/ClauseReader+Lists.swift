import PageContent
import TableStructure

extension ClauseReader {
  /// 主要包括：办公费、印刷费、邮电费
  mutating func readList(after marker: Range<Int>, in clause: Range<Int>) -> Bool {
    var start = marker.upperBound
    while start < range.upperBound, text[start].isClausePunctuation { start += 1 }
    var end = start
    while end < range.upperBound, text[end] != "，", text[end] != ",", text[end] != ":" { end += 1 }
    guard start < end, lists.last?.items.isEmpty ?? true,
      !PrintedNumber.all(in: text, start..<end, wording).contains(where: { $0.unitClass == .money })
    else { return false }
    if let tail = text[start..<end].trailing(wording[.listEnd]), tail < end - start { end -= tail }
    var items: [Range<Int>] = []
    var itemStart = start
    var depth = 0
    for index in start...end {
      if index < end, text[index] == "(" { depth += 1 }
      if index < end, text[index] == ")" { depth -= 1 }
      guard index == end || text[index] == "、" && depth <= 0 else { continue }
      if index > itemStart { items.append(itemStart..<index) }
      itemStart = index + 1
    }
    let named = subjects.subject(clause.lowerBound..<max(clause.lowerBound, marker.lowerBound), in: passage)
    guard items.count > 1, let subject = named ?? context.subject, subject.kind != "other" else { return false }
    lists.append(
      NarrativeList(
        kind: subject.kind, subject: subject.words, items: items.map { passage.printed($0, in: paragraphs) },
        section: nil, sentence: 0, location: passage.location(items[0], in: paragraphs)))
    return true
  }
}
