/// Why there is no picture of a page or of a part of it.
public enum PictureFailure: Error, Hashable, Sendable, CaseIterable {
  /// No such page or part, or one too large to show anything of.
  case undrawable
  /// What drawing it costs.
  case timeout, memory, crash
}
