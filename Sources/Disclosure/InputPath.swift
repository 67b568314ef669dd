import Containers
import HTML
import PageContent

/// A path to an input: a file, a member of an archive (`a.zip!/b.pdf`), or the web pages of one document
/// (`2024/index.html!+index_1.html`).
package enum InputPath {
  private static let mark = Array(PageSet.separator.utf8)
  /// No report is cut into more.
  private static let mostPages = 500

  /// The bytes of an input. A file that is called so itself comes first.
  /// - Parameter path: without a closing zero byte.
  /// - Throws: what reading files and archives throws.
  package static func content(_ path: [UInt8]) throws(InputError) -> FileContent {
    let parts = parts(of: path)
    guard parts.count > 1 else { return try MemberPath.content(path) }
    do throws(InputError) { return try MemberPath.content(path) } catch {
      guard error == .missing else { throw error }
    }
    guard parts.count <= mostPages else { throw .missing }
    let slash = parts[0].lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { Array(parts[0][...$0]) } ?? []
    let names = [slash.map { Array(parts[0][($0 + 1)...]) } ?? parts[0]] + parts.dropFirst()
    var pages: [PageSet.Page] = []
    var size = 0
    for (name, number) in zip(names, numbers(of: names.map(stem))) {
      // All lie in one folder.
      guard !name.contains(UInt8(ascii: "/")) else { throw .missing }
      let content = try MemberPath.content(folder + name)
      size += content.count
      guard size <= mostBytes else { throw .tooLarge(bytes: size, limit: mostBytes) }
      pages.append(PageSet.Page(name: String(decoding: name, as: UTF8.self), number: number, bytes: content.copied()))
    }
    return FileContent(PageSet.message(of: pages))
  }

  private static let mostBytes = 48 << 20

  private static func parts(of path: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var index = 0
    while index < path.count {
      if path[index...].starts(with: mark), index > 0 {
        parts.append([])
        index += mark.count
      } else {
        parts[parts.count - 1].append(path[index])
        index += 1
      }
    }
    return parts
  }

  /// A file's name without its suffix, and without the digits that `fetch` puts behind it.
  package static func stem(of name: [UInt8]) -> String {
    let text = String(decoding: name, as: UTF8.self)
    let stem = text.lastIndex(of: ".").map { String(text[..<$0]) } ?? text
    guard let hyphen = stem.lastIndex(of: "-") else { return stem }
    let digits = stem[stem.index(after: hyphen)...]
    return digits.utf8.count == 32 && digits.allSatisfy(\.isHexDigit) ? String(stem[..<hyphen]) : stem
  }

  /// The numbers of pages by their names: the first has none, or 1; where the first without one is followed by 1, that is
  /// the second.
  static func numbers(of stems: [String]) -> [Int] {
    let printed = stems.map { PageSet.split($0).number }
    let hasBare = printed.contains { $0 == nil }
    let shift = hasBare && printed.contains(1) || printed.contains(0) ? 1 : 0
    return printed.map { $0.map { $0 + shift } ?? 1 }
  }
}
