/// The pages of a file in their order, read on threads of their own a few pages ahead of who takes them: while one page
/// is laid out, Poppler interprets the next ones.
///
/// Every thread after the first opens the file once more, for Poppler lets only one thread into a document. What is
/// drawn on a page of a sound file does not depend on the pages read before it; of a damaged file it can: see
/// `isOrderFree`.
package final class PageStream {
  private let pages: ReadAhead<Page>
  /// False once a page of several threads' reading came with errors: which page they are told of, and what Poppler
  /// mends on the way, depends on what the same thread had read before.
  package private(set) var isOrderFree = true

  /// - Parameter readers: the threads that read; 0 where the pages are to be read by who takes them.
  package init(_ file: PDFFile, limits: PageLimits, readers: Int) {
    let shared = SharedFile(file: file)
    pages = ReadAhead(count: file.pageCount, most: 16, threads: readers) { thread in
      // The first reads the file that was opened already.
      guard let file = thread == 0 ? shared.file : shared.file.reopened() else { return nil }
      return { file.page($0 + 1, limits: limits) }
    }
  }

  /// nil past the last page.
  package func page() -> Page? {
    let page = pages.take()
    if pages.threadCount > 1, page?.hasDrawingErrors ?? false { isOrderFree = false }
    return page
  }
}

/// A file of which threads but the first use only the bytes.
private struct SharedFile: @unchecked Sendable {
  let file: PDFFile
}

extension Page {
  fileprivate var hasDrawingErrors: Bool {
    problems.contains { if case .drawingErrors = $0 { true } else { false } }
  }
}
