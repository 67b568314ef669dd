import Glibc
import PageContent
import Report

/// What a run has settled so far, a line for each content: with it the next run goes on where this one was stopped.
///
/// The first line is the run's description. A line that is not whole, as a power cut leaves it, is none; a later line for
/// the same content takes the place of an earlier one.
struct Journal: Sendable {
  private let descriptor: Int32
  private let folder: RunFolder

  /// Begins the journal with what earlier runs settled.
  init(_ description: RunDescription, kept: [String: StoredOutcome], in folder: RunFolder) throws(RunError) {
    self.folder = folder
    var json = JSONWriter()
    json.object(.line) { description.members(to: &$0) }
    var bytes = json.finish()
    for (sum, stored) in kept.sorted(by: { $0.key < $1.key }) { bytes += Self.line(sum, stored) }
    try folder.write(bytes, RunFolder.journal)
    descriptor = open(folder.path(RunFolder.journal), O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(folder.shown(RunFolder.journal)) }
  }

  /// Adds what was settled, for good; nil where what was settled earlier no longer holds.
  func append(_ outcomes: [(sha256: String, stored: StoredOutcome?)]) throws(RunError) {
    guard FileBytes.write(outcomes.flatMap { Self.line($0.sha256, $0.stored) }, to: descriptor),
      fdatasync(descriptor) == 0
    else { throw .system(folder.shown(RunFolder.journal)) }
  }

  func end() { close(descriptor) }

  private static func line(_ sum: String, _ stored: StoredOutcome?) -> [UInt8] {
    var json = JSONWriter(capacity: 200)
    json.object(.line) { json in
      json.member("sha256", sum)
      if let stored {
        json.member("source", stored.sourceName)
        json.members(of: stored.outcome)
      }
    }
    return json.finish()
  }

  // MARK: Reading

  /// What earlier runs settled in the folder that holds for this run too. A journal was begun with all that held then;
  /// where there is one, the index says nothing more.
  static func kept(for description: RunDescription, in folder: RunFolder) -> [String: StoredOutcome] {
    var kept: [String: StoredOutcome] = [:]
    var journal = lines(RunFolder.journal, folder).makeIterator()
    if let header = journal.next().flatMap({ try? JSONObject($0) }), let earlier = RunDescription(members: header) {
      while let line = journal.next() {
        guard let json = try? JSONObject(line), let sum = try? json.required("sha256", JSONValue.text) else { continue }
        kept[sum] = nil
        guard let source = try? json.required("source", JSONValue.text), let outcome = try? Outcome(json),
          description.accepts(outcome, of: earlier)
        else { continue }
        kept[sum] = StoredOutcome(sourceName: source, outcome: outcome)
      }
    } else if let earlier = self.description(of: folder) {
      // The first name of a content is the one that its document bears.
      for line in lines(RunFolder.index, folder) {
        guard let entry = try? IndexEntry(JSONObject(line)), let sum = entry.content?.sha256, kept[sum] == nil,
          description.accepts(entry.outcome, of: earlier)
        else { continue }
        kept[sum] = StoredOutcome(sourceName: entry.name.fileName, outcome: entry.outcome)
      }
    }
    return kept
  }

  /// What the results in the folder's index depend on.
  static func description(of folder: RunFolder) -> RunDescription? {
    contents(RunFolder.description, folder).flatMap { RunDescription($0) }
  }

  /// The lines of a file that are JSON.
  private static func lines(_ relative: String, _ folder: RunFolder) -> some Sequence<JSONValue> {
    (contents(relative, folder) ?? []).split(separator: UInt8(ascii: "\n")).lazy.compactMap {
      try? JSONParser.parse(Array($0))
    }
  }

  private static func contents(_ relative: String, _ folder: RunFolder) -> [UInt8]? {
    try? FileBytes.read(path: folder.path(relative))
  }
}
