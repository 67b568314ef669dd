import CHelper
import Glibc
import PageContent

/// A folder for one document and all that LibreOffice writes beside it.
struct ConversionFolder {
  let path: String
  private let format: String

  /// - Throws: `.notConverted` where none can be made.
  init(_ format: String) throws(InputError) {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    guard let name = strdup("\(parent)/juesuan-XXXXXX") else { throw .unreadable("out of memory") }
    defer { free(name) }
    guard mkdtemp(name) != nil else { throw ConversionFolder.failure(format) }
    path = String(cString: name)
    self.format = format
    for folder in ["profile", "profile/user"] { mkdir("\(path)/\(folder)", 0o700) }
  }

  func remove() { jsh_remove(path) }

  func write(_ bytes: [UInt8], _ name: String) throws(InputError) {
    let descriptor = open("\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw ConversionFolder.failure(format) }
    let isWritten = FileBytes.write(bytes, to: descriptor)
    guard close(descriptor) == 0, isWritten else { throw ConversionFolder.failure(format) }
  }

  private static func failure(_ format: String) -> InputError {
    .notConverted(format, "no temporary file: \(String(cString: strerror(errno)))")
  }

  /// Its path as an address.
  var address: String {
    "file://"
      + path.utf8.map { byte in
        let isPlain = byte < 0x80 && (Character(UnicodeScalar(byte)).isLetter || byte < 0x3A && byte > 0x2C)
        return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }.joined()
  }

  /// No macros, no content from elsewhere, no links brought up to date.
  static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" \
    oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" \
    oor:op="fuse"><value>3</value></prop></item>
    <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" \
    oor:op="fuse"><value>true</value></prop></item>
    <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value>\
    </prop></item>
    <item oor:path="/org.openoffice.Office.Calc/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>2</value>\
    </prop></item>
    </oor:items>
    """
}
