extension Harvester {
  /// Queues a visit, unless its address is known already.
  func consider(_ visit: Visit) throws(FolderProblem) {
    let known = depths[visit.address]
    if let known, known >= visit.depth { return }
    depths[visit.address] = visit.depth
    if known != nil {
      // The page was found before, further from its listed page: it may now lead further.
      if let record = manifest.intact(visit.address), record.kind == .page { unexpanded.append((record, visit)) }
      return
    }
    if options.isDryRun, visit.expectation == .document {
      summary.foundCount += 1
      return report(.found(address: visit.address.text, text: visit.text))
    }
    let isKept =
      manifest.isDone(visit.address)
      || options.fetchesOnlyNew && manifest.intact(visit.address)?.kind == .document
    if isKept, let record = manifest[visit.address] {
      count(record)
      report(.done(record, isNew: false))
      if record.kind == .page { unexpanded.append((record, visit)) }
      return
    }
    if visit.foundOn != nil, hosts[visit.hop.host] == nil {
      let count = hostCounts[visit.entry, default: 0]
      guard count < options.foundHostLimit else {
        return try end(visit, .skipped, Failure(.hostLimit, "its pages name more than \(options.foundHostLimit) hosts"))
      }
      hostCounts[visit.entry] = count + 1
    }
    host(of: visit.hop).append(visit)
  }

  /// Follows the links of the pages that are kept from before, and of those that these lead to.
  ///
  /// They wait here instead of being followed where they are found: a chain of them may be as long as its site likes.
  func expandKept() throws(FolderProblem) {
    while !unexpanded.isEmpty {
      let next = unexpanded
      unexpanded = []
      for (record, visit) in next { try expand(record, visit) }
    }
  }

  /// Follows the links of a page that is kept.
  func expand(_ record: ManifestRecord, _ visit: Visit) throws(FolderProblem) {
    guard let file = record.file, let address = try? WebAddress(record.finalAddress ?? record.address) else { return }
    guard let bytes = try? folder.read(file, limit: Harvester.pageSizeLimit) else { return }
    let page = WebPage(bytes, at: address, contentType: record.headers.contentType)
    // A page may have been found nearer while it was under way.
    let depth = max(visit.depth, depths[visit.address] ?? visit.depth)
    for link in page.links {
      guard let next = followed(link, on: address, depth) else { continue }
      var found = Visit(link.address, entry: visit.entry, expectation: next.expectation, depth: next.depth)
      found.foundOn = visit.address
      found.text = link.text
      if next.isPage, depths[link.address] == nil {
        let count = pageCounts[visit.entry, default: 0]
        if count >= options.pageLimit {
          depths[link.address] = next.depth
          try end(found, .skipped, Failure(.pageLimit, "more than \(options.pageLimit) pages"))
          continue
        }
        pageCounts[visit.entry] = count + 1
      }
      try consider(found)
    }
  }

  /// Whether, and as what, a link is followed from a page.
  private func followed(
    _ link: PageLink, on page: WebAddress, _ depth: Int
  ) -> (expectation: Visit.Expectation, depth: Int, isPage: Bool)? {
    switch link.kind {
    case .document: return (.document, -1, false)
    case .attachment: return depth < 0 || !isSameSite(link.address, page) ? nil : (.any, depth - 1, true)
    case .next: return depth < 0 || !isSameSite(link.address, page) ? nil : (.any, depth, true)
    case .page:
      guard depth > 0, isSameSite(link.address, page) else { return nil }
      let text = LinkWording.compared(link.text)
      let isWanted =
        options.followedWords.isEmpty || options.followedWords.contains { text.contains(LinkWording.compared($0)) }
      return isWanted ? (.any, depth - 1, true) : nil
    }
  }

  private func isSameSite(_ address: WebAddress, _ page: WebAddress) -> Bool {
    func site(_ host: String) -> Substring { host.hasPrefix("www.") ? host.dropFirst(4) : host[...] }
    return options.followsOtherHosts || site(address.host) == site(page.host)
  }
}
