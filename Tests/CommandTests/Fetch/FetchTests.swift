import Foundation
import Harvest
import PageContent
import TestSupport
import Testing

/// What `juesuan fetch` takes, keeps and says.
@Suite struct FetchTests {
  @Test func listOfAddresses() throws {
    let server = try LocalServer { request in request.target == "/robots.txt" ? .notFound : .pdf(request.target) }
    defer { server.stop() }
    let fetching = try Fetching()
    let list = try fetching.folder.write(
      """
      address\tdepartment\t年度
      # a comment

      \(server.address("/a.pdf"))\t财政局\t2024
      \(server.address("/b.pdf"))
      \(server.address("/a.pdf"))\t重复
      """, "list.txt")
    let outcome = try fetching.run([list])
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasSuffix("juesuan: 2 fetched; 1 KiB\n"))
    let records = try fetching.manifest()
    #expect(records.map(\.address) == [server.address("/a.pdf"), server.address("/b.pdf")])
    #expect(records[0].columns.map(\.value) == ["财政局", "2024"])
    #expect(records[0].columns.map(\.name) == ["department", "年度"])
    #expect(records[0].sha256 == sha256(of: Sample.pdf("/a.pdf")))
    let file = try #require(records[0].file)
    #expect(try fetching.folder.bytes("out/\(file)") == Sample.pdf("/a.pdf"))
    #expect(records[0].bytes == Sample.pdf("/a.pdf").count)
    #expect(FileManager.default.fileExists(atPath: fetching.output + "/journal.jsonl") == false)
    #expect(fetching.files("partial").isEmpty)
  }

  @Test func listOnStandardInput() throws {
    let server = try LocalServer { _ in .pdf() }
    defer { server.stop() }
    let fetching = try Fetching()
    var command = Command(["fetch", "-", "-o", fetching.output] + fetching.options)
    command.input = .pipe(Array("\(server.address("/a.pdf"))\r\n".utf8))
    #expect(try command.run().exitCode == 0)
    #expect(fetching.files().count == 1)
  }

  @Test func whatCannotBeFetchedIsSaid() throws {
    let server = try LocalServer { $0.target == "/a.pdf" ? .pdf() : .notFound }
    defer { server.stop() }
    let fetching = try Fetching()
    let list = try fetching.folder.write(
      "\(server.address("/a.pdf"))\nftp://a.example/b.pdf\nnonsense\n\(server.address("/no.pdf"))\n", "list")
    let outcome = try fetching.run([list], ["-q"])
    #expect(outcome.exitCode == 3)
    #expect(
      outcome.errors.split(separator: "\n").sorted()
        == [
          "juesuan: \(server.address("/no.pdf")): 404 Not Found",
          "juesuan: ftp://a.example/b.pdf: ftp: is not fetched, only http and https",
          "juesuan: nonsense: no address that begins with http:// or https://",
        ].sorted())
    #expect(try fetching.outcome(server.address("/a.pdf")) == "fetched")
    #expect(try fetching.outcome("nonsense") == "failed invalidAddress")
    #expect(try fetching.outcome("ftp://a.example/b.pdf") == "failed otherScheme")
    #expect(try fetching.record(server.address("/no.pdf")).status == 404)
  }

  @Test func listsThatAreNone() throws {
    let fetching = try Fetching()
    #expect(try fetching.run([fetching.folder("missing")]).exitCode == 3)
    let empty = try fetching.folder.write("# nothing\n", "empty")
    #expect(try fetching.run([empty]).exitCode == 3)
  }

  @Test func folderThatCannotBeWritten() throws {
    let fetching = try Fetching()
    try fetching.folder.write("a file", "out")
    let outcome = try fetching.run(["http://127.0.0.1:1/a.pdf"])
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("Not a directory"))
  }

  // MARK: Formats

  @Test func contentDecidesWhatAFileIs() throws {
    let server = try LocalServer { request in
      switch request.target {
      case "/really-pdf.doc": .pdf()
      case "/old.pdf":
        LocalServer.Response(
          [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
            + "Workbook".utf8.flatMap { [$0, 0] as [UInt8] })
      case "/new.pdf": LocalServer.Response(Array("PK\u{3}\u{4}......word/document.xml".utf8))
      case "/text.txt": LocalServer.Response("收入支出决算总表\n收入\t支出\n")
      case "/error.pdf": .page("<h1>出错了</h1>")
      case "/picture.pdf": LocalServer.Response([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0])
      case "/empty.pdf": LocalServer.Response("")
      case "/json.pdf": LocalServer.Response("{\"code\":500}")
      case "/nothing-said": .pdf()
      default: .notFound
      }
    }
    defer { server.stop() }
    let fetching = try Fetching()
    let names = [
      "/really-pdf.doc", "/old.pdf", "/new.pdf", "/text.txt", "/error.pdf", "/picture.pdf", "/empty.pdf", "/json.pdf",
      "/nothing-said",
    ]
    #expect(try fetching.run(names.map(server.address)).exitCode == 3)
    let suffixes = try names.map { name in
      try fetching.record(server.address(name)).file?.split(separator: ".").last.map(String.init)
    }
    #expect(suffixes == ["pdf", "xls", "docx", "txt", nil, nil, nil, nil, "pdf"])
    #expect(try fetching.outcome(server.address("/error.pdf")) == "failed pageInsteadOfDocument")
    #expect(
      try fetching.record(server.address("/error.pdf")).message == "a page instead of a document, titled “决算公开”")
    for name in ["/picture.pdf", "/empty.pdf", "/json.pdf"] {
      #expect(try fetching.outcome(server.address(name)) == "failed otherFormat")
    }
  }

  // MARK: Names

  @Test func noNameLeavesTheFolder() throws {
    let gbk: [UInt8] = [0xB2, 0xC6, 0xD5, 0xFE, 0xBE, 0xD6]  // 财政局
    let names: [[UInt8]] = [
      Array("attachment; filename=\"../../../evil.pdf\"".utf8),
      Array("attachment; filename*=UTF-8''..%2F..%2F..%2Fevil.pdf".utf8),
      Array("attachment; filename=\"C:\\temp\\evil.pdf\"".utf8),
      Array("attachment; filename=\"".utf8) + gbk + Array(".pdf\"".utf8),
      Array("attachment; filename=%B2%C6%D5%FE%BE%D6.pdf".utf8),
      Array("attachment; filename=\"...\"".utf8),
      Array("attachment; filename=\"\(String(repeating: "长", count: 300)).pdf\"".utf8),
    ]
    let server = try LocalServer { request in
      var response = LocalServer.Response.pdf()
      if let index = Int(request.target.dropFirst()) { response.headers.append(("Content-Disposition", names[index])) }
      return response
    }
    defer { server.stop() }
    let fetching = try Fetching()
    let targets =
      names.indices.map { "/\($0)" } + ["/%B2%C6%D5%FE%BE%D6.pdf", "/..%2F..%2Fevil.pdf", "/.hidden.pdf", "/%00.pdf"]
    #expect(try fetching.run(targets.map(server.address)).exitCode == 0)
    let root = "127.0.0.1_\(server.port)/"
    let files = fetching.files().keys
    #expect(files.count == targets.count)
    let stems = try targets.map { target in
      let file = try #require(try fetching.record(server.address(target)).file)
      #expect(file.hasPrefix("files/\(root)"))
      let name = file.dropFirst("files/\(root)".count)
      #expect(!name.contains("/") && !name.hasPrefix(".") && name.utf8.count <= 255)
      return String(name.dropLast("-.pdf".count + 32))
    }
    #expect(stems[0...2] == ["evil", "evil", "evil"])
    #expect(stems[3...4] == ["财政局", "财政局"])
    #expect(stems[5] == "5")
    #expect(stems[6] == String(repeating: "长", count: 60))
    #expect(stems[7...10] == ["财政局", "evil", "hidden", "_"])
    // Nothing beside the folder.
    #expect(fetching.folder.names == ["out"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fetching.output).sorted() == [
        ".lock", "files", "manifest.jsonl", "pages", "partial",
      ])
  }

  // MARK: Second runs

  @Test func secondRunFetchesWhatChanged() throws {
    let version = Shared(1)
    let server = try LocalServer { request in
      switch request.target {
      case "/same.pdf": .file(Sample.pdf("same"), for: request, etag: "\"1\"")
      case "/changing.pdf": .file(Sample.pdf("\(version.value)"), for: request, etag: "\"\(version.value)\"")
      case "/plain.pdf": .pdf("without validators")
      case "/gone.pdf": version.value == 1 ? .pdf("gone") : .notFound
      default: .notFound
      }
    }
    defer { server.stop() }
    let fetching = try Fetching()
    let lists = ["/same.pdf", "/changing.pdf", "/plain.pdf", "/gone.pdf"].map(server.address)
    #expect(try fetching.run(lists).exitCode == 0)
    let before = fetching.files()
    version.value = 2
    server.clearLog()
    #expect(try fetching.run(lists).exitCode == 3)
    #expect(try lists.map(fetching.outcome) == ["unchanged", "changed", "unchanged", "failed status"])
    #expect(server.requests(for: "/same.pdf").first?.headers["if-none-match"] == "\"1\"")
    #expect(try fetching.record(lists[0]).status == 304)
    let after = fetching.files()
    #expect(after.keys.sorted() == before.keys.sorted())
    // What failed now keeps what it had.
    let gone = try #require(try fetching.record(lists[3]).file)
    #expect(try fetching.folder.bytes("out/\(gone)") == Sample.pdf("gone"))
    let changed = try #require(try fetching.record(lists[1]).file)
    #expect(try fetching.folder.bytes("out/\(changed)") == Sample.pdf("2"))

    // A file that is lost is fetched again.
    try FileManager.default.removeItem(atPath: fetching.folder("out/\(changed)"))
    server.clearLog()
    #expect(try fetching.run([lists[1]], ["--new-only"]).exitCode == 0)
    #expect(try fetching.folder.bytes("out/\(changed)") == Sample.pdf("2"))
    server.clearLog()
    #expect(try fetching.run(Array(lists[0...2]), ["--new-only"]).exitCode == 0)
    #expect(server.requests.isEmpty)
  }

  // MARK: Output

  @Test func jsonLines() throws {
    let server = try LocalServer { $0.target == "/a.pdf" ? .pdf() : .notFound }
    defer { server.stop() }
    let fetching = try Fetching()
    let outcome = try fetching.run(["/a.pdf", "/b.pdf"].map(server.address), ["--jsonl", "-q"])
    #expect(outcome.exitCode == 3)
    let lines = outcome.output.split(separator: 0x0A).compactMap { ManifestRecord(line: $0) }
    #expect(lines.sorted { $0.address < $1.address } == (try fetching.manifest()))
  }

  @Test func summary() throws {
    let server = try LocalServer { $0.target == "/a.pdf" ? .pdf() : .notFound }
    defer { server.stop() }
    let fetching = try Fetching()
    let outcome = try fetching.run(["/a.pdf", "/b.pdf"].map(server.address), ["--json", "-q"])
    #expect(
      outcome.text == """
        {
          "format": "juesuan-fetch-summary/1",
          "outcomes": { "fetched": 1, "changed": 0, "unchanged": 0, "failed": 1, "disallowed": 0, "skipped": 0 },
          "reasons": { "status": 1 },
          "pages": 0,
          "bytes": 11
        }

        """)
  }

  @Test func dryRun() throws {
    let server = try LocalServer { request in
      request.target == "/" ? .page("<a href=\"a.pdf\">2024年度决算</a><a href=\"b.doc\">附件</a>") : .notFound
    }
    defer { server.stop() }
    let fetching = try Fetching()
    let outcome = try fetching.run([server.address("/"), server.address("/c.pdf")], ["--dry-run", "-q"])
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.text.split(separator: "\n").sorted() == [
        "\(server.address("/a.pdf"))\t2024年度决算", "\(server.address("/b.doc"))\t附件", "\(server.address("/c.pdf"))\t",
      ])
    #expect(server.requests.map(\.target) == ["/"])
    #expect(fetching.folder.names.isEmpty)
  }
}

/// A value that a server's threads and a test share.
final class Shared<Value: Sendable>: Sendable {
  private let lock = NSLock()
  private nonisolated(unsafe) var stored: Value

  init(_ value: Value) { stored = value }

  var value: Value {
    get { lock.withLock { stored } }
    set { lock.withLock { stored = newValue } }
  }

  func change(_ body: (inout Value) -> Void) { lock.withLock { body(&stored) } }
}
