import Glibc

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
  /// Which address has a file, by the file's name.
  private var owners: [String: String] = [:]
  /// Addresses whose file lies elsewhere, or is another's too, as in a manifest that was not written here. They are
  /// fetched as if they were new.
  private(set) var refusedCount = 0
  private var lastSynchronised = ContinuousClock.now

  /// What a run left is taken up for so long; then the web may have changed.
  private static let journalSeconds = 24 * 3600

  init(_ folder: HarvestFolder, now: Int = HTTPDate.now) throws(FolderProblem) {
    self.folder = folder
    for record in try Manifest.read(folder, "manifest.jsonl") { take(record) }
    for record in try Manifest.read(folder, "journal.jsonl") {
      take(record)
      let isRecent = HTTPDate.seconds(ofTimestamp: record.time).map { now - $0 < Manifest.journalSeconds } ?? false
      if record.outcome.isSuccess, isRecent { done.insert(record.address) } else { done.remove(record.address) }
    }
    journal = try folder.append(to: "journal.jsonl", creating: true)
    // A line that a crash cut must not run into the next.
    try HarvestFolder.write([0x0A], to: journal, path: folder("journal.jsonl"))
  }

  /// Takes a record that was read.
  private func take(_ record: ManifestRecord) {
    var record = record
    if let file = record.file {
      let isOwn = HarvestFolder.isFileName(file) && owners[file, default: record.address] == record.address
      if isOwn {
        if let old = records[record.address]?.file { owners[old] = nil }
        owners[file] = record.address
      } else {
        refusedCount += 1
        (record.file, record.bytes, record.sha256, record.fetchedAt) = (nil, nil, nil, nil)
        record.headers = .init()
      }
    }
    records[record.address] = record
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
    let temporary = "partial/manifest"
    let descriptor = try folder.create(temporary)
    defer { close(descriptor) }
    var buffer: [UInt8] = []
    for address in records.keys.sorted() {
      buffer += records[address]?.line ?? []
      if buffer.count > 1 << 20 {
        try HarvestFolder.write(buffer, to: descriptor, path: folder(temporary))
        buffer = []
      }
    }
    try HarvestFolder.write(buffer, to: descriptor, path: folder(temporary))
    try folder.place(temporary, at: "manifest.jsonl")
    try folder.synchronise()
    folder.remove("journal.jsonl")
  }

  private static func read(_ folder: HarvestFolder, _ name: String) throws(FolderProblem) -> [ManifestRecord] {
    let bytes = try folder.read(name, limit: 4 << 30) ?? []
    return bytes.split(separator: 0x0A).compactMap { ManifestRecord(line: $0) }
  }
}
