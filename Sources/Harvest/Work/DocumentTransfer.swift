import Glibc
import PageContent

/// The transfer of one attempt at a visit: its answer goes to a partial file, in memory is never more than a piece.
final class DocumentTransfer: WebReceiver {
  let visit: Visit
  let partial: PartialFile
  private(set) var head = ResponseHead()
  /// Why the transfer was ended from here.
  private(set) var failure: Failure?
  private(set) var problem: FolderProblem?
  /// Bytes of the file so far, with those that an earlier attempt has brought.
  private(set) var size = 0
  /// The headers of the file: of an answer in part, those of the whole stand in the note.
  private(set) var headers = ManifestRecord.KeptHeaders()
  /// Whether the answer in part fits what is there.
  private(set) var isMismatched = false

  private let resumed: (size: Int, note: PartialFile.Note)?
  private let sizeLimit: Int
  private var descriptor: Int32 = -1
  private var isBegun = false
  private var discardedCount = 0

  /// - Parameter resumed: what is asked to be gone on with.
  init(_ visit: Visit, _ partial: PartialFile, resumed: (size: Int, note: PartialFile.Note)?, sizeLimit: Int) {
    self.visit = visit
    self.partial = partial
    self.resumed = resumed
    self.sizeLimit = sizeLimit
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  var hasAnswer: Bool { head.status > 0 }

  func takeHeader(_ line: UnsafeBufferPointer<UInt8>) -> Bool { head.add(line) }

  func takeBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if !isBegun, !begin() { return false }
    guard descriptor >= 0 else {
      // The text of an error; its end is not worth waiting for.
      discardedCount += bytes.count
      return discardedCount < 1 << 20
    }
    size += bytes.count
    guard size <= sizeLimit else { return fail(.tooLarge, "more than \(sizeLimit) bytes") }
    guard FileBytes.write(UnsafeRawBufferPointer(bytes), to: descriptor) else {
      problem = FolderProblem(partial.path, errno)
      return false
    }
    return true
  }

  /// Closes the file. An answer without a body has not begun it yet.
  func finish() {
    if !isBegun, hasAnswer { _ = begin() }
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }

  /// Whether all has come that the answer in part has announced.
  var isWhole: Bool {
    guard head.status == 206, let range = head.contentRange else { return true }
    return size == range.last + 1 && (range.total ?? size) == size
  }

  // MARK: Beginning

  private func begin() -> Bool {
    isBegun = true
    do throws(FolderProblem) {
      switch head.status {
      case 200: return try beginWhole()
      case 206: return try goOn()
      default: return true
      }
    } catch {
      problem = error
      return false
    }
  }

  private func beginWhole() throws(FolderProblem) -> Bool {
    headers = .init(
      etag: head.kept("etag"), lastModified: head.kept("last-modified"), contentType: head.kept("content-type"),
      contentDisposition: head.kept("content-disposition"), contentLength: head.kept("content-length"))
    partial.discard()
    if let length = headers.contentLength.flatMap({ ForeignNumber.value($0) }), length > sizeLimit {
      return fail(.tooLarge, "\(length) bytes, where at most \(sizeLimit) are taken")
    }
    descriptor = try partial.open(appending: false)
    // What comes encoded cannot be gone on with in the middle.
    if head["content-encoding"] == nil, head["accept-ranges"]?.lowercased() != "none",
      let validator = DocumentTransfer.validator(headers)
    {
      try partial.write(.init(address: visit.hop.text, validator: validator, headers: headers))
    }
    return true
  }

  private func goOn() throws(FolderProblem) -> Bool {
    guard let resumed, let range = head.contentRange, range.first == resumed.size, head["content-encoding"] == nil,
      head["etag"] == nil || resumed.note.headers.etag == nil || head["etag"] == resumed.note.headers.etag
    else {
      isMismatched = true
      return false
    }
    headers = resumed.note.headers
    headers.contentLength = range.total.map { "\($0)" }
    if let total = range.total, total > sizeLimit {
      return fail(.tooLarge, "\(total) bytes, where at most \(sizeLimit) are taken")
    }
    size = resumed.size
    descriptor = try partial.open(appending: true)
    return true
  }

  /// What a server can tell by whether a file is still the same, byte for byte: a strong ETag, else a date.
  private static func validator(_ headers: ManifestRecord.KeptHeaders) -> String? {
    if let etag = headers.etag, etag.hasPrefix("\"") { return etag }
    return headers.lastModified.flatMap { HTTPDate.seconds($0) == nil ? nil : $0 }
  }

  private func fail(_ reason: Failure.Reason, _ message: String) -> Bool {
    failure = Failure(reason, message)
    return false
  }
}
