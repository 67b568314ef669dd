import PageContent

/// Text that is on a document's pages, or in its file, and that no reader of it reads as a part of the report: left out
/// for one reason, and counted.
public struct OmittedText: Sendable, Hashable {
  /// `watermark`, `slantedText`, `backgroundColour` (white on white), `invisibleText`, `hiddenLayer`, `hiddenSheet`,
  /// `hiddenRow`, `hiddenColumn`, `hiddenText`, `deletedText`, `fieldCode`, `navigation`, `pageNumber` or
  /// `runningHead`.
  public var reason: String
  /// How many texts, each drawn in one go.
  public var count: Int
  /// Where they stand, in order; empty for a text.
  public var pages: [Int]
  /// The lines, for a text.
  public var lines: [Int]
  /// What the first few of them say, each said once.
  public var texts: [String]

  public init(reason: String, count: Int, pages: [Int] = [], lines: [Int] = [], texts: [String] = []) {
    self.reason = reason
    self.count = count
    self.pages = pages
    self.lines = lines
    self.texts = texts
  }
}

extension OmittedText {
  /// Whether it only numbers or names the pages, or makes what a field shows: nothing to tell a reader of.
  package var isFurniture: Bool {
    LeftOut.Reason(rawValue: reason).map {
      $0 == .pageNumber || $0 == .runningHead || $0 == .fieldCode || $0 == .navigation
    } ?? false
  }

  private static let mostTexts = 5
  /// In scalars.
  private static let longestText = 80

  /// One for each reason.
  static func summary(of leftOut: [LeftOut]) -> [OmittedText] {
    LeftOut.Reason.allCases.compactMap { reason in
      let same = leftOut.filter { $0.reason == reason }
      if same.isEmpty { return nil }
      var texts: [String] = []
      for text in same.lazy.map(\.text) where !text.isEmpty && texts.count < mostTexts {
        let short = String(text.unicodeScalars.prefix(longestText))
        if !texts.contains(short) { texts.append(short) }
      }
      return OmittedText(
        reason: reason.rawValue, count: same.count, pages: Set(same.compactMap(\.location.page)).sorted(),
        lines: Set(same.compactMap(\.location.line)).sorted(), texts: texts)
    }
  }
}
