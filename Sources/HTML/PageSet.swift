/// The web pages of one document, which a site has cut into several: they are read as a saved page whose parts they are.
package enum PageSet {
  package struct Page {
    package var name: String
    /// From 1.
    package var number: Int
    package var bytes: [UInt8]

    package init(name: String, number: Int, bytes: [UInt8]) {
      self.name = name
      self.number = number
      self.bytes = bytes
    }
  }

  /// Between the pages in the path of a set: `2024/index.html!+index_1.html`.
  package static let separator = "!+"

  /// The pages as one message.
  package static func message(of pages: [Page]) -> [UInt8] {
    var boundary = "page"
    while pages.contains(where: { $0.bytes.firstRange(of: Array("--\(boundary)".utf8)) != nil }) { boundary += "-" }
    var message = Array("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"\(boundary)\"\n\n".utf8)
    for page in pages {
      let name = page.name.filter { !$0.isNewline }
      message += Array(
        "--\(boundary)\nContent-Type: text/html\nContent-Location: \(name)\nContent-ID: <page-\(page.number)>\n\n".utf8)
      message += page.bytes + [0x0A]
    }
    return message + Array("--\(boundary)--\n".utf8)
  }

  /// The number of the page that a part is, by its `Content-ID`.
  static func number(ofPart id: String?) -> Int? {
    guard let id, id.hasPrefix("<page-"), id.hasSuffix(">") else { return nil }
    return Int(id.dropFirst("<page-".count).dropLast())
  }

  /// The name without the number of the page, and that number: `index_2` is the third page of `index`, or the second where
  /// there is no `index_1`.
  package static func split(_ stem: String) -> (base: String, number: Int?) {
    guard let mark = stem.lastIndex(where: { $0 == "_" || $0 == "-" }), mark > stem.startIndex else {
      return (stem, nil)
    }
    let digits = stem[stem.index(after: mark)...]
    guard (1...3).contains(digits.utf8.count), let number = Int(digits), digits.allSatisfy(\.isNumber) else {
      return (stem, nil)
    }
    return (String(stem[..<mark]), number)
  }
}
