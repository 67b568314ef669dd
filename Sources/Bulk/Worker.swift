import Audit
import CLibrary
import CWorker
import Containers
import Disclosure
import Glibc
import PageContent
import Report

/// A worker process: reads the files that it is asked to over standard input, writes their results into a folder of
/// temporary files, and tells over standard output what came of each.
package struct Worker {
  private let limits: RunLimits
  /// Whether it reads one file only.
  private let isAlone: Bool
  /// With a slash at its end.
  private let folder: [UInt8]
  private let sizeAtStart: Int

  /// Makes this process a worker. Nothing is read before the limits hold.
  package init(limits: RunLimits, isAlone: Bool, folder: InputName) {
    self.limits = limits
    self.isAlone = isAlone
    self.folder = folder.bytes + Array("/".utf8)
    jsw_become_worker(limits.privateMemory(alone: isAlone))
    PDFFile.onMemoryFailure(jsw_end_for_memory)
    DocumentRecogniser.prepare()
    sizeAtStart = AddressSpace.current().size
  }

  /// Until standard input ends, or enough has been read.
  package func run() {
    var reader = FrameReader()
    guard send(.ready) else { return }
    while let bytes = Descriptor.read(STDIN_FILENO), !bytes.isEmpty {
      reader.add(bytes)
      do throws(FrameReader.Malformed) {
        while let frame = try reader.next() {
          guard let request = Request(frame) else { return }
          let (reply, isLast) = self.reply(to: request)
          guard send(reply), !isLast else { return }
        }
      } catch {
        return
      }
    }
  }

  private func send(_ reply: Reply) -> Bool { FileBytes.write(reply.frame.encoded(), to: STDOUT_FILENO) }

  private func reply(to request: Request) -> (Reply, isLast: Bool) {
    jsw_limit_time(limits.processorSeconds(alone: isAlone))
    let reply = read(request)
    jsw_limit_time(0)
    if isAlone { return (reply, true) }
    let space = AddressSpace.current()
    // libarchive brings forty megabytes of libraries with it, next to none of which can be written to.
    let size = sizeAtStart + Int(clibrary_bytes())
    if space.peak - size > limits.easyGrowth { return (.strained, true) }
    return (reply, space.size - size > limits.lastingGrowth)
  }

  private func read(_ request: Request) -> Reply {
    let document: DisclosedDocument
    do throws(InputError) {
      let file = try InputPath.content(request.name.bytes)
      let result = self.document(of: file, name: request.sourceName)
      guard sum(of: file, result) == request.sha256 else { return .outcome(.failed(.changed)) }
      document = try result.get()
    } catch {
      return .outcome(.failed(Failure(error)))
    }
    if let failure = Failure(nothingIn: document) { return .outcome(.failed(failure)) }
    let report = Auditor.report(on: document)
    let results = [
      (TemporaryName.document(request.sha256), DocumentJSON.encode(document)),
      (TemporaryName.report(request.sha256), ReportJSON.encode(report)),
    ]
    for (name, bytes) in results {
      if let number = write(bytes, name) { return .unwritable(number) }
    }
    return .outcome(
      .done(
        Outcome.Figures(
          pages: document.source.pageCount, errors: report.count(of: .error), warnings: report.count(of: .warning))))
  }

  /// The SHA-256 of the file, which whoever read a document of them has told already.
  private func sum(of file: FileContent, _ result: Result<DisclosedDocument, InputError>) -> String {
    if case .success(let document) = result, !DocumentJSONReader.isJSON(file) { return document.source.sha256 }
    return file.sha256()
  }

  private func document(of file: FileContent, name: String) -> Result<DisclosedDocument, InputError> {
    do throws(InputError) { return .success(try read(file, name)) } catch { return .failure(error) }
  }

  private func read(_ file: FileContent, _ name: String) throws(InputError) -> DisclosedDocument {
    if DocumentJSONReader.isJSON(file) { return try DocumentJSONReader.document(from: file.copied()) }
    // What a clock cuts off differs from run to run: a page may take as long as the file may.
    var reader = DocumentReader(limits: PageLimits(deadlineSeconds: 1e6))
    // The other cores have workers of their own.
    reader.pageReaders = 0
    return try reader.document(from: file, name: name)
  }

  /// - Returns: the system's error number where it fails.
  private func write(_ bytes: [UInt8], _ name: String) -> Int32? {
    let path = (folder + Array(name.utf8)).map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return errno }
    let isWritten = FileBytes.write(bytes, to: descriptor)
    let number = errno
    guard close(descriptor) == 0 else { return errno }
    return isWritten ? nil : number
  }
}

/// What results are called before they are results.
enum TemporaryName {
  static func document(_ sha256: String) -> String { "\(sha256).json" }
  static func report(_ sha256: String) -> String { "\(sha256).report.json" }
}
