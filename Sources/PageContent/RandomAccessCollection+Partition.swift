extension RandomAccessCollection where Index == Int {
  /// The first index whose element belongs to the second part, in a collection that has those of the first part first;
  /// the end where none does.
  @inlinable package func partitionPoint(where belongsToSecond: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if belongsToSecond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
