import Foundation
import TestSupport
import Testing

@testable import Harvest

/// What pages may make a harvest do.
@Suite struct HarvesterBoundsTests {
  private func list(_ address: String) -> AddressList {
    var list = AddressList()
    list.add(address)
    return list
  }

  @Test func hosts() throws {
    setenv("no_proxy", "127.0.0.1", 1)
    let server = try LocalServer { request in
      guard request.target == "/list/" else { return .notFound }
      let links = (2...9).map { "<a href='http://127.0.0.\($0):1/\($0).pdf'>\($0)</a>" } + ["<a href='/a.pdf'>a</a>"]
      return LocalServer.Response(
        "<!DOCTYPE html><html><body>\(links.joined())</body></html>", headers: [("Content-Type", "text/html")])
    }
    defer { server.stop() }
    let folder = try TemporaryFolder()
    var options = HarvestOptions(userAgent: "test/1.0")
    options.interval = .milliseconds(1)
    options.retries = 0
    options.foundHostLimit = 3
    var messages: Set<String> = []
    let summary = try Harvester(list(server.address("/list/")), folder: folder("out"), options: options).run { event in
      if case .done(let record, _) = event, record.outcome == .skipped, let message = record.message {
        messages.insert(message)
      }
    }
    #expect(summary.reasons["hostLimit"] == 5)
    #expect(messages == ["its pages name more than 3 hosts"])
    // What lies on the listed host is fetched all the same.
    #expect(server.requests.contains { $0.target == "/a.pdf" })
  }

  /// A run that was ended has left as many pages as a thread's stack never holds.
  @Test func chainOfKeptPages() throws {
    let folder = try TemporaryFolder()
    var options = HarvestOptions(userAgent: "test/1.0")
    options.pageLimit = 10_000
    let count = 4000
    let pages = folder("out/pages/a.test")
    try FileManager.default.createDirectory(atPath: pages, withIntermediateDirectories: true)
    var journal: [UInt8] = []
    for number in 1...count {
      let next = number < count ? "<a href='/list?page=\(number + 1)'>下一页</a>" : ""
      let page = Array("<!DOCTYPE html><html><body>\(next)</body></html>".utf8)
      try Data(page).write(to: URL(fileURLWithPath: "\(pages)/\(number).html"))
      let address = "http://a.test/list?page=\(number)"
      var record = ManifestRecord(
        address: address, outcome: .fetched, time: HTTPDate.timestamp(HTTPDate.now), listed: address)
      record.kind = .page
      record.headers.contentType = "text/html; charset=utf-8"
      record.file = "pages/a.test/\(number).html"
      record.bytes = page.count
      journal += record.line
    }
    try Data(journal).write(to: URL(fileURLWithPath: folder("out/journal.jsonl")))
    let summary = try Harvester(list("http://a.test/list?page=1"), folder: folder("out"), options: options).run { _ in }
    #expect(summary.outcomes == [.fetched: count])
  }
}
