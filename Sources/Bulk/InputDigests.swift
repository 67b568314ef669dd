import Disclosure
import PageContent

/// Tells the content of every input by its hash, in the order of their names and a little ahead of the workers: who reads
/// the file next finds it in the system's cache.
struct InputDigests {
  struct Digest: Sendable {
    var index: Int
    var result: Result<IndexEntry.Content, Failure>
  }

  let mailbox: Mailbox<Digest>
  private let thread: WorkThread

  init(of names: [InputName], known: [InputName: ArchiveListing.Digest]) throws(RunError) {
    let mailbox = try Mailbox<Digest>(capacity: 64)
    self.mailbox = mailbox
    thread = try WorkThread("hashes") {
      for (index, name) in names.enumerated() {
        if !mailbox.send(Digest(index: index, result: known[name] ?? InputDigests.digest(name))) { break }
      }
    }
  }

  func stop() {
    mailbox.end()
    thread.join()
  }

  private static func digest(_ name: InputName) -> Result<IndexEntry.Content, Failure> {
    do throws(InputError) {
      guard let path = name.path else { throw .missing }
      if PageSets.isSet(name) {
        let content = try InputPath.content(name.bytes)
        return .success(IndexEntry.Content(sha256: content.sha256(), bytes: content.count))
      }
      let digest = try FileBytes.digest(path: path)
      return .success(IndexEntry.Content(sha256: digest.sha256, bytes: digest.count))
    } catch {
      return .failure(Failure(error))
    }
  }
}
