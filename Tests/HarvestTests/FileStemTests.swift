import PageContent
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
    let digest = String(repeating: "01234567", count: 8)
    let digits = "0123456701234567" + "0123456701234567"
    #expect(FileStem.stem(given: "决算.PDF", address: address, digest: digest) == "决算-\(digits)")
    #expect(FileStem.stem(given: nil, address: address, digest: digest) == "局-\(digits)")
    #expect(FileStem.stem(given: "..", address: try WebAddress("http://a.cn/"), digest: digest) == "index-\(digits)")
    #expect(FileStem.stem(given: nil, address: try WebAddress("http://a.cn/v1.2"), digest: digest) == "v1.2-\(digits)")
  }

  @Test func addressesWhoseDigestsBeginAlike() throws {
    // Found in a second by trying; their first eight digits are the same.
    let addresses = try ["http://a.cn/down?id=3701", "http://a.cn/down?id=27701"].map { try WebAddress($0) }
    let digests = addresses.map { sha256(of: Array($0.text.utf8)) }
    #expect(digests[0].prefix(8) == digests[1].prefix(8))
    let stems = zip(addresses, digests).map { FileStem.stem(given: "a.pdf", address: $0, digest: $1) }
    #expect(stems[0] != stems[1])
  }

  @Test(arguments: [
    ("http://a.cn/", "a.cn"), ("http://a.cn:8080/", "a.cn_8080"), ("http://[::1]:80/", "__1"), ("http://局.cn/", "局.cn"),
  ])
  func folders(address: String, folder: String) throws {
    #expect(FileStem.folder(of: try WebAddress(address)) == folder)
  }
}
