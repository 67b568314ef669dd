import PageContent
import Testing

@testable import Harvest

/// Links on pages, as authorities write them.
@Suite struct WebPageTests {
  private func page(_ text: String, at address: String = "http://a.cn/zw/index.html") throws -> WebPage {
    WebPage(Array(text.utf8), at: try WebAddress(address), contentType: nil)
  }

  /// Kind, address without origin, and text.
  private func links(_ text: String, at address: String = "http://a.cn/zw/index.html") throws -> [String] {
    try page(text, at: address).links.map { "\($0.kind) \($0.address.target) \($0.text)" }
  }

  @Test func kindsOfLinks() throws {
    let found = try links(
      """
      <title> 决算
       公开 </title>
      <a href="a.pdf">2024年<b>度</b> 决算</a> <A HREF='/b.html' title="2023年度部门决算（全文）">2023年度部门…</A>
      <a href=c.doc>C</a><a href="d.html">附件1</a><a href="/down?id=3">决算.xls</a><a href=index_2.html>下一页&gt;</a>
      <a href="#x">x</a><a href="mailto:a@b.cn">m</a><a href="javascript:void(0)">j</a>
      <a href="e.html?a=1&amp;b=2">e</a><!-- <a href="old.pdf">old</a> -->
      """)
    #expect(
      found == [
        "document /zw/a.pdf 2024年度 决算", "page /b.html 2023年度部门决算（全文）", "document /zw/c.doc C",
        "attachment /zw/d.html 附件1", "document /down?id=3 决算.xls", "next /zw/index_2.html 下一页>",
        "page /zw/e.html?a=1&b=2 e",
      ])
    #expect(try page("<title> 决算\n 公开 </title>").title == "决算 公开")
  }

  @Test func base() throws {
    #expect(try links("<base href='/x/'><a href='a.pdf'>a</a>") == ["document /x/a.pdf a"])
  }

  @Test func scriptsThatDownload() throws {
    #expect(
      try links(
        """
        <a href="javascript:download('/f/a.pdf', 1)">a</a><a href="#" onclick='window.open("b.docx?x=1")'>b</a>
        <button onclick="go('c.xls')">c</button>
        """) == ["document /f/a.pdf a", "document /zw/b.docx?x=1 b", "document /zw/c.xls "])
  }

  @Test func framesAndViewers() throws {
    #expect(
      try links(
        """
        <iframe src="/pdfjs/web/viewer.html?file=/f/a.pdf"></iframe><embed src="b.pdf"><object data="c.pdf"></object>
        <iframe src="list.html"></iframe>
        """) == ["document /f/a.pdf ", "document /zw/b.pdf ", "document /zw/c.pdf ", "page /zw/list.html "])
  }

  @Test func recordsInAScript() throws {
    #expect(
      try links(
        """
        <script type="text/xml"><datastore><recordset><record><![CDATA[<li><a href="/art/1.html">决算</a></li>]]></record>
        </recordset></datastore></script>
        """) == ["page /art/1.html 决算"])
  }

  @Test func numberedPages() throws {
    #expect(
      try links(
        """
        <a href="index.html">1</a><a href="index_1.html">[2]</a><a href="index_2.html">第3页</a><a href="2024.html">2024</a>
        <a href="../other/index_1.html">2</a>
        """) == [
          "next /zw/index.html 1", "next /zw/index_1.html [2]", "next /zw/index_2.html 第3页", "page /zw/2024.html 2024",
          "page /other/index_1.html 2",
        ])
    #expect(try links("<a href='?page=2'>2</a>", at: "http://a.cn/list.jsp") == ["next /list.jsp?page=2 2"])
    #expect(
      try links("<a rel='nofollow next' href='x'>weiter</a><link rel=next href=y>") == [
        "next /zw/x weiter", "next /zw/y ",
      ])
    #expect(
      try links("<a href='x'>&gt;</a><a href='y'>»</a><a href='z'>首页 &gt; 决算</a>") == [
        "next /zw/x >", "next /zw/y »", "page /zw/z 首页 > 决算",
      ])
    #expect(try links("<meta http-equiv=Refresh content=\"0; URL='/new/'\">") == ["next /new/ "])
  }

  @Test(arguments: [
    ("createPageHTML(3, 0, \"index\", \"html\");", ["index_1.html", "index_2.html"]),
    ("createPageHTML('page_div',3, 1,'index','shtml',42);", ["index_2.shtml", "index_3.shtml"]),
    ("var countPage = 3 // pages\ncreatePageHTML(countPage, 0, 'list', 'htm')", ["list_1.htm", "list_2.htm"]),
    ("createPage( 2 , 0 , 'index' , 'html' )", ["index_1.html"]),
    ("createPageHTML(1, 0, 'index', 'html')", []), ("function createPageHTML(a, b, c, d) { }", []),
    ("var page=2, countPage = '3';createPageHTML(countPage, page, 'i', 'h')", ["i_1.h", "i_2.h"]),
    ("n == 5; n = x; n=\"3\"; n = 9; createPageHTML(n, 0, 'i', 'h')", ["i_1.h", "i_2.h"]),
    ("var m = 2; createPageHTML(n, m, 'i', 'h')", ["i_1.h"]), ("createPageHTML(n, 0, 'i', 'h')", []),
    ("createPageHTML(9223372036854775807, 0, 'i', 'h')", []),
    ("n=99999999999999999999;createPageHTML(n, 'i', 'h')", []),
    ("createPageHTML(-9223372036854775808, 0, 'i', 'h')", []),
    ("createPageHTML(3, 0, 'a b', 'html')", []), ("createPageHTML(", []), ("createPageHTML(9, 0)", []),
  ])
  func scriptedPages(script: String, expected: [String]) {
    #expect(ScriptedPages.references(in: script) == expected)
  }

  @Test func pagesBeyondNumber() {
    #expect(ScriptedPages.references(in: "createPageHTML(999999999999999, 0, 'i', 'h')").count == 10_000)
  }

  @Test func encodings() throws {
    let gbk = try #require(PageEncoding.gb18030.bytes(of: "<a href='局.jsp?名=局'>决算</a>"))
    let address = try WebAddress("http://a.cn/")
    let expected = "http://a.cn/%E5%B1%80.jsp?%C3%FB=%BE%D6"
    for (head, contentType) in [
      ("<meta charset=gb2312>", nil), ("<meta http-equiv=content-type content='text/html; charset=GBK'>", nil),
      ("", "text/html; charset=gb18030"), ("", nil), ("<meta charset=utf-8>", nil),
    ] {
      let page = WebPage(Array(head.utf8) + gbk, at: address, contentType: contentType)
      #expect(page.links.map(\.text) == ["决算"])
      #expect(page.links.map(\.address.text) == [expected])
    }
    let big5 = try #require(PageEncoding(label: "big5")?.bytes(of: "<a href=a>決算</a>"))
    #expect(WebPage(big5, at: address, contentType: "text/html; charset=Big5").links.map(\.text) == ["決算"])
    #expect(try page("\u{FEFF}<a href=a>决算</a>").links.map(\.text) == ["决算"])
  }

  @Test(arguments: [
    "<", "<a", "<a href", "<a href=", "<a href='", "<a href=\"x", "<!--", "<!", "</", "<script>", "<script",
    "<![CDATA[",
    "&", "&#", "&#x110000;", "<a href=a.pdf", "<a/href=x/>", "<title>", "\u{0}<a href=a.pdf>\u{0}",
  ])
  func brokenMarkup(text: String) throws {
    _ = try page(text)
    _ = try page("<p>" + text + "<a href=z.pdf>z</a>")
  }

  @Test func wordings() {
    #expect(LinkWording.shared.problems.isEmpty)
    for key in LinkWording.Key.allCases { #expect(!LinkWording.shared.words(key).isEmpty) }
    #expect(LinkWording.shared.isWord(" 下 一页", .next))
    #expect(!LinkWording.shared.isWord("下一篇", .next))
  }
}
