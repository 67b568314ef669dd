extension Sequence where Element == Int? {
  /// Whether these are numbers of which each is one more than the one before: 栏次 1 2 3.
  func counts(from first: Int) -> Bool { enumerated().allSatisfy { $0.element == first + $0.offset } }
}
