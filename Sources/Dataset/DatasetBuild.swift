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
  ///   - rows: takes the rows of one document; every document has one of its own, filled where it is read.
  ///   - progress: told after each document how many are done.
  ///   - write: puts the rows of a document in, after taking out those that had its key.
  mutating func run<Rows: RowSink & Sendable>(
    known: [Known], rows: Rows, progress: (Int) -> Void,
    write: (_ rows: Rows, _ key: String, _ isReplacing: Bool) throws -> Void
  ) throws {
    let byHash = Dictionary(known.map { ($0.documentHash, $0) }, uniquingKeysWith: { first, _ in first })
    let keys = Set(known.map(\.key))
    let (files, folder) = (source.files, source.folder)
    let documents = ReadAhead(count: files.count, most: 8, threads: 3) { _ in
      { Loaded(files[$0], in: folder, known: byHash, rows: rows) }
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
      case .changed(let key, let own, let rows):
        guard isFirst(key, sha256: own, in: file) else { break }
        let isReplacing = keys.contains(key)
        try write(rows, key, isReplacing)
        if isReplacing { summary.replaced += 1 } else { summary.added += 1 }
      }
      progress(index + 1)
    }
    summary.removed = keys.subtracting(kept).count
  }

  /// Whether a document is not in the dataset yet: the first of several files that hold it counts.
  private mutating func isFirst(_ key: String, sha256 own: String, in file: DatasetSource.File) -> Bool {
    if let other = sha256[key], other != own {
      let reason = "its SHA-256 begins with the same 16 digits as that of another document"
      results[file] = .failure(.unreadable(reason))
      summary.unread.append((file.document, reason))
      return false
    }
    sha256[key] = own
    results[file] = .success(key)
    return kept.insert(key).inserted
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
private enum Loaded<Rows: RowSink & Sendable>: Sendable {
  case unchanged(DatasetBuild.Known)
  case changed(key: String, sha256: String, Rows)
  case failed(InputError)

  init(_ file: DatasetSource.File, in folder: String, known: [String: DatasetBuild.Known], rows: Rows) {
    do throws(InputError) {
      let bytes = try DocumentBytes(file, in: folder)
      if let same = known[bytes.documentHash], same.reportHash == bytes.reportHash {
        self = .unchanged(same)
      } else {
        let record = try bytes.record()
        var rows = rows
        DocumentRows.write(record, to: &rows)
        self = .changed(key: record.key, sha256: record.document.source.sha256, rows)
      }
    } catch {
      self = .failed(error)
    }
  }
}
