/// A line of a text around the columns that a finding speaks of.
struct LineExcerpt {
  private(set) var before = ""
  private(set) var marked = ""
  private(set) var after = ""

  /// - Parameter columns: from 1, in Unicode scalars.
  init(_ line: String, columns: ClosedRange<Int>) {
    let scalars = Array(line.unicodeScalars)
    let start = min(max(0, columns.lowerBound - 1), scalars.count)
    let end = min(max(start, columns.upperBound), scalars.count)
    before = LineExcerpt.text(scalars[max(0, start - LineExcerpt.reach)..<start])
    marked = LineExcerpt.text(scalars[start..<end].prefix(LineExcerpt.longest))
    after = LineExcerpt.text(scalars[end...].prefix(LineExcerpt.reach))
    if start > LineExcerpt.reach { before = "…" + before }
    if end - start > LineExcerpt.longest { marked += "…" }
    if scalars.count - end > LineExcerpt.reach { after += "…" }
  }

  /// A row of a table has some hundred columns; a paragraph set as one line has thousands.
  private static let reach = 240
  private static let longest = 600

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}
