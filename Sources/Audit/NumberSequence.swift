/// Printed numbers that should ascend by one: 行次 down a list, 栏次 across a header.
struct NumberSequence {
  /// A number that is not the one meant, with what shows it.
  struct Misprint: Hashable {
    /// Its place in the sequence.
    var index: Int
    var printed: Int
    var meant: Int
    /// The numbers before and after it.
    var before: Int?
    var after: Int?
  }

  /// The numbers as printed, nil where none is.
  let numbers: [Int?]
  let misprints: [Misprint]

  /// The longest run of misprints that its neighbours can tell.
  private static let longestRun = 3

  /// - Parameters:
  ///   - before: the last number of the list that this one continues; 0 for the first list.
  ///   - after: the first number of the list that continues this one.
  init(_ numbers: [Int?], before: Int? = nil, after: Int? = nil) {
    self.numbers = numbers
    misprints = NumberSequence.misprints(in: numbers, before: before, after: after)
  }

  /// The number meant at each place.
  var meant: [Int?] {
    var meant = numbers
    for misprint in misprints { meant[misprint.index] = misprint.meant }
    return meant
  }

  /// Numbers run parallel to their places; rows left out shift all that follow, but a misprint leaves and returns.
  private static func misprints(in numbers: [Int?], before: Int?, after: Int?) -> [Misprint] {
    let places = numbers.indices.filter { numbers[$0] != nil }
    var run = places.map { (index: $0, number: numbers[$0] ?? 0) }
    if let before { run.insert((-1, before), at: 0) }
    if let after { run.append((numbers.count, after)) }
    guard run.count >= 3 else { return [] }
    func shift(_ position: Int) -> Int { run[position].number - run[position].index }
    var misprints: [Misprint] = []
    var position = 1
    while position < run.count - 1 {
      let expected = shift(position - 1)
      let isBack =
        shift(position) == expected
        ? nil
        : (position + 1..<min(run.count, position + 1 + longestRun)).first { shift($0) == expected }
      guard let back = isBack else {
        position += 1
        continue
      }
      for wrong in position..<back {
        misprints.append(
          Misprint(
            index: run[wrong].index, printed: run[wrong].number, meant: run[wrong].index + expected,
            before: run[position - 1].number, after: run[back].number))
      }
      position = back + 1
    }
    return misprints
  }
}
