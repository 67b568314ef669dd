import PageContent

/// The addresses that a harvest begins with.
///
/// One on a line, with further columns behind tabs; blank lines and lines that begin with `#` are left out. Where the
/// first line names the columns (`address`, `网址`, …), the manifest names them so.
package struct AddressList: Sendable {
  package struct Entry: Sendable {
    /// As it stands in the list.
    package var text: String
    package var address: Result<WebAddress, WebAddress.Problem>
    package var columns: [ListColumn] = []
  }

  package private(set) var entries: [Entry] = []

  package init() {}

  /// Adds an address given by itself.
  package mutating func add(_ text: String) {
    entries.append(Entry(text: text, address: AddressList.address(text)))
  }

  /// Adds the lines of a list.
  /// - Throws: `InputError.notText`.
  package mutating func add(lines bytes: [UInt8]) throws(InputError) {
    var names: [String]?
    for line in try TextEncoding.decode(bytes).text.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { WebPage.plain(String($0)) }
      guard let first = fields.first(where: { _ in true }), !first.hasPrefix("#"),
        fields.contains(where: { !$0.isEmpty })
      else { continue }
      if names == nil {
        let isHead = LinkWording.shared.isWord(first, .addressColumn)
        names = isHead ? fields : []
        if isHead { continue }
      }
      let columns = fields.indices.dropFirst().map { index in
        let name = (names ?? []).indices.contains(index) ? names?[index] ?? "" : ""
        return ListColumn(name: name.isEmpty ? "column\(index + 1)" : name, value: fields[index])
      }
      entries.append(Entry(text: first, address: AddressList.address(first), columns: columns))
    }
  }

  private static func address(_ text: String) -> Result<WebAddress, WebAddress.Problem> {
    do throws(WebAddress.Problem) { return .success(try WebAddress(text)) } catch { return .failure(error) }
  }
}

extension WebAddress.Problem {
  /// As a failure of an address.
  var failure: Failure {
    switch self {
    case .notAnAddress: Failure(.invalidAddress, "no address that begins with http:// or https://")
    case .otherScheme(let scheme): Failure(.otherScheme, "\(scheme.prefix(40)): is not fetched, only http and https")
    case .credentials: Failure(.invalidAddress, "a user's name stands in it, which is not sent")
    case .invalidHost: Failure(.invalidAddress, "its host is none")
    case .tooLong: Failure(.invalidAddress, "longer than \(WebAddress.lengthLimit) bytes")
    }
  }
}
