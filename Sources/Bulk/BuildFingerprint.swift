import PageContent

/// What the results depend on in the program: its own file and the library that interprets pages, by their content.
/// A version number would not tell one build of a developer from the next, nor one Poppler from another.
package enum BuildFingerprint {
  package static func current() throws(InputError) -> String {
    var sums = ""
    for path in ["/proc/self/exe"] + (try popplers()) {
      sums += try FileBytes.digest(path: Array(path.utf8CString)).sha256
    }
    return String(sha256(of: Array(sums.utf8)).prefix(32))
  }

  /// The paths of the loaded libraries of Poppler; none where it is linked in.
  private static func popplers() throws(InputError) -> [String] {
    let lines = try FileBytes.read("/proc/self/maps").split(separator: UInt8(ascii: "\n"))
    let paths = lines.compactMap { line -> String? in
      guard let start = line.firstIndex(of: UInt8(ascii: "/")) else { return nil }
      let path = String(decoding: line[start...], as: UTF8.self)
      return path.contains("/libpoppler.so") ? path : nil
    }
    return Set(paths).sorted()
  }
}
