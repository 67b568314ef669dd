/// A list of paths, one on each line, or each before a zero byte.
package enum InputPaths {
  /// Empty ones are none. A list in lines may come from another system: with a byte order mark, with CR LF.
  package static func names(in list: [UInt8], endedByZero: Bool) -> [InputName] {
    if endedByZero { return list.split(separator: 0).map { InputName(Array($0)) } }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = list.starts(with: mark) ? list.dropFirst(mark.count) : list[...]
    return text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      return line.isEmpty ? nil : InputName(Array(line))
    }
  }
}
