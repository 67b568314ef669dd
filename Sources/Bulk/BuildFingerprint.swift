import CWorker
import PageContent

/// What the results depend on in the program: its own file and the library that interprets pages, by what the linker
/// made of their content. A version number would not tell one build of a developer from the next, nor one Poppler from
/// another.
package enum BuildFingerprint {
  private static let poppler = "/libpoppler.so"

  package static func current() throws(InputError) -> String {
    let parts = try content(of: nil, at: ["/proc/self/exe"]) + content(of: poppler, at: popplers())
    return String(sha256(of: Array(parts.utf8)).prefix(32))
  }

  /// The build id of a library, or of the program (nil); without one the digests of the files.
  private static func content(of library: String?, at paths: @autoclosure () throws(InputError) -> [String])
    throws(InputError) -> String
  {
    if let id = buildID(of: library) { return id }
    var digests = ""
    for path in try paths() { digests += try FileBytes.digest(path: Array(path.utf8CString)).sha256 }
    return digests
  }

  private static func buildID(of library: String?) -> String? {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = jsw_build_id(library, &bytes, bytes.count)
    return count == 0 ? nil : sha256(of: Array(bytes.prefix(count)))
  }

  /// The paths of the loaded libraries of Poppler; none where it is linked in.
  private static func popplers() throws(InputError) -> [String] {
    let lines = try FileBytes.read("/proc/self/maps").split(separator: UInt8(ascii: "\n"))
    let paths = lines.compactMap { line -> String? in
      guard let start = line.firstIndex(of: UInt8(ascii: "/")) else { return nil }
      let path = String(decoding: line[start...], as: UTF8.self)
      return path.contains(poppler) ? path : nil
    }
    return Set(paths).sorted()
  }
}
