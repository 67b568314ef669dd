import Testing

@testable import Harvest

/// Names that servers give, made safe.
@Suite struct FileStemTests {
  @Test(arguments: [
    ("a.pdf", "a.pdf"), ("../../etc/passwd", "_.._etc_passwd"), ("..", ""), (".hidden", "hidden"),
    ("a\u{0}b\n", "a_b_"),
    ("a/b\\c:d*e?f\"g<h>i|j", "a_b_c_d_e_f_g_h_i_j"), ("  a . ", "a"), ("-rf", "rf"), ("\u{3000}决算", "决算"),
    ("决\u{202E}算", "决_算"), ("e\u{301}", "\u{E9}"), ("", ""), ("\u{FFFD}", "_"),
  ])
  func safe(given: String, expected: String) {
    #expect(FileStem.safe(given).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func lengthInBytes() {
    let name = FileStem.safe(String(repeating: "决", count: 100))
    #expect(name.utf8.count == 180)
  }

  @Test func originOfTheName() throws {
    let address = try WebAddress("http://a.cn/x/t2024.jsp?name=%E5%B1%80.pdf")
    #expect(FileStem.stem(given: "决算.PDF", address: address, digest: "0123456789") == "决算-01234567")
    #expect(FileStem.stem(given: nil, address: address, digest: "0123456789") == "局-01234567")
    #expect(
      FileStem.stem(given: "..", address: try WebAddress("http://a.cn/"), digest: "0123456789") == "index-01234567")
    #expect(
      FileStem.stem(given: nil, address: try WebAddress("http://a.cn/v1.2"), digest: "0123456789") == "v1.2-01234567")
  }

  @Test(arguments: [
    ("http://a.cn/", "a.cn"), ("http://a.cn:8080/", "a.cn_8080"), ("http://[::1]:80/", "__1"), ("http://局.cn/", "局.cn"),
  ])
  func folders(address: String, folder: String) throws {
    #expect(FileStem.folder(of: try WebAddress(address)) == folder)
  }
}
