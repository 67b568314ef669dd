import CCurl
import Testing

@testable import Harvest

/// What the heads of answers say.
@Suite struct HeaderTests {
  private func head(_ lines: [String]) -> ResponseHead {
    var head = ResponseHead()
    for line in lines {
      let isTaken = Array((line + "\r\n").utf8).withUnsafeBufferPointer { head.add($0) }
      #expect(isTaken)
    }
    return head
  }

  @Test func lastHeadCounts() {
    let head = head(["HTTP/1.1 100 Continue", "X: a", "", "HTTP/1.1 404 Not Found", "ETag:  \"b\" ", ""])
    #expect(head.status == 404)
    #expect(head.statusLine == "404 Not Found")
    #expect(head["etag"] == "\"b\"")
    #expect(head["x"] == nil)
  }

  @Test func locationKeepsItsBytes() {
    #expect(head(["HTTP/1.1 302 x", "Location: /局?a=1"]).location == "/%E5%B1%80?a=1")
  }

  @Test(
    arguments: [
      ("bytes 5-9/10", 5, 9, 10), ("bytes 0-0/*", 0, 0, nil), ("Bytes 5 - 9 / 10", 5, 9, 10),
    ] as [(String, Int, Int, Int?)])
  func ranges(text: String, first: Int, last: Int, total: Int?) {
    let range = ContentRange(text)
    #expect(range?.first == first && range?.last == last && range?.total == total)
  }

  @Test(arguments: [
    "bytes */10", "bytes 5-9", "bytes 9-5/10", "bytes 5-10/10", "bytes a-b/c", "pages 1-2/3", "",
    "bytes 5-9223372036854775807/*", "bytes 9223372036854775807-9223372036854775807/*",
    "bytes 5-9/9223372036854775807",
    "bytes 5-99999999999999999999/*", "bytes -5-9/10", "bytes +5-9/10", "bytes 5--9/10",
  ])
  func rangesThatAreNone(text: String) { #expect(ContentRange(text) == nil) }

  @Test(arguments: ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])
  func dates(text: String) { #expect(HTTPDate.seconds(text) == 784_111_777) }

  @Test(arguments: [
    "", "tomorrow", "Sun, 32 Nov 1994 08:49:37 GMT", "1994-11-06", "Sun, 06 Foo 1994 08:49:37 GMT",
    "Sun, 06 Nov 9223372036854775807 08:49:37 GMT", "Sun, 9223372036854775807 Nov 94 08:49:37 GMT",
    "Sun, 06 Nov 1994 9223372036854775807:49:37 GMT", "Sun Nov  6 08:49:37 99999999999999999999",
  ])
  func datesThatAreNone(text: String) { #expect(HTTPDate.seconds(text) == nil) }

  @Test func timestamps() {
    #expect(HTTPDate.timestamp(784_111_777) == "1994-11-06T08:49:37Z")
    #expect(HTTPDate.seconds(ofTimestamp: "1994-11-06T08:49:37Z") == 784_111_777)
    #expect(HTTPDate.seconds(ofTimestamp: "1994-11-06") == nil)
    #expect(HTTPDate.seconds(ofTimestamp: "9223372036854775807-11-06T08:49:37Z") == nil)
  }

  @Test func waits() {
    #expect(head(["HTTP/1.1 503 x", "Retry-After: 120"]).retryAfter(now: 0) == 120)
    #expect(head(["HTTP/1.1 503 x", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"]).retryAfter(now: 784_111_700) == 77)
    #expect(head(["HTTP/1.1 503 x", "Retry-After: Sun, 06 Nov 1994 08:49:37 GMT"]).retryAfter(now: 800_000_000) == 0)
    #expect(head(["HTTP/1.1 503 x", "Retry-After: soon"]).retryAfter(now: 0) == nil)
    #expect(head(["HTTP/1.1 503 x"]).retryAfter(now: 0) == nil)
  }

  @Test(arguments: ["9223372036854775807", "99999999999999999999", "1e308", "inf", "0x7fffffffffffffff", "nan", "-1"])
  func waitsThatNobodyWaits(value: String) {
    let wait = head(["HTTP/1.1 503 x", "Retry-After: \(value)"]).retryAfter(now: 0)
    #expect(wait.map { $0 <= 1e9 } ?? true)
    #expect(wait == nil || Retry.delay(attempt: 1, asked: wait, HarvestOptions(userAgent: "a/1")) == nil)
  }

  @Test(arguments: ["HTTP/1.1 99999999999999999999 x", "HTTP/1.1 -20 x", "HTTP/1.1", "HTTP/1.1 +20"])
  func statusesThatAreNone(line: String) { #expect((0...999).contains(head([line]).status)) }

  @Test func whatIsKeptIsShort() {
    let long = String(repeating: "a", count: 5000)
    let cookies = (0..<9).map { "Set-Cookie: \($0)\(long)=1" }
    let head = head(["HTTP/1.1 200 x", "ETag: \"\(long)\"", "Content-Type: a/b"] + cookies)
    #expect(head.kept("etag") == nil)
    #expect(head.kept("content-type") == "a/b")
    #expect(head.cookies.count == 1)
  }

  @Test(arguments: [
    ("attachment; filename=\"a b.pdf\"", "a b.pdf"), ("attachment; filename=a.pdf; size=3", "a.pdf"),
    ("attachment; filename*=UTF-8''%E5%B1%80.pdf", "局.pdf"), ("attachment; filename*=gbk''%BE%D6.pdf", "局.pdf"),
    ("attachment; filename=\"x.pdf\"; filename*=utf-8'zh'%E5%B1%80.pdf", "局.pdf"),
    ("attachment; filename=\"UTF-8''%E5%B1%80.pdf\"", "局.pdf"), ("attachment; filename=%BE%D6.pdf", "局.pdf"),
    ("attachment; filename=\"局.pdf\"", "局.pdf"), ("attachment;FileName = \"a\\\"b;c.pdf\"", "a\"b;c.pdf"),
    ("attachment; filename=\"a;b.pdf\"", "a;b.pdf"), ("attachment; filename=\"unclosed.pdf", "unclosed.pdf"),
    ("inline", nil), ("attachment; filename=", nil), ("attachment; filename=\"\"", nil), ("", nil), (";;;", nil),
    ("filename=a.pdf", nil),
  ])
  func fileNames(field: String, expected: String?) {
    #expect(ContentDisposition.fileName(Array(field.utf8)) == expected)
  }

  @Test func fileNameInGB18030() {
    let field = Array("attachment; filename=\"".utf8) + [0xBE, 0xD6] + Array(".pdf\"".utf8)
    #expect(ContentDisposition.fileName(field) == "局.pdf")
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("10.1.2.3", true), ("172.16.0.1", true), ("172.32.0.1", false), ("192.168.1.1", true),
    ("169.254.169.254", true), ("100.64.0.1", true), ("0.0.0.0", true), ("224.0.0.1", true), ("8.8.8.8", false),
    ("202.96.128.86", false), ("::1", true), ("::", true), ("fe80::1", true), ("fc00::1", true),
    ("::ffff:127.0.0.1", true), ("::ffff:8.8.8.8", false), ("64:ff9b::a00:1", true), ("2002:7f00:1::", true),
    ("2001:4860:4860::8888", false), ("240e::1", false), ("ff02::1", true),
  ])
  func privateAddresses(literal: String, isPrivate: Bool) { #expect(ccurl_is_private(literal) == isPrivate) }
}
