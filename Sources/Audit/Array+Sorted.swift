extension Array {
  /// The index of the first element that fulfils a condition which all after it fulfil too; the end where none does.
  func firstSorted(_ isFound: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isFound(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
