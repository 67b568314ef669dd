import Disclosure

/// Last year's report of the same department and kind: what a report says of the year before can be held against it.
public struct PreviousReport: Sendable {
  public let document: DisclosedDocument

  /// Why a report is not the one before another.
  public enum Mismatch: Error, Hashable {
    /// The year of one of them, this year's or last year's, is not known.
    case unknownYear(isPrevious: Bool)
    case otherYear(is: Int, expected: Int)
    case otherKind(is: DisclosedDocument.Kind, expected: DisclosedDocument.Kind)
    case otherDepartment(is: String, expected: String)
  }

  public init(_ previous: DisclosedDocument, before document: DisclosedDocument) throws(Mismatch) {
    guard let year = document.fiscalYear else { throw .unknownYear(isPrevious: false) }
    guard let earlier = previous.fiscalYear else { throw .unknownYear(isPrevious: true) }
    if earlier != year - 1 { throw .otherYear(is: earlier, expected: year - 1) }
    if let kind = previous.kind, let expected = document.kind, kind != expected {
      throw .otherKind(is: kind, expected: expected)
    }
    if let name = previous.department, let expected = document.department,
      !PreviousReport.isSame(Wording.normalised(name), Wording.normalised(expected))
    {
      throw .otherDepartment(is: name, expected: expected)
    }
    self.document = previous
  }

  /// One of them may be printed with the place before it: 普陀区财政局, 上海市普陀区财政局.
  private static func isSame(_ a: String, _ b: String) -> Bool { a.hasSuffix(b) || b.hasSuffix(a) }
}
