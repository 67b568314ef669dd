import Glibc
import PageContent

/// A transfer under way, kept so that it can be resumed: its bytes, and beside them what they are of.
struct PartialFile {
  private let folder: HarvestFolder
  /// Below the folder.
  let name: String
  private let noteName: String

  /// - Parameter digest: the SHA-256 of the address asked for.
  init(_ folder: HarvestFolder, digest: String) {
    self.folder = folder
    name = "partial/\(digest.prefix(32)).part"
    noteName = name + ".note"
  }

  /// What the server said of the file that the bytes are of.
  struct Note: Equatable {
    /// The address that answered.
    var address: String
    /// The ETag or date by which the server can tell whether it is still the same file.
    var validator: String
    var headers: ManifestRecord.KeptHeaders
  }

  /// The file's path, for messages.
  var path: String { folder(name) }

  /// Bytes that can be gone on with, and the note of them; nil where there is nothing, or it is of another address, or as
  /// large as no file that is taken.
  func resumable(from address: WebAddress, sizeLimit: Int) -> (size: Int, note: Note)? {
    guard let size = folder.size(of: name), size > 0, size <= sizeLimit, let note = readNote(),
      note.address == address.text
    else { return nil }
    return (size, note)
  }

  /// Opens the file for writing, at its end or empty.
  func open(appending: Bool) throws(FolderProblem) -> Int32 {
    try appending ? folder.append(to: name, creating: false) : folder.create(name)
  }

  func discard() {
    folder.remove(noteName)
    folder.remove(name)
  }

  /// Forgets the note, once the file is moved to its place or can not be gone on with.
  func discardNote() { folder.remove(noteName) }

  // MARK: The note

  /// Lines of the note; a value never holds a line end, as it came in a header.
  func write(_ note: Note) throws(FolderProblem) {
    let headers = note.headers
    let lines = [
      note.address, note.validator, headers.etag, headers.lastModified, headers.contentType,
      headers.contentDisposition, "end",
    ]
    let text = lines.map { ($0 ?? "") + "\n" }.joined()
    let descriptor = try folder.create(noteName)
    defer { close(descriptor) }
    try HarvestFolder.write(Array(text.utf8), to: descriptor, path: folder(noteName))
  }

  private func readNote() -> Note? {
    guard let bytes = try? folder.read(noteName, limit: 1 << 20) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? nil : String($0) }
    // Without its last line a crash cut the note.
    guard lines.count == 8, lines[6] == "end", let address = lines[0], let validator = lines[1] else { return nil }
    return Note(
      address: address, validator: validator,
      headers: .init(etag: lines[2], lastModified: lines[3], contentType: lines[4], contentDisposition: lines[5]))
  }

  // MARK: The content

  /// The file's size, its SHA-256, and its first and last bytes as `FetchedFormat` wants them.
  func content() throws(FolderProblem) -> (size: Int, sha256: String, head: [UInt8], tail: [UInt8]) {
    let descriptor = try folder.open(name)
    defer { close(descriptor) }
    var digest = SHA256Digest()
    var (size, head, tail) = (0, [UInt8](), [UInt8]())
    let chunkSize = 64 << 10
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: chunkSize) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 { failure = errno }
        count = max(0, got)
      }
      if failure == EINTR { continue }
      guard failure == 0 else { throw FolderProblem(path, failure) }
      if chunk.isEmpty { break }
      digest.update(chunk)
      if size == 0 { head = chunk } else { tail = Array((tail + chunk).suffix(chunkSize)) }
      size += chunk.count
    }
    return (size, digest.hexadecimal(), head, tail)
  }
}
