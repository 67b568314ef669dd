import Glibc

/// The files that a run reads, found from what was named: files, folders and patterns.
///
///     var selection = InputSelection()
///     selection.add(InputName("reports"))
///     for name in selection.names() { … }
package struct InputSelection {
  /// The suffixes that are taken from folders. What is named itself is taken whatever it is called.
  package static let suffixes: Set<String> = [
    "pdf", "txt", "text", "md", "markdown", "csv", "tsv", "docx", "docm", "xlsx", "xlsm", "doc", "dot", "xls", "xlt",
    "wps", "et", "rtf", "ofd", "html", "htm", "shtml", "xhtml", "mht", "mhtml", "zip", "rar", "7z", "gz", "tgz",
  ]

  /// What folders held and was not taken: how many, by suffix or kind.
  package private(set) var leftOut: [String: Int] = [:]

  private var found: Set<InputName> = []
  /// The folder that the run writes to: its files are no inputs.
  private let output: FileIdentity?

  package init(output: FileIdentity? = nil) { self.output = output }

  /// Sorted, each once; the web pages of one document are one.
  package func names() -> [InputName] { PageSets.joined(found.sorted()) }

  /// Takes a file, the documents below a folder, or what a pattern matches. What is not there stays a name: to read it
  /// fails, and that is told.
  package mutating func add(_ name: InputName, isPattern: Bool = false) {
    switch FileIdentity.kind(of: name) {
    case .folder: addFolder(name)
    case nil where isPattern && name.isPattern:
      let matches = name.matches()
      if matches.isEmpty { found.insert(name) }
      for match in matches { add(match) }
    default: found.insert(name)
    }
  }

  private mutating func addFolder(_ root: InputName) {
    var folders = [root]
    while let folder = folders.popLast() {
      if let output, FileIdentity(folder) == output {
        leftOut["the output folder", default: 0] += 1
        continue
      }
      guard let entries = folder.entries() else {
        found.insert(folder)
        continue
      }
      for entry in entries {
        if entry.first == UInt8(ascii: ".") {
          leftOut["hidden", default: 0] += 1
          continue
        }
        let name = folder.appending(entry)
        switch FileIdentity.kind(of: name, followsLinks: false) {
        case .folder: folders.append(name)
        case .link where FileIdentity.kind(of: name) == .folder: leftOut["links to folders", default: 0] += 1
        case .other: leftOut["special files", default: 0] += 1
        default: addFile(name)
        }
      }
    }
  }

  private mutating func addFile(_ name: InputName) {
    if let suffix = name.suffix, Self.suffixes.contains(suffix) {
      found.insert(name)
    } else {
      leftOut[name.suffix.map { ".\($0)" } ?? "without suffix", default: 0] += 1
    }
  }
}

extension InputName {
  fileprivate var isPattern: Bool { bytes.contains { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B } }

  /// What is there that the pattern (`*`, `?`, `[…]`) matches.
  fileprivate func matches() -> [InputName] {
    guard let path else { return [] }
    var result = glob_t()
    defer { globfree(&result) }
    guard glob(path, 0, nil, &result) == 0, let paths = result.gl_pathv else { return [] }
    return (0..<Int(result.gl_pathc)).compactMap { index in
      paths[index].map { InputName(UnsafeBufferPointer(start: $0, count: strlen($0)).map { UInt8(bitPattern: $0) }) }
    }
  }

  /// The names in a folder, but not itself and the one above; nil where it cannot be read.
  func entries() -> [[UInt8]]? {
    guard let path, let stream = opendir(path) else { return nil }
    defer { closedir(stream) }
    var entries: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { entries.append(name) }
    }
    return entries
  }
}
