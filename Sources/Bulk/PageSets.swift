import Disclosure
import HTML
import PageContent
import Report

/// The web pages among the inputs that are pages of one document: each set becomes an input,
/// `2024/index.html!+index_1.html`.
///
/// They lie in one folder, their names, or the addresses that `fetch` had them from, differ by the number of the page alone,
/// and they have the same title.
struct PageSets {
  private static let suffixes: Set = ["html", "htm", "shtml", "xhtml"]
  private static let manifestName = Array("manifest.jsonl".utf8)
  /// Of a page that is looked at for its title.
  private static let headLength = 64 << 10

  static func isSet(_ name: InputName) -> Bool { name.bytes.firstRange(of: Array(PageSet.separator.utf8)) != nil }

  private struct Key: Hashable {
    var folder: [UInt8]
    var base: String
    var suffix: String
  }

  /// - Parameter names: sorted; what comes back is too.
  static func joined(_ names: [InputName]) -> [InputName] {
    guard names.count(where: isPage) > 1 else { return names }
    var sets = PageSets()
    var groups: [Key: [(name: InputName, number: Int?)]] = [:]
    for name in names where isPage(name) {
      let (key, number) = sets.key(of: name)
      groups[key, default: []].append((name, number))
    }
    var result = Set(names)
    for group in groups.values {
      guard let pages = ordered(group) else { continue }
      result.subtract(pages)
      let rest = pages.dropFirst().flatMap { Array(PageSet.separator.utf8) + lastPart(of: $0) }
      result.insert(InputName(pages[0].bytes + rest))
    }
    return result.sorted()
  }

  private static func isPage(_ name: InputName) -> Bool { name.suffix.map(suffixes.contains) ?? false }

  private static func lastPart(of name: InputName) -> [UInt8] {
    Array(name.bytes[((name.bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...])
  }

  /// nil where they are no pages of one document: a first is missing, two are the same, or their titles differ.
  private static func ordered(_ group: [(name: InputName, number: Int?)]) -> [InputName]? {
    let sorted = group.sorted { ($0.number ?? -1, $0.name) < ($1.number ?? -1, $1.name) }
    guard sorted.count > 1, sorted[0].number.map({ $0 < 2 }) ?? true else { return nil }
    for (page, next) in zip(sorted, sorted.dropFirst()) where page.number == next.number { return nil }
    let titles = Set(sorted.map { title(of: $0.name) })
    guard titles.count == 1, let title = titles.first, title != nil else { return nil }
    return sorted.map(\.name)
  }

  /// nil where a page has none.
  private static func title(of name: InputName) -> String? {
    guard let content = try? InputPath.content(name.bytes) else { return nil }
    let head = content.withBytes { Array($0.prefix(headLength)) }
    let text = PageEncoding.detect(head, contentType: nil).text(of: head)
    for token in HTMLTokens(text) {
      if case .raw("title", let title) = token {
        // Some say the number of the page behind it.
        let words = TextJoin.squashed(title)
        let kept = words.range(of: "(第").map { String(words[..<$0.lowerBound]) } ?? words
        return kept.isEmpty ? nil : kept
      }
    }
    return nil
  }

  // MARK: Addresses

  /// The addresses of files, by their paths, as the manifests above them say.
  private var addresses: [[UInt8]: String] = [:]
  private var seenManifests: Set<[UInt8]> = []

  private mutating func key(of name: InputName) -> (Key, number: Int?) {
    let folder = Array(name.bytes.dropLast(PageSets.lastPart(of: name).count))
    let suffix = name.suffix ?? ""
    readManifests(above: folder)
    if let address = addresses[name.bytes], let slash = address.lastIndex(of: "/") {
      let file = address[address.index(after: slash)...]
      let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? String(file)
      let (base, number) = PageSet.split(stem)
      return (Key(folder: folder, base: String(address[...slash]) + base, suffix: suffix), number)
    }
    let (base, number) = PageSet.split(InputPath.stem(of: PageSets.lastPart(of: name)))
    return (Key(folder: folder, base: base, suffix: suffix), number)
  }

  /// A fetch puts pages two folders below its manifest.
  private mutating func readManifests(above folder: [UInt8]) {
    var parts = folder.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropLast()
    for _ in 0..<3 {
      let root = parts.isEmpty ? [] : Array(parts.joined(separator: [UInt8(ascii: "/")])) + [UInt8(ascii: "/")]
      if seenManifests.insert(root).inserted { readManifest(in: root) }
      if parts.isEmpty { return }
      parts = parts.dropLast()
    }
  }

  private mutating func readManifest(in root: [UInt8]) {
    let path = (root + PageSets.manifestName).map { CChar(bitPattern: $0) } + [0]
    guard let content = try? FileContent.read(path: path) else { return }
    content.withBytes { bytes in
      for line in bytes.split(separator: 0x0A) {
        guard case .object(let members)? = try? JSONParser.parse(Array(line)).content else { continue }
        func text(_ name: String) -> String? {
          for member in members where member.name == name {
            if case .string(let text) = member.value.content { return text }
          }
          return nil
        }
        if let file = text("file"), let address = text("finalAddress") ?? text("address") {
          addresses[root + Array(file.utf8)] = address
        }
      }
    }
  }
}
