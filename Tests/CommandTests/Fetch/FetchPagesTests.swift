import Harvest
import TestSupport
import Testing

/// Pages that lead to documents.
@Suite struct FetchPagesTests {
  /// Serves pages by their targets; PDF for whatever ends so.
  private func server(_ pages: [String: String]) throws -> LocalServer {
    try LocalServer { request in
      if let page = pages[request.target] { return .page(page) }
      return request.target.hasSuffix(".pdf") ? .pdf(request.target) : .notFound
    }
  }

  private static let site = [
    "/list/": """
    <a href="/">首页</a><a href="/news.html">新闻</a>
    <a href="t1.html">甲局2024年度部门决算</a><a href="t2.html" title="乙局2024年度部门预算公开说明">乙局…</a>
    <script>createPageHTML(2, 0, "index", "html");</script>
    """,
    "/list/index_1.html": "<a href='t3.html'>丙局决算</a><a href='../d.pdf'>丁局</a>",
    "/list/t1.html": "<a href='甲.pdf'>附件1</a><a href='t4.html'>更早的决算</a>",
    "/list/t2.html": "<a href='/f/b.pdf'>下载</a>",
    "/list/t3.html": "<iframe src='/f/c.pdf'></iframe>",
    "/list/t4.html": "<a href='/f/e.pdf'>x</a>",
  ]

  private func targets(_ fetching: Fetching, _ kind: ManifestRecord.Kind, _ server: LocalServer) throws -> [String] {
    try fetching.manifest().filter { $0.kind == kind }.map { String($0.address.dropFirst(server.address("").count)) }
  }

  @Test func listWithArticles() throws {
    let server = try server(FetchPagesTests.site)
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/list/")]).exitCode == 0)
    #expect(
      try targets(fetching, .document, server) == ["/d.pdf", "/f/b.pdf", "/f/c.pdf", "/list/%E7%94%B2.pdf"])
    #expect(
      try targets(fetching, .page, server) == [
        "/list/", "/list/index_1.html", "/list/t1.html", "/list/t2.html", "/list/t3.html",
      ])
    let record = try fetching.record(server.address("/f/b.pdf"))
    #expect(record.foundOn == server.address("/list/t2.html"))
    #expect(record.listed == server.address("/list/"))
    #expect(record.text == "下载")
    #expect(!server.requests.contains { $0.target == "/news.html" || $0.target == "/" })
  }

  @Test(arguments: [(0, 1), (1, 4), (2, 5)])
  func depth(depth: Int, documents: Int) throws {
    let server = try server(FetchPagesTests.site)
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/list/")], ["--depth", "\(depth)"]).exitCode == 0)
    #expect(fetching.files().count == documents)
  }

  @Test func wordsToFollow() throws {
    let server = try server([
      "/": "<a href='a.html'>通知</a><a href='b.html'>决算</a>", "/a.html": "<a href='a.pdf'>a</a>",
      "/b.html": "<a href='b.pdf'>b</a>",
    ])
    defer { server.stop() }
    for (words, names) in [
      (["通知"], ["/a.pdf"]), ([""], ["/a.pdf", "/b.pdf"]), (["通知", "决 算"], ["/a.pdf", "/b.pdf"]),
    ] {
      let fetching = try Fetching()
      #expect(try fetching.run([server.address("/")], words.flatMap { ["--follow", $0] }).exitCode == 0)
      #expect(try targets(fetching, .document, server) == names)
    }
  }

  @Test func limitOnPages() throws {
    let server = try LocalServer { request in
      let page = Int(request.target.drop { $0 != "=" }.dropFirst()) ?? 1
      return request.target.hasPrefix("/list") ? .page("<a href='/list?page=\(page + 1)'>下一页</a>") : .notFound
    }
    defer { server.stop() }
    let fetching = try Fetching()
    let outcome = try fetching.run([server.address("/list")], ["--max-pages", "3"])
    #expect(outcome.exitCode == 0)
    #expect(server.requests.count == 4)
    #expect(try fetching.outcome(server.address("/list?page=5")) == "skipped pageLimit")
    #expect(outcome.errors.contains("4 fetched, 1 skipped (4 of them pages); reasons: 1 pageLimit"))
  }

  @Test func otherHosts() throws {
    let other = try LocalServer(host: "127.0.0.2") { request in
      request.target == "/p.html" ? .page("<a href='x.pdf'>x</a>") : .pdf()
    }
    let list = "<a href='\(other.address("/p.html"))'>决算</a><a href='\(other.address("/y.pdf"))'>y</a>"
    let server = try server(["/": list])
    defer {
      server.stop()
      other.stop()
    }
    // The other host is in a private network too, so the list has to name it.
    let fetching = try Fetching()
    let lists = [server.address("/"), other.address("/z.pdf")]
    #expect(try fetching.run(lists).exitCode == 0)
    #expect(other.requests.map(\.target).sorted() == ["/y.pdf", "/z.pdf"])
    #expect(try fetching.run(lists, ["--any-host"]).exitCode == 0)
    #expect(other.requests.contains { $0.target == "/x.pdf" })
  }

  @Test func pageInGB18030() throws {
    let list: [UInt8] =
      Array("<meta charset=gb2312><a href=a.html>".utf8) + [0xBE, 0xF6, 0xCB, 0xE3] + Array("</a>".utf8)
    let server = try LocalServer { request in
      switch request.target {
      case "/": LocalServer.Response(list, headers: [("Content-Type", "text/html")])
      case "/a.html": .page("<a href='a.pdf'>a</a>")
      case "/a.pdf": .pdf()
      default: .notFound
      }
    }
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/")]).exitCode == 0)
    #expect(try fetching.record(server.address("/a.html")).text == "决算")
    #expect(fetching.files().count == 1)
  }

  @Test func downloadsWithoutASuffix() throws {
    let server = try LocalServer { request in
      switch request.target {
      case "/": return .page("<a href='down.do?id=1'>附件1</a><a href='down.do?id=2'>附件：2</a>")
      case "/down.do?id=1":
        var response = LocalServer.Response.pdf()
        response.headers.append(("Content-Disposition", Array("attachment; filename*=UTF-8''%E5%B1%80.pdf".utf8)))
        return response
      case "/down.do?id=2": return .page("请先登录")
      default: return .notFound
      }
    }
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/")]).exitCode == 0)
    #expect(try fetching.record(server.address("/down.do?id=1")).kind == .document)
    #expect(fetching.files().keys.first?.contains("/局-") == true)
    #expect(try fetching.record(server.address("/down.do?id=2")).kind == .page)
  }

  @Test func knownPagesAreReadAgain() throws {
    let list = Shared("<a href='a.pdf'>a</a>")
    let server = try LocalServer { request in
      if request.target == "/" {
        let page = Sample.page(list.value)
        return .file(page, for: request, etag: "\"\(list.value.count)\"", headers: [("Content-Type", "text/html")])
      }
      return request.target == "/robots.txt" ? .notFound : .pdf(request.target)
    }
    defer { server.stop() }
    let fetching = try Fetching()
    #expect(try fetching.run([server.address("/")]).exitCode == 0)
    // The page did not change; its documents are looked after all the same.
    server.clearLog()
    #expect(try fetching.run([server.address("/")]).exitCode == 0)
    #expect(server.requests.map(\.target) == ["/", "/a.pdf"])
    list.value = "<a href='a.pdf'>a</a><a href='b.pdf'>b</a>"
    server.clearLog()
    #expect(try fetching.run([server.address("/")], ["--new-only"]).exitCode == 0)
    #expect(server.requests.map(\.target) == ["/", "/b.pdf"])
    #expect(fetching.files().count == 2)
  }
}
