import Glibc
import PageContent

/// The manifest of a harvest, as crashes leave it whole.
///
/// A run appends each outcome to a journal, and at its end merges the journal into the manifest, which is replaced at
/// once. So a run that was ended before its end has left a journal: the next one goes on from there. What a power cut
/// takes of the journal, a second's work at most, is fetched again.
final class Manifest {
  private let folder: HarvestFolder
  private var records: [String: ManifestRecord] = [:]
  /// What this run, or the one that it goes on with, has done.
  private var done: Set<String> = []
  private var journal: Int32 = -1
  private var lastSynchronised = ContinuousClock.now

  /// What a run left is taken up for so long; then the web may have changed.
  private static let journalSeconds = 24 * 3600

  init(_ folder: HarvestFolder, now: Int = HTTPDate.now) throws(FolderProblem) {
    self.folder = folder
    for record in try Manifest.read(folder("manifest.jsonl")) { records[record.address] = record }
    let path = folder("journal.jsonl")
    for record in try Manifest.read(path) {
      records[record.address] = record
      let isRecent = HTTPDate.seconds(ofTimestamp: record.time).map { now - $0 < Manifest.journalSeconds } ?? false
      if record.outcome.isSuccess, isRecent { done.insert(record.address) } else { done.remove(record.address) }
    }
    journal = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard journal >= 0 else { throw FolderProblem(path, errno) }
    // A line that a crash cut must not run into the next.
    try HarvestFolder.write([0x0A], to: journal, path: path)
  }

  deinit { if journal >= 0 { close(journal) } }

  subscript(address: WebAddress) -> ManifestRecord? { records[address.text] }

  /// What is recorded of an address whose file is still there as it was recorded.
  func intact(_ address: WebAddress) -> ManifestRecord? {
    guard let record = records[address.text], let file = record.file, let size = folder.size(of: file),
      size == record.bytes
    else { return nil }
    return record
  }

  /// Whether this run, or the one that it goes on with, has already fetched an address.
  func isDone(_ address: WebAddress) -> Bool { done.contains(address.text) && intact(address) != nil }

  func add(_ record: ManifestRecord) throws(FolderProblem) {
    records[record.address] = record
    try HarvestFolder.write(record.line, to: journal, path: folder("journal.jsonl"))
    let now = ContinuousClock.now
    guard lastSynchronised.duration(to: now) >= .seconds(1) else { return }
    lastSynchronised = now
    guard fdatasync(journal) == 0 else { throw FolderProblem(folder("journal.jsonl"), errno) }
  }

  /// Ends the run: the journal becomes part of the manifest, sorted by address.
  func finish() throws(FolderProblem) {
    // No manifest may speak of files that a crash can still take.
    try folder.synchronise()
    let temporary = folder("partial/manifest")
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FolderProblem(temporary, errno) }
    defer { close(descriptor) }
    var buffer: [UInt8] = []
    for address in records.keys.sorted() {
      buffer += records[address]?.line ?? []
      if buffer.count > 1 << 20 {
        try HarvestFolder.write(buffer, to: descriptor, path: temporary)
        buffer = []
      }
    }
    try HarvestFolder.write(buffer, to: descriptor, path: temporary)
    try folder.place(temporary, at: "manifest.jsonl")
    try folder.synchronise()
    folder.remove("journal.jsonl")
  }

  private static func read(_ path: String) throws(FolderProblem) -> [ManifestRecord] {
    let bytes: [UInt8]
    do throws(InputError) {
      bytes = try FileBytes.read(path, limit: 4 << 30)
    } catch {
      if error == .missing || error == .empty { return [] }
      throw FolderProblem(path, message: error.description)
    }
    return bytes.split(separator: 0x0A).compactMap { ManifestRecord(line: $0) }
  }
}
