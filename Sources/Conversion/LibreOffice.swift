import CHelper
import Glibc
import PageContent

/// LibreOffice, where it is installed: turns documents of old into those that are read here.
///
/// It runs as a process of its own under limits, with a profile and a folder that are made for one document and removed
/// after it. Its settings there let it run no macro and follow no link.
package struct LibreOffice {
  /// The program behind the script that is in the path.
  private let program: String

  /// nil where it is not in the path.
  package static func installed() -> LibreOffice? {
    guard let path = getenv("PATH").map({ String(cString: $0) }) else { return nil }
    for folder in path.split(separator: ":") {
      guard let script = realpath("\(folder)/soffice", nil) else { continue }
      defer { free(script) }
      let program =
        String(cString: script).split(separator: "/", omittingEmptySubsequences: false).dropLast()
        .joined(separator: "/") + "/soffice.bin"
      if access(program, X_OK) == 0 { return LibreOffice(program: program) }
    }
    return nil
  }

  /// What one document may cost. A document of a hundred pages takes some seconds, and a quarter of the memory.
  private static let limits = jsh_limits(memory: 1 << 30, file_size: 256 << 20, processor_seconds: 60, wall_seconds: 50)

  /// LibreOffice asks to be started again where it has just made its profile.
  private static let startAgain: Int32 = 81
  private static let mostStarts = 3

  /// - Parameters:
  ///   - format: what the document is, for messages.
  ///   - suffix: of the document.
  ///   - target: the suffix of what is wanted: `docx`, `xlsx`.
  /// - Throws: `.notConverted`
  package func converted(
    _ content: FileContent, _ format: String, from suffix: String, to target: String
  ) throws(InputError) -> FileContent {
    let folder = try ConversionFolder(format)
    defer { folder.remove() }
    try folder.write(content.copied(), "document.\(suffix)")
    try folder.write(Array(ConversionFolder.settings.utf8), "profile/user/registrymodifications.xcu")
    var end = LibreOffice.startAgain
    for _ in 0..<LibreOffice.mostStarts where end == LibreOffice.startAgain {
      end = run(in: folder, document: "document.\(suffix)", target)
    }
    if end == Int32(JSH_TIMEOUT) || end == 128 + SIGXCPU {
      throw .notConverted(format, "LibreOffice takes more than \(LibreOffice.limits.wall_seconds) s")
    }
    do throws(InputError) {
      return try FileContent.read("\(folder.path)/document.\(target)")
    } catch {
      guard error == .missing || error == .empty else { throw error }
      // Without the package for the format it ends as if all were well.
      let why = end == 0 ? "" : ", and ended with code \(end)"
      throw .notConverted(format, "LibreOffice made nothing of it\(why)")
    }
  }

  private func run(in folder: ConversionFolder, document: String, _ target: String) -> Int32 {
    let arguments = [
      program, "-env:UserInstallation=\(folder.address)/profile", "--headless", "--norestore", "--nologo",
      "--nodefault", "--nolockcheck", "--convert-to", target, "--outdir", folder.path, "\(folder.path)/\(document)",
    ]
    let environment = [
      "HOME=\(folder.path)", "TMPDIR=\(folder.path)", "PATH=/usr/bin:/bin", "LANG=C.UTF-8", "SAL_USE_VCLPLUGIN=svp",
    ]
    return CStrings.with(arguments) { arguments in
      CStrings.with(environment) { environment in
        jsh_run(program, arguments, environment, folder.path, LibreOffice.limits)
      }
    }
  }
}

/// Strings as C takes them: pointers, ended by null.
private enum CStrings {
  static func with<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress) }
  }
}
