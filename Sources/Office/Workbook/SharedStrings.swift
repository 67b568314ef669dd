import Containers

/// The texts that the cells of a workbook share, by number.
final class SharedStrings: XMLHandler {
  private(set) var texts: [String] = []
  private var current: [UInt8] = []
  private var isInText = false
  /// Within the reading that is set above or beside letters.
  private var phoneticDepth = 0

  init() {}

  subscript(number: Int) -> String? { texts.indices.contains(number) ? texts[number] : nil }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "si": current.removeAll(keepingCapacity: true)
    case "rPh": phoneticDepth += 1
    case "t": isInText = phoneticDepth == 0
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name.local {
    case "si": texts.append(CellCharacters.unescaped(String(decoding: current, as: UTF8.self)))
    case "rPh": phoneticDepth -= 1
    case "t": isInText = false
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { if isInText { current += bytes } }
  var isDone: Bool { false }
}

/// Characters that XML cannot hold are written as `_x000D_`.
enum CellCharacters {
  static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")), text.contains("_x") else { return text }
    var result = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "_") {
      result += rest[..<start]
      rest = rest[start...]
      let mark = rest.prefix(7)
      if mark.count == 7, mark.hasPrefix("_x"), mark.hasSuffix("_"),
        let value = UInt32(mark.dropFirst(2).dropLast(), radix: 16), let scalar = Unicode.Scalar(value)
      {
        result.unicodeScalars.append(scalar)
        rest = rest.dropFirst(7)
      } else {
        result += "_"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }
}
