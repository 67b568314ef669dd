import Foundation
import TestSupport
import Testing

@testable import Harvest

/// What only the library can set.
@Suite struct HarvesterTests {
  @Test func slowestSpeed() throws {
    setenv("no_proxy", "127.0.0.1", 1)
    let server = try LocalServer { request in
      if request.target == "/robots.txt" { return .notFound }
      var response = LocalServer.Response(String(repeating: "%PDF-1.4 ", count: 1000))
      response.pause = (0.25, 10)
      return response
    }
    defer { server.stop() }
    let folder = NSTemporaryDirectory() + "/juesuan-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var options = HarvestOptions(userAgent: "test/1.0")
    options.interval = .milliseconds(1)
    options.retries = 0
    options.slowestSpeed = 1000
    options.stallSeconds = 1
    var list = AddressList()
    list.add(server.address("/a.pdf"))
    let summary = try Harvester(list, folder: folder, options: options).run { _ in }
    #expect(summary.reasons == ["tooSlow": 1])
  }

  @Test func lists() throws {
    var list = AddressList()
    try list.add(lines: Array("\u{FEFF}网址\t部门\r\nhttp://a.cn/1\t甲\r\n\r\n# x\r\nhttp://a.cn/2,3\t乙\t丙\r\n".utf8))
    #expect(list.entries.map(\.text) == ["http://a.cn/1", "http://a.cn/2,3"])
    #expect(list.entries[0].columns == [ListColumn(name: "部门", value: "甲")])
    #expect(list.entries[1].columns.map(\.name) == ["部门", "column3"])
    var plain = AddressList()
    try plain.add(lines: Array("http://a.cn/1\t甲\n".utf8))
    #expect(plain.entries[0].columns == [ListColumn(name: "column2", value: "甲")])
  }

  @Test func waits() {
    var options = HarvestOptions(userAgent: "test/1.0")
    options.backoff = .seconds(1)
    options.longestWait = .seconds(60)
    for _ in 0..<100 {
      #expect((.milliseconds(750) ... .milliseconds(1250)).contains(Retry.delay(attempt: 1, asked: nil, options)!))
      #expect((.seconds(3) ... .seconds(5)).contains(Retry.delay(attempt: 3, asked: nil, options)!))
      #expect(Retry.delay(attempt: 60, asked: nil, options)! <= .seconds(75))
    }
    #expect(Retry.delay(attempt: 1, asked: 30, options) == .seconds(30))
    #expect(Retry.delay(attempt: 1, asked: 61, options) == nil)
    #expect(Retry.delay(attempt: 1, asked: .infinity, options) == nil)
  }

  @Test func records() throws {
    var record = ManifestRecord(address: "http://a.cn/", outcome: .failed, time: "2026-03-01T08:15:30Z", listed: "x")
    record.columns = [ListColumn(name: "a\"b", value: "c\nd")]
    record.headers.etag = "\"e\""
    record.message = "“x”"
    record.bytes = 3
    #expect(record.line.count { $0 == 0x0A } == 1)
    #expect(ManifestRecord(line: record.line) == record)
    for length in 0..<(record.line.count - 2) { #expect(ManifestRecord(line: record.line.prefix(length)) == nil) }
  }
}
