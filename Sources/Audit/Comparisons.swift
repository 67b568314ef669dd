/// How much a rule may compare that holds each of many against each of many. No real report comes near the bound; of one
/// that was made to take for ever the rest is recorded as not evaluated.
final class Comparisons {
  private var left: Int

  /// Some tenths of a second; a report of 500 rows and 500 named amounts takes a tenth of it.
  init(most: Int = 10_000_000) { left = most }

  var areLeft: Bool { left > 0 }

  /// Counts what was compared, or is about to be.
  func add(_ count: Int) { left -= min(left, count) }

  /// Why the rest was not evaluated.
  static let reason = "数字或名称过多，未逐一核对"
}
