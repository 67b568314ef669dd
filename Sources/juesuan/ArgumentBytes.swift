import Glibc

/// Arguments as the system gave them. A file's name need not be UTF-8, and Swift's strings have what is not replaced.
enum ArgumentBytes {
  /// The bytes of an argument, with the closing zero byte.
  static func of(_ argument: String) -> [CChar] {
    if argument.unicodeScalars.contains("\u{FFFD}") {
      for index in 1..<max(1, Int(CommandLine.argc)) {
        guard let given = CommandLine.unsafeArgv[index], String(cString: given) == argument else { continue }
        return Array(UnsafeBufferPointer(start: given, count: strlen(given) + 1))
      }
    }
    return Array(argument.utf8CString)
  }
}
