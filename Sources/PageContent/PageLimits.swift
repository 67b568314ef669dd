/// What one page of a PDF may cost. Reports come from the open web, and a page can be made never to end.
public struct PageLimits: Sendable, Hashable {
  /// Of processor time: what is read of a page must not depend on what else the machine does.
  public var deadlineSeconds: Double
  public var glyphs: Int
  public var rulings: Int

  public init(deadlineSeconds: Double = 10, glyphs: Int = 200_000, rulings: Int = 100_000) {
    self.deadlineSeconds = deadlineSeconds
    self.glyphs = glyphs
    self.rulings = rulings
  }
}
