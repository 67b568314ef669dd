import Testing

@testable import Harvest

/// Addresses in one spelling, and references on pages.
@Suite struct WebAddressTests {
  @Test(arguments: [
    ("HTTP://Example.GOV.cn:80/a/./b/../c.pdf#page=2", "http://example.gov.cn/a/c.pdf"),
    ("https://example.cn:443", "https://example.cn/"),
    ("http://example.cn:8080?a=1", "http://example.cn:8080/?a=1"),
    (" http://example.cn/2024年 决算.pdf ", "http://example.cn/2024%E5%B9%B4%20%E5%86%B3%E7%AE%97.pdf"),
    ("http://example.cn/%e5%86%b3%25.pdf", "http://example.cn/%E5%86%B3%25.pdf"),
    ("http://example.cn/100%.pdf", "http://example.cn/100%25.pdf"),
    ("http://example.cn\\a\\b.pdf", "http://example.cn/a/b.pdf"),
    ("http://example.cn/../../a", "http://example.cn/a"),
    ("http://example.cn/a/%2E%2e/b", "http://example.cn/b"),
    ("http://example.cn./a", "http://example.cn/a"),
    ("http://[::1]:8080/a", "http://[::1]:8080/a"),
    ("http://财政局.政务/a", "http://财政局.政务/a"),
    ("http://example.cn/a,b;c=d&e.pdf", "http://example.cn/a,b;c=d&e.pdf"),
  ])
  func spelling(given: String, expected: String) throws {
    let address = try WebAddress(given)
    #expect(address.text == expected)
    #expect(try WebAddress(address.text) == address)
  }

  @Test(arguments: [
    ("example.cn/a.pdf", WebAddress.Problem.notAnAddress), ("", .notAnAddress), ("http:/a", .notAnAddress),
    ("ftp://example.cn/a", .otherScheme("ftp")), ("file:///etc/passwd", .otherScheme("file")),
    ("javascript:void(0)", .otherScheme("javascript")), ("http://user@example.cn/", .credentials),
    ("http:///a", .invalidHost), ("http://a b/", .invalidHost), ("http://a:0/", .invalidHost),
    ("http://a:99999/", .invalidHost), ("http://a:+80/", .invalidHost), ("http://[zz]/", .invalidHost),
    ("http://a%2fb/", .invalidHost), ("http://a:9223372036854775807/", .invalidHost),
    ("http://a:99999999999999999999/", .invalidHost), ("http://a:-80/", .invalidHost),
  ])
  func problems(given: String, problem: WebAddress.Problem) {
    #expect(throws: problem) { try WebAddress(given) }
  }

  @Test(arguments: [
    ("a.pdf", "http://example.cn/zw/2024/a.pdf"), ("./a.pdf", "http://example.cn/zw/2024/a.pdf"),
    ("../a.pdf", "http://example.cn/zw/a.pdf"), ("/a.pdf", "http://example.cn/a.pdf"),
    ("//other.cn/a.pdf", "http://other.cn/a.pdf"), ("?page=2", "http://example.cn/zw/2024/index.html?page=2"),
    ("", "http://example.cn/zw/2024/index.html?page=1"), ("#top", "http://example.cn/zw/2024/index.html?page=1"),
    ("https://other.cn", "https://other.cn/"), ("a\n b.pdf", "http://example.cn/zw/2024/a%20b.pdf"),
    ("..\\a.pdf", "http://example.cn/zw/a.pdf"), ("a.jsp?f=x\\y", "http://example.cn/zw/2024/a.jsp?f=x%5Cy"),
  ])
  func references(given: String, expected: String) throws {
    let page = try WebAddress("http://example.cn/zw/2024/index.html?page=1")
    #expect(try WebAddress(given, on: page).text == expected)
  }

  @Test func lengthOfAnAddress() throws {
    let long = String(repeating: "a", count: 9000)
    let page = try WebAddress("http://example.cn/" + String(repeating: "b", count: 8000) + "/")
    #expect(throws: WebAddress.Problem.tooLong) { try WebAddress("http://example.cn/" + long) }
    #expect(throws: WebAddress.Problem.tooLong) { try WebAddress("http://example.cn/?" + long) }
    // What is encoded counts.
    #expect(throws: WebAddress.Problem.tooLong) { try WebAddress("/" + String(repeating: "决", count: 1000), on: page) }
    #expect(throws: WebAddress.Problem.tooLong) { try WebAddress(String(repeating: "c", count: 300), on: page) }
    #expect(try WebAddress("/" + String(repeating: "c", count: 300), on: page).text.utf8.count == 318)
  }

  @Test func encodingOfAPage() throws {
    let page = try WebAddress("http://example.cn/")
    // As browsers do: the path in UTF-8, the query in the page's encoding.
    let address = try WebAddress("决.jsp?局=财", on: page, encoding: .gb18030)
    #expect(address.text == "http://example.cn/%E5%86%B3.jsp?%BE%D6=%B2%C6")
  }

  @Test(arguments: [
    ("http://a.cn/x/P02024.pdf", "P02024.pdf"), ("http://a.cn/down.jsp?id=3&file=%BE%D6.doc", "局.doc"),
    ("http://a.cn/down?f=/a/b/c.xls", "c.xls"), ("http://a.cn/a.html", nil), ("http://a.cn/", nil),
  ])
  func documentNames(given: String, name: String?) throws {
    #expect(try WebAddress(given).documentName == name)
  }
}
