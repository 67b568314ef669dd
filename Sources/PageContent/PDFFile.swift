import CPoppler

/// An open PDF, read page by page.
///
/// ```swift
/// let file = try PDFFile(try FileContent.read("report.pdf"))
/// for number in 1...file.pageCount { let page = file.page(number) }
/// ```
///
/// One file belongs to one thread at a time; different files may be read on different threads.
public final class PDFFile {
  public let pageCount: Int
  /// Errors that Poppler reported, and worked around, while it opened the file.
  public let openErrorCount: Int

  private let document: OpaquePointer
  // Poppler reads from these for as long as the document is open.
  private let content: FileContent
  private let password: String?

  /// Has a function called where Poppler gets no memory; it must end the process.
  package static func onMemoryFailure(_ handler: @convention(c) () -> Void) { jsp_on_memory_failure(handler) }

  /// - Parameter password: tried as the user's and as the owner's, if the file does not open without one.
  /// - Throws: `InputError`: `.empty`, `.encryptedPDF`, `.damagedPDF`, `.pdfWithoutPages` or `.unreadable`.
  public convenience init(bytes: [UInt8], password: String? = nil) throws(InputError) {
    try self.init(FileContent(bytes), password: password)
  }

  public init(_ content: FileContent, password: String? = nil) throws(InputError) {
    guard content.count > 0 else { throw .empty }
    var opened: OpaquePointer?
    let status = content.withBytes { bytes in
      if let password {
        password.withCString { jsp_open(bytes.baseAddress, bytes.count, $0, &opened) }
      } else {
        jsp_open(bytes.baseAddress, bytes.count, nil, &opened)
      }
    }
    guard status == JSP_OPEN_OK, let opened else { throw InputError(openStatus: status) }
    self.content = content
    self.password = password
    document = opened
    pageCount = Int(jsp_page_count(opened))
    openErrorCount = Int(jsp_open_error_count(opened))
  }

  deinit { jsp_close(document) }

  /// The same file, opened once more for another thread.
  func reopened() -> PDFFile? { try? PDFFile(content, password: password) }

  /// What is drawn on page `number`, from 1. A page that cannot be drawn comes back empty, with a problem.
  public func page(_ number: Int, limits: PageLimits = PageLimits()) -> Page {
    var cLimits = jsp_limits(
      deadline_seconds: limits.deadlineSeconds, glyph_cap: max(0, limits.glyphs), ruling_cap: max(0, limits.rulings))
    var drawn = jsp_page()
    guard let index = Int32(exactly: number), jsp_read_page(document, index, &cLimits, &drawn) == 0 else {
      return Page(number: number, width: 0, height: 0, problems: [.drawingErrors(1)])
    }
    return Page(number: number, drawn: drawn)
  }

  /// Draws a page as a picture; nil where that fails.
  func render(_ number: Int32, _ options: inout jsp_picture_options) -> [UInt8]? {
    var bytes: UnsafeMutablePointer<UInt8>?
    var length = 0
    guard jsp_render_page(document, number, &options, &bytes, &length) == 0, let bytes else { return nil }
    defer { jsp_free_picture(bytes) }
    return Array(UnsafeBufferPointer(start: bytes, count: length))
  }

  /// Lets Poppler interpret a page for nothing: the floor that reading it is measured against.
  package func noopPass(_ number: Int) {
    if let index = Int32(exactly: number) { _ = jsp_noop_page(document, index) }
  }
}

extension InputError {
  fileprivate init(openStatus status: jsp_open_status) {
    self =
      switch status {
      case JSP_OPEN_ENCRYPTED: .encryptedPDF
      case JSP_OPEN_NO_PAGES: .pdfWithoutPages
      case JSP_OPEN_OUT_OF_MEMORY: .unreadable("out of memory")
      default: .damagedPDF(String(cString: jsp_last_error()))
      }
  }
}
