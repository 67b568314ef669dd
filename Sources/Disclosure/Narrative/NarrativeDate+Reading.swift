import TableStructure

extension NarrativeDate {
  /// The dates of a part of a text: 2023年12月31日, 2023年12月, 2023年度.
  static func all(
    in passage: Passage, _ range: Range<Int>, _ wording: NarrativeWording, _ paragraphs: [Paragraph]
  ) -> [NarrativeDate] {
    let text = passage.text
    var dates: [NarrativeDate] = []
    for index in range where text[index] == "年" && index - range.lowerBound >= 4 {
      let start = index - 4
      guard text[start..<index].allSatisfy(\.isASCIIDigit), start == range.lowerBound || !text[start - 1].isASCIIDigit,
        let year = number(text[start..<index]), (1990...2099).contains(year)
      else { continue }
      var date = NarrativeDate(
        year: year, role: .other, section: nil, sentence: 0, location: passage.location(start..<index, in: paragraphs))
      var end = index + 1
      if let (month, next) = part(text, end..<range.upperBound, mark: "月"), (1...12).contains(month) {
        date.month = month
        end = next
        if let (day, next) = part(text, end..<range.upperBound, mark: "日"), (1...31).contains(day) {
          date.day = day
          end = next
        }
      } else if end < range.upperBound, text[end] == "度" {
        end += 1
      }
      let before = text[range.lowerBound..<start]
      if before.trailing(wording[.asOf]) != nil || end < range.upperBound && "末底".unicodeScalars.contains(text[end]) {
        date.role = .asOf
      } else if before.trailing(wording[.comparisonDate]) != nil {
        date.role = .comparison
      }
      date.location = passage.location(start..<end, in: paragraphs)
      dates.append(date)
    }
    return dates
  }

  private static func part(_ text: [Unicode.Scalar], _ range: Range<Int>, mark: Unicode.Scalar) -> (Int, Int)? {
    let digits = text[range].prefix(while: \.isASCIIDigit)
    guard !digits.isEmpty, digits.count <= 2, digits.endIndex < range.upperBound, text[digits.endIndex] == mark,
      let value = number(digits)
    else { return nil }
    return (value, digits.endIndex + 1)
  }

  private static func number(_ digits: Scalars) -> Int? {
    digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
  }
}
