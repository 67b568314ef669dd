import PageContent

/// Walks through the documents of a source, and has those written that a dataset does not hold yet.
struct DatasetBuild {
  /// What a dataset knows of a document that it holds.
  struct Known: Sendable {
    var key: String
    var sha256: String
    var documentHash: String
    var reportHash: String?
  }

  let source: DatasetSource
  private(set) var summary = DatasetSummary()
  /// The documents of the dataset that the source still has.
  private(set) var kept: Set<String> = []
  private var sha256: [String: String] = [:]
  private var results: [DatasetSource.File: Result<String, InputError>] = [:]

  init(_ source: DatasetSource) {
    self.source = source
    summary.unread = source.unread.map { ($0.name, $0.reason) }
  }

  /// - Parameters:
  ///   - known: what the dataset holds.
  ///   - progress: told after each document how many are done.
  ///   - write: puts a document in, after taking out the one that had its key.
  mutating func run(
    known: [Known], progress: (Int) -> Void, write: (DocumentRecord, _ isReplacing: Bool) throws -> Void
  ) throws {
    let byHash = Dictionary(known.map { ($0.documentHash, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(known.map(\.key))
    let (files, folder) = (source.files, source.folder)
    let documents = ReadAhead(count: files.count, most: 4, threads: 1) { _ in
      { Loaded(files[$0], in: folder, known: byHash) }
    }
    for (index, file) in files.enumerated() {
      guard let loaded = documents.take() else { break }
      switch loaded {
      case .unchanged(let same):
        sha256[same.key] = same.sha256
        results[file] = .success(same.key)
        if kept.insert(same.key).inserted { summary.unchanged += 1 }
      case .failed(let error):
        results[file] = .failure(error)
        summary.unread.append((file.document, error.description))
      case .changed(let record):
        try add(record, of: file, isReplacing: keys.contains(record.key), write)
      }
      progress(index + 1)
    }
    summary.removed = keys.subtracting(kept).count
  }

  private mutating func add(
    _ record: DocumentRecord, of file: DatasetSource.File, isReplacing: Bool,
    _ write: (DocumentRecord, Bool) throws -> Void
  ) throws {
    let own = record.document.source.sha256
    if let other = sha256[record.key], other != own {
      let reason = "its SHA-256 begins with the same 16 digits as that of another document"
      results[file] = .failure(.unreadable(reason))
      summary.unread.append((file.document, reason))
      return
    }
    sha256[record.key] = own
    results[file] = .success(record.key)
    // The first of several files that hold one document counts.
    guard kept.insert(record.key).inserted else { return }
    try write(record, isReplacing)
    if isReplacing { summary.replaced += 1 } else { summary.added += 1 }
  }

  /// The rows of `inputs`, now that it is known what could be read.
  mutating func inputs() -> [InputRecord] {
    var failed = 0
    let records = source.inputs.map { input in
      var record = input.record
      switch input.file.flatMap({ results[$0] }) {
      case .success(let key)?: record.document = key
      case .failure(let error)?:
        record.isDone = false
        record.reason = "document"
        record.message = error.description
      case nil: failed += 1
      }
      return record
    }
    summary.failedInputs = failed
    return records.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

/// A document's files, read.
private enum Loaded: Sendable {
  case unchanged(DatasetBuild.Known)
  case changed(DocumentRecord)
  case failed(InputError)

  init(_ file: DatasetSource.File, in folder: String, known: [String: DatasetBuild.Known]) {
    do throws(InputError) {
      let bytes = try DocumentBytes(file, in: folder)
      if let same = known[bytes.documentHash], same.reportHash == bytes.reportHash {
        self = .unchanged(same)
      } else {
        self = .changed(try bytes.record())
      }
    } catch {
      self = .failed(error)
    }
  }
}
