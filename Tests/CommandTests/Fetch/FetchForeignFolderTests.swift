import Foundation
import Glibc
import PageContent
import TestSupport
import Testing

@testable import Harvest

/// Folders that come from elsewhere: nothing in them leads out.
@Suite struct FetchForeignFolderTests {
  private static let secret = Array("%PDF-1.4 mine\n".utf8)

  private func server() throws -> LocalServer {
    try LocalServer { request in
      switch request.target {
      case "/robots.txt": .notFound
      case "/": .page("<a href='a.pdf'>a</a>")
      default: .file(Sample.pdf("new", size: 5000), for: request, etag: "\"v\"")
      }
    }
  }

  private func folder(_ fetching: Fetching, _ name: String) throws {
    try FileManager.default.createDirectory(atPath: fetching.folder(name), withIntermediateDirectories: true)
  }

  private func link(_ fetching: Fetching, _ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: fetching.folder(name), withDestinationPath: target)
  }

  /// A record as if its file had been fetched before.
  private func record(_ address: String, file: String) -> ManifestRecord {
    var record = ManifestRecord(
      address: address, outcome: .fetched, time: "2026-01-01T00:00:00Z", listed: address)
    record.kind = .document
    record.file = file
    record.bytes = FetchForeignFolderTests.secret.count
    record.sha256 = sha256(of: FetchForeignFolderTests.secret)
    record.fetchedAt = record.time
    return record
  }

  /// Where a manifest or a journal may say that a file is.
  @Test(
    arguments: ["manifest.jsonl", "journal.jsonl"],
    [
      "../mine.pdf", "files/../../mine.pdf", "files/h/../../../mine.pdf", "files/../mine.pdf", "/ABSOLUTE/mine.pdf",
      "files//mine.pdf", "manifest.jsonl", "partial/mine.pdf", "files/linked/mine.pdf", "files/h/linked.pdf", "",
      "../mine.doc", "files/linked/mine.doc",
    ])
  func files(list: String, name: String) throws {
    let server = try server()
    defer { server.stop() }
    let fetching = try Fetching()
    try folder(fetching, "out/files/h")
    for mine in ["mine.pdf", "mine.doc"] { try fetching.folder.write(FetchForeignFolderTests.secret, mine) }
    try link(fetching, "out/files/linked", to: "../..")
    try link(fetching, "out/files/h/linked.pdf", to: "../../../mine.pdf")
    let file = name.hasPrefix("/") ? fetching.folder("mine.pdf") : name
    let address = server.address("/a.pdf")
    try fetching.folder.write(record(address, file: file).line, "out/\(list)")
    let outcome = try fetching.run([address])
    // A folder that is a link ends the run; all else is fetched as if it were new.
    let isRefused = name.hasPrefix("files/linked/mine.pdf")
    #expect(outcome.exitCode == (isRefused ? 3 : 0), "\(outcome.errors)")
    if isRefused { #expect(outcome.errors.contains("is a link, which could lead out of the folder")) }
    for mine in ["mine.pdf", "mine.doc"] { #expect(try fetching.folder.bytes(mine) == FetchForeignFolderTests.secret) }
    #expect(fetching.folder.names.sorted() == ["mine.doc", "mine.pdf", "out"])
    guard !isRefused else { return }
    let placed = try #require(try fetching.record(address).file)
    #expect(try fetching.folder.bytes("out/\(placed)") == Sample.pdf("new", size: 5000))
  }

  /// Links where fetch keeps its own files.
  @Test(arguments: [
    "journal.jsonl", "manifest.jsonl", ".lock", "partial/manifest", "partial", "files", "pages", "PART", "PART.note",
  ])
  func links(name: String) throws {
    let server = try server()
    defer { server.stop() }
    let fetching = try Fetching()
    let address = server.address("/a.pdf")
    let part = "partial/\(sha256(of: Array(address.utf8)).prefix(32)).part"
    let place = name.hasPrefix("PART") ? part + name.dropFirst(4) : name
    try folder(fetching, "out")
    if place.contains("/") { try folder(fetching, "out/partial") }
    try folder(fetching, "elsewhere")
    try fetching.folder.write(FetchForeignFolderTests.secret, "mine.pdf")
    let isFolder = ["partial", "files", "pages"].contains(name)
    try link(fetching, "out/\(place)", to: fetching.folder(isFolder ? "elsewhere" : "mine.pdf"))
    if name == "PART" {
      // As if a transfer had been broken.
      try fetching.folder.write("\(address)\n\"v\"\n\"v\"\n\n\n\nend\n", "out/\(part).note")
    }
    let outcome = try fetching.run([address])
    #expect(outcome.exitCode == 0 || outcome.errors.contains("is a link"), "\(outcome.errors)")
    #expect(try fetching.folder.bytes("mine.pdf") == FetchForeignFolderTests.secret)
    #expect(try FileManager.default.contentsOfDirectory(atPath: fetching.folder("elsewhere")).isEmpty)
  }

  @Test(arguments: ["journal.jsonl", "PART"])
  func hardLinks(name: String) throws {
    let server = try server()
    defer { server.stop() }
    let fetching = try Fetching()
    let address = server.address("/a.pdf")
    let part = "partial/\(sha256(of: Array(address.utf8)).prefix(32)).part"
    try folder(fetching, "out/partial")
    try fetching.folder.write(FetchForeignFolderTests.secret, "mine.pdf")
    try FileManager.default.linkItem(
      atPath: fetching.folder("mine.pdf"), toPath: fetching.folder("out/\(name == "PART" ? part : name)"))
    if name == "PART" { try fetching.folder.write("\(address)\n\"v\"\n\"v\"\n\n\n\nend\n", "out/\(part).note") }
    #expect(try fetching.run([address]).errors.contains("has another name too"))
    #expect(try fetching.folder.bytes("mine.pdf") == FetchForeignFolderTests.secret)
  }

  /// What is kept of a transfer may be of any size.
  @Test func partialFilesOfAnySize() throws {
    let server = try server()
    defer { server.stop() }
    let fetching = try Fetching()
    let address = server.address("/a.pdf")
    let part = "partial/\(sha256(of: Array(address.utf8)).prefix(32)).part"
    try folder(fetching, "out/partial")
    try fetching.folder.write("", "out/\(part)")
    // As large as the file system takes.
    for bits in (32...62).reversed() where truncate(fetching.folder("out/\(part)"), off_t(1) << bits) == 0 { break }
    try fetching.folder.write("\(address)\n\"v\"\n\"v\"\n\n\n\nend\n", "out/\(part).note")
    #expect(try fetching.run([address]).exitCode == 0)
    #expect(server.requests.allSatisfy { $0.headers["range"] == nil })
    #expect(fetching.files().values.first == Sample.pdf("new", size: 5000))
  }

  /// Two addresses that a manifest gives one file: the first keeps it, the other gets its own.
  @Test func oneFileOfTwoAddresses() throws {
    let server = try LocalServer { $0.target == "/robots.txt" ? .notFound : .pdf($0.target) }
    defer { server.stop() }
    let fetching = try Fetching()
    let lists = ["/a.pdf", "/b.pdf"].map(server.address)
    let name = "files/127.0.0.1_\(server.port)/a-0123abcd.pdf"
    try folder(fetching, "out/files/127.0.0.1_\(server.port)")
    try fetching.folder.write(FetchForeignFolderTests.secret, "out/\(name)")
    try fetching.folder.write(lists.flatMap { record($0, file: name).line }, "out/manifest.jsonl")
    let outcome = try fetching.run(lists)
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors.contains("1 lines of the manifest name a file outside the folder, or another address's"))
    // The name of old stays, though names are longer now.
    #expect(try fetching.record(lists[0]).file == name)
    #expect(try fetching.outcome(lists[0]) == "changed")
    let other = try #require(try fetching.record(lists[1]).file)
    #expect(other != name)
    #expect(try fetching.folder.bytes("out/\(name)") == Sample.pdf("/a.pdf"))
    #expect(try fetching.folder.bytes("out/\(other)") == Sample.pdf("/b.pdf"))
  }

  /// What a manifest says is sent to servers; it must not write lines of its own there.
  @Test func headersOfAManifest() throws {
    let server = try LocalServer { $0.target == "/robots.txt" ? .notFound : .pdf("x") }
    defer { server.stop() }
    let fetching = try Fetching()
    let address = server.address("/a.pdf")
    var known = record(address, file: "files/h/a.pdf")
    known.finalAddress = address
    known.headers.etag = "\"v\"\r\nX-Evil: 1"
    known.headers.lastModified = "Sun, 06 Nov 1994 08:49:37 GMT\nX-Evil: 2"
    try folder(fetching, "out/files/h")
    try fetching.folder.write(FetchForeignFolderTests.secret, "out/files/h/a.pdf")
    try fetching.folder.write(known.line, "out/manifest.jsonl")
    #expect(try fetching.run([address]).exitCode == 0)
    #expect(server.requests.count == 1)
    #expect(server.requests.allSatisfy { $0.headers["x-evil"] == nil && $0.headers["if-none-match"] == nil })
  }
}
