import Containers
import Disclosure
import Glibc
import PageContent

/// The documents in the archives among the inputs of a run: each becomes an input, `reports.zip!/2024/a.pdf`.
///
/// Each archive is unpacked once by a process under limits, which tells the names and the hashes; who reads a member
/// unpacks it again.
package struct ArchiveListing {
  package typealias Digest = Result<IndexEntry.Content, Failure>

  /// All inputs, sorted: files, and the members of archives in their stead. An archive that holds no document, or cannot
  /// be read to its end, stays one itself.
  package private(set) var names: [InputName] = []
  package private(set) var digests: [InputName: Digest] = [:]
  /// What archives held besides: how many members, by suffix.
  package private(set) var leftOut: [String: Int] = [:]

  private let limits: RunLimits

  /// Forks; to be made before there is a second thread.
  package init(of names: [InputName], limits: RunLimits) throws(RunError) {
    self.limits = limits
    for name in names {
      if ArchiveListing.mayBeArchive(name) { try add(archive: name) } else { self.names.append(name) }
    }
    self.names = Array(Set(self.names)).sorted()
  }

  /// Told by its first bytes: all that is looked at of a file here.
  private static func mayBeArchive(_ name: InputName) -> Bool {
    guard let path = name.path else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var head = [UInt8](repeating: 0, count: 512)
    let count = read(descriptor, &head, head.count)
    return count > 0 && Archive.isArchive(FileContent(Array(head[..<count])))
  }

  private mutating func add(archive name: InputName) throws(RunError) {
    guard let file = tmpfile() else { throw .system("a temporary file", errno) }
    defer { fclose(file) }
    let descriptor = fileno(file)
    Archive.prepare()
    let end = try LimitedProcess.run(limits) { ArchiveListing.list(name, to: descriptor) }
    lseek(descriptor, 0, SEEK_SET)
    let count = take(frames: descriptor, of: name)
    switch end {
    case .exited(0) where count > 0: return
    case .exited: names.append(name)
    case .failed(let failure):
      names.append(name)
      digests[name] = .failure(failure)
    case .stopped(let signal):
      Glibc.signal(signal, SIG_DFL)
      raise(signal)
    }
  }

  /// - Returns: how many members were told.
  private mutating func take(frames descriptor: Int32, of archive: InputName) -> Int {
    var reader = FrameReader()
    var count = 0
    while let bytes = Descriptor.read(descriptor), !bytes.isEmpty {
      reader.add(bytes)
      do throws(FrameReader.Malformed) {
        while let frame = try reader.next() {
          switch frame.text(0) {
          case "member":
            guard frame.fields.count == 4, let sum = frame.text(2), let size = frame.number(3) else { continue }
            add(frame.fields[1], of: archive, .success(IndexEntry.Content(sha256: sum, bytes: size)))
          case "unread":
            guard let reason = frame.text(2).flatMap(Failure.Reason.init), let message = frame.text(3) else { continue }
            add(frame.fields[1], of: archive, .failure(Failure(reason, message)))
          case "archive":
            guard let reason = frame.text(1).flatMap(Failure.Reason.init), let message = frame.text(2) else { continue }
            names.append(archive)
            digests[archive] = .failure(Failure(reason, message))
          case "other":
            if let suffix = frame.text(1), let number = frame.number(2) { leftOut[suffix, default: 0] += number }
            continue
          default: continue
          }
          count += 1
        }
      } catch {
        break
      }
    }
    return count
  }

  private mutating func add(_ member: [UInt8], of archive: InputName, _ digest: Digest) {
    let name = InputName(archive.bytes + Array(MemberPath.separator.utf8) + member)
    names.append(name)
    digests[name] = digest
  }

  // MARK: In the process

  private static func list(_ name: InputName, to descriptor: Int32) -> Int32 {
    func tell(_ frame: Frame) { _ = FileBytes.write(frame.encoded(), to: descriptor) }
    do throws(InputError) {
      let content = try InputPath.content(name.bytes)
      guard try ArchivedDocuments.isArchive(content) else { return 0 }
      var documents = ArchivedDocuments()
      try documents.forEach(in: content) { member, document in
        let bytes = Array(member.utf8)
        switch document {
        case .success(let file):
          tell(Frame([Array("member".utf8), bytes, Array(file.sha256().utf8), Array("\(file.count)".utf8)]))
        case .failure(let error):
          let failure = Failure(error)
          tell(Frame([Array("unread".utf8), bytes, Array(failure.reason.rawValue.utf8), Array(failure.message.utf8)]))
        }
      }
      for (suffix, count) in documents.others.sorted(by: { $0.key < $1.key }) {
        tell(Frame("other", suffix, "\(count)"))
      }
    } catch {
      let failure = Failure(error)
      tell(Frame("archive", failure.reason.rawValue, failure.message))
    }
    return 0
  }
}
