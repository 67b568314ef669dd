import PageContent

extension Harvester {
  /// Starts an attempt; false where the visit has ended before.
  func start(_ visit: Visit) throws(FolderProblem) -> Bool {
    let partial = PartialFile(folder, digest: sha256(of: Array(visit.address.text.utf8)))
    let resumed = partial.resumable(from: visit.hop, sizeLimit: options.sizeLimit)
    var request = WebRequest(address: visit.hop, takesCompressed: visit.expectation == .any)
    if let resumed {
      request.takesCompressed = false
      request.headers = ["Range: bytes=\(resumed.size)-", "If-Range: \(resumed.note.validator)"]
    } else if let record = manifest.intact(visit.address), record.finalAddress == visit.hop.text {
      // Whoever knows both takes the ETag for it.
      if let etag = record.headers.etag { request.headers.append("If-None-Match: \(etag)") }
      if let date = record.headers.lastModified { request.headers.append("If-Modified-Since: \(date)") }
    }
    if let line = visit.cookieLine { request.headers.append(line) }
    let transfer = DocumentTransfer(visit, partial, resumed: resumed, sizeLimit: options.sizeLimit)
    guard let failure = session.start(request, for: transfer) else { return true }
    try end(visit, .failed, failure)
    return false
  }

  /// Takes up an attempt that has ended.
  func ended(_ transfer: DocumentTransfer, _ end: WebSession.End) throws(FolderProblem) {
    transfer.finish()
    if let problem = transfer.problem { throw problem }
    let host = host(of: transfer.visit.hop)
    if transfer.hasAnswer { host.silentCount = 0 }
    if let failure = transfer.failure {
      transfer.partial.discard()
      return try self.end(transfer.visit, .failed, failure, transfer.head)
    }
    switch end {
    case .failed(let failure): try again(transfer, failure)
    case .answered, .stopped: try answered(transfer)
    }
  }

  private func answered(_ transfer: DocumentTransfer) throws(FolderProblem) {
    let head = transfer.head
    switch head.status {
    case 200, 206:
      if transfer.isMismatched || head.status == 206 && !transfer.isWhole {
        if transfer.isMismatched { transfer.partial.discard() }
        return try again(transfer, Failure(.incomplete, "the part that came is not the part that is missing"))
      }
      try take(transfer)
    case 304:
      if let record = manifest.intact(transfer.visit.address) { return try unchanged(transfer, record) }
      try end(transfer.visit, .failed, Failure(.status, head.statusLine), head)
    case 301, 302, 303, 307, 308: try follow(transfer)
    case 416:
      // What was kept is no beginning of what is there now.
      transfer.partial.discard()
      try again(transfer, Failure(.incomplete, "what was kept could not be gone on with"))
    default:
      let failure = Failure(.status, head.statusLine)
      guard Retry.mayHelp(failure, status: head.status) else {
        return try end(transfer.visit, .failed, failure, head)
      }
      let wait = head.retryAfter(now: HTTPDate.now)
      if head.status == 429 || head.status == 503, let wait, .seconds(min(wait, 1e9)) <= options.longestWait {
        let host = host(of: transfer.visit.hop)
        host.nextTime = max(host.nextTime, now() + .seconds(wait))
      }
      try again(transfer, failure, wait: wait)
    }
  }

  /// Tries a visit again, later; where that is of no use, it has failed.
  private func again(_ transfer: DocumentTransfer, _ failure: Failure, wait: Double? = nil) throws(FolderProblem) {
    var visit = transfer.visit
    visit.attempts += 1
    visit.fruitless = transfer.size > visit.mostBytes ? 1 : visit.fruitless + 1
    visit.mostBytes = max(visit.mostBytes, transfer.size)
    let host = host(of: visit.hop)
    if visit.fruitless <= options.retries, visit.attempts <= 25, Retry.mayHelp(failure, status: transfer.head.status) {
      if let delay = Retry.delay(attempt: visit.fruitless, asked: wait, options) {
        return host.delay(visit, until: now() + delay)
      }
      return try end(
        visit, .failed,
        Failure(failure.reason, "\(failure.message); to be asked again in \(Int(min(wait ?? 0, 1e9))) s"),
        transfer.head)
    }
    if !transfer.hasAnswer {
      host.silentCount += 1
      // A night is too short for every address of a host that has gone.
      if host.silentCount >= 3 {
        robots[visit.hop.origin] = .unavailable(Failure(failure.reason, "the host has stopped to answer"))
      }
    }
    try end(visit, .failed, failure, transfer.head)
  }

  private func follow(_ transfer: DocumentTransfer) throws(FolderProblem) {
    var visit = transfer.visit
    let head = transfer.head
    guard let location = head.location else {
      return try end(visit, .failed, Failure(.status, "\(head.statusLine), without saying where to"), head)
    }
    let target: WebAddress
    do throws(WebAddress.Problem) { target = try WebAddress(location, on: visit.hop) } catch {
      let failure = error.failure
      return try end(
        visit, .failed, Failure(failure.reason, "redirected to \(location.prefix(200)): \(failure.message)"), head)
    }
    let cookies = visit.cookies
    visit.cookies[visit.hop.host, default: [:]].merge(head.cookies) { _, new in new }
    if visit.hops.contains(target), visit.cookies == cookies {
      return try end(visit, .failed, Failure(.redirectLoop, "redirected in a circle, to \(target.text)"), head)
    }
    guard visit.hops.count <= options.redirectLimit else {
      return try end(
        visit, .failed, Failure(.tooManyRedirects, "more than \(options.redirectLimit) redirects"), head)
    }
    visit.hops.append(target)
    host(of: target).hasten(visit)
  }

  /// A page is read whole, into memory.
  static let pageSizeLimit = 16 << 20

  /// Takes a whole file that has come.
  private func take(_ transfer: DocumentTransfer) throws(FolderProblem) {
    let (visit, partial, head) = (transfer.visit, transfer.partial, transfer.head)
    let content = try partial.content()
    let claimsText =
      DocumentSuffix.of(visit.address.documentName ?? "") == "txt"
      || (transfer.headers.contentType ?? "").lowercased().hasPrefix("text/plain") && !visit.address.looksLikeDocument
    let suffix: String
    switch FetchedFormat(head: content.head, tail: content.tail, claimsText: claimsText) {
    case .document(let known): suffix = known
    case .page where visit.expectation == .any: suffix = "html"
    case .page:
      let page = WebPage(content.head, at: visit.hop, contentType: transfer.headers.contentType)
      partial.discard()
      let title = page.title.map { ", titled “\(String($0.unicodeScalars.prefix(80)))”" } ?? ""
      return try end(visit, .failed, Failure(.pageInsteadOfDocument, "a page instead of a document\(title)"), head)
    case .other(let name):
      partial.discard()
      return try end(visit, .failed, Failure(.otherFormat, "what came is \(name)"), head)
    }
    let isPage = suffix == "html"
    if isPage, content.size > Harvester.pageSizeLimit {
      partial.discard()
      return try end(visit, .failed, Failure(.tooLarge, "a page of \(content.size) bytes"), head)
    }
    let before = manifest[visit.address]
    var record = record(of: visit, .fetched, status: head.status)
    record.kind = isPage ? .page : .document
    record.headers = transfer.headers
    record.bytes = content.size
    record.sha256 = content.sha256
    record.fetchedAt = record.time
    let isSame = manifest.intact(visit.address).map { $0.sha256 == content.sha256 } ?? false
    record.outcome = isSame ? .unchanged : before?.file == nil ? .fetched : .changed
    if isSame {
      record.file = before?.file
      partial.discard()
    } else {
      let name = name(of: visit, transfer.headers, suffix: suffix, before: before, isPage: isPage)
      try folder.place(partial.name, at: name)
      partial.discardNote()
      if let old = before?.file, old != name { folder.remove(old) }
      record.file = name
      if !isPage { summary.bytes += content.size }
    }
    try keep(record)
    if isPage { try expand(record, visit) }
  }

  /// The file's name below the folder; that which it has had, while its format stays.
  private func name(
    of visit: Visit, _ headers: ManifestRecord.KeptHeaders, suffix: String, before: ManifestRecord?, isPage: Bool
  ) -> String {
    if let name = before?.file, name.hasSuffix(".\(suffix)") { return name }
    let given = headers.contentDisposition.flatMap { ContentDisposition.fileName(Array($0.utf8)) }
    let stem = FileStem.stem(given: given, address: visit.address, digest: sha256(of: Array(visit.address.text.utf8)))
    return "\(isPage ? "pages" : "files")/\(FileStem.folder(of: visit.address))/\(stem).\(suffix)"
  }

  private func unchanged(_ transfer: DocumentTransfer, _ known: ManifestRecord) throws(FolderProblem) {
    var record = record(of: transfer.visit, .unchanged, status: transfer.head.status)
    record.kind = known.kind
    try keep(record)
    if record.kind == .page { try expand(record, transfer.visit) }
  }

  // MARK: Records

  /// Ends a visit that has brought nothing.
  func end(_ visit: Visit, _ outcome: Outcome, _ failure: Failure, _ head: ResponseHead? = nil) throws(FolderProblem) {
    var record = record(of: visit, outcome, status: head?.status)
    record.reason = failure.reason.rawValue
    record.message = failure.message
    try keep(record)
  }

  /// A record of a visit, with what is known of the file from before.
  func record(of visit: Visit, _ outcome: Outcome, status: Int?) -> ManifestRecord {
    let entry = list.entries[visit.entry]
    var record = ManifestRecord(
      address: visit.address.text, outcome: outcome, time: HTTPDate.timestamp(HTTPDate.now),
      listed: (try? entry.address.get().text) ?? entry.text)
    if let before = manifest[visit.address] {
      record.kind = before.kind
      record.headers = before.headers
      record.file = before.file
      record.bytes = before.bytes
      record.sha256 = before.sha256
      record.fetchedAt = before.fetchedAt
    }
    record.status = status.flatMap { $0 > 0 ? $0 : nil }
    record.finalAddress = status == nil ? nil : visit.hop.text
    record.foundOn = visit.foundOn?.text
    record.text = visit.text.flatMap { $0.isEmpty ? nil : $0 }
    record.columns = entry.columns
    return record
  }

  /// Keeps a record, and tells of it.
  func keep(_ record: ManifestRecord) throws(FolderProblem) {
    try manifest.add(record)
    count(record)
    report(.done(record, isNew: true))
  }

  func count(_ record: ManifestRecord) {
    summary.outcomes[record.outcome, default: 0] += 1
    if let reason = record.reason { summary.reasons[reason, default: 0] += 1 }
    if record.kind == .page, record.outcome.isSuccess { summary.pageCount += 1 }
  }
}
