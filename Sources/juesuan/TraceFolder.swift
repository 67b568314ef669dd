import Bulk
import Disclosure
import Glibc
import PageContent
import Report
import TableStructure

/// The folder that a trace is written to: an SVG for each page, and an index.
struct TraceFolder {
  var path: String
  /// Of the pictures; nil where they have none.
  var limits: RunLimits?

  /// Reads the file's pages once more and writes what was seen on them.
  ///
  /// - Parameter everyPage: also those without a table, where a table may have been overlooked.
  func write(_ document: DisclosedDocument, of content: FileContent, _ input: Input, everyPage: Bool) throws {
    let reading: (trace: DocumentTrace, file: PDFFile)?
    do throws(InputError) {
      reading = try DocumentReader(password: input.password).trace(of: content, readAs: document)
    } catch {
      throw input.failure(error.description)
    }
    guard let (trace, file) = reading else { return }
    try create()
    let svg = TraceSVG(trace)
    let pages = trace.pages.filter { everyPage || !$0.pieces.isEmpty }
    let pictures = PictureProcess(file, limits: limits)
    for page in pages {
      let picture = pictures.picture(of: page.number, dpi: TraceFolder.dpi)
      try write(svg.render(page, picture: picture), TraceIndex.fileName(ofPage: page.number))
    }
    try write(TraceIndex(trace, pages: pages.map(\.number)).render(), "index.html")
  }

  /// Sharp enough for the smallest print, at some 100 KB a page.
  private static let dpi = 120.0

  private func create() throws {
    var folder: [CChar] = []
    for byte in ArgumentBytes.of(path) {
      if byte == 0 || byte == CChar(UInt8(ascii: "/")), !folder.isEmpty {
        if mkdir(folder + [0], 0o777) != 0, errno != EEXIST, byte == 0 || errno != EISDIR { throw failure() }
      }
      folder.append(byte)
    }
    var status = stat()
    guard stat(ArgumentBytes.of(path), &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      errno = ENOTDIR
      throw failure()
    }
  }

  private func failure() -> CommandFailure {
    .input(path, "cannot be written: \(String(cString: strerror(errno)))")
  }

  private func write(_ bytes: [UInt8], _ name: String) throws {
    try Output.write(
      bytes, path: ArgumentBytes.of(path).dropLast() + Array("/\(name)".utf8CString), name: "\(path)/\(name)")
  }
}
