import CCatalogue

/// The codes of the government revenue and expenditure classification with the names that they have had, from one edition
/// to the next. The resource `classification.catalogue` lists them; what is not listed is not known, and not wrong.
package struct OfficialNames: Sendable {
  package struct Name: Sendable, Hashable {
    package var text: String
    /// The fiscal years in which it was official; all where that is not known.
    package var years: ClosedRange<Int>

    package static let always = 0...9999
  }

  private let names: [String: [Name]]
  /// Of all codes, made when it is first asked for: few documents need it.
  private static let normalised = Set(shared.names.values.joined().map { Wording.normalised($0.text) })

  /// The catalogue that ships with the library.
  package static let shared = OfficialNames(parsing: EmbeddedResource.bytes(juesuan_classification_catalogue))

  /// All codes, in order.
  package var codes: [String] { names.keys.sorted() }

  /// The names of a code, the latest first; empty where it is not listed.
  package func names(of code: String) -> [Name] { names[code] ?? [] }

  /// Whether a text, normalised, has been the name of some code. Each list has what is else of its name: 其他….
  static func holds(_ name: String) -> Bool {
    normalised.contains(name) || name.begins(with: "其他") && normalised.contains(String(name.dropFirst(2)))
  }

  init(parsing bytes: UnsafeBufferPointer<UInt8>) {
    var names: [String: [Name]] = [:]
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { continue }
      let code = String(decoding: line[..<space], as: UTF8.self)
      names[code] = line[(space + 1)...].split(separator: UInt8(ascii: "|")).map(OfficialNames.name)
    }
    self.names = names
  }

  /// 文化体育与传媒支出 -2018
  private static func name(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Name {
    let words = text.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
    let years = words.count > 1 ? words.last.flatMap(range) : nil
    return Name(text: words.first ?? "", years: years ?? Name.always)
  }

  /// 2014-2018, 2019-, -2018
  private static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    let first = Int(ends[0]) ?? Name.always.lowerBound
    let last = Int(ends[1]) ?? Name.always.upperBound
    return first <= last ? first...last : nil
  }
}
