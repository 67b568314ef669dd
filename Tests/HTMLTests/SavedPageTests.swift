import PageContent
import TableStructure
import Testing

@testable import HTML

@Suite struct SavedPageTests {
  private func message(_ coding: String, _ body: String, charset: String = "utf-8", end: String = "--b--\r\n")
    -> [UInt8]
  {
    let text = """
      From: <Saved>\r
      MIME-Version: 1.0\r
      Content-Type: multipart/related;\r
      \tboundary="b"; type="text/html"\r
      \r
      --b\r
      Content-Type: text/html; charset="\(charset)"\r
      Content-Transfer-Encoding: \(coding)\r
      \r
      \(body)\r
      --b\r
      Content-Type: text/css\r
      \r
      .x{display:none}\r
      \(end)
      """
    return Array(text.utf8)
  }

  private func lines(_ bytes: [UInt8]) throws -> [String] {
    let content = try #require(try HTMLFile.read(FileContent(bytes)))
    #expect(content.mediaType == "multipart/related")
    return content.parts.flatMap { part -> [String] in
      guard case .flow(let blocks) = part else { return [] }
      return blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } }
    }
  }

  @Test func packings() throws {
    #expect(
      try lines(message("quoted-printable", "<p>=E6=94=\r\n=B6=E5=85=A5 1=3D1 =zz<p class=3Dx>1")) == ["收入 1=1 =zz"])
    #expect(try lines(message("base64", "PHA+5pS2\r\n5YWl")) == ["收入"])
    #expect(try lines(message("8bit", "<p>收入", end: "")) == ["收入"])
    #expect(try lines(message("quoted-printable", "<p>=CA=D5=C8=EB=B2=BF=C3=C5", charset: "gb2312")) == ["收入部门"])
  }

  @Test func partsInParts() {
    var bytes = Array("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n".utf8)
    for _ in 0..<20 { bytes += Array("--b\nContent-Type: multipart/mixed; boundary=b\n\n".utf8) }
    #expect(throws: InputError.self) { try HTMLFile.read(FileContent(bytes)) }
    let unparted = Array("MIME-Version: 1.0\nContent-Type: multipart/related\n\n--b\n\n<p>1".utf8)
    #expect(throws: InputError.damaged("saved page", "it does not say what parts its parts")) {
      try HTMLFile.read(FileContent(unparted))
    }
  }

  @Test func aTextWithAColonIsNone() throws {
    #expect(try HTMLFile.read(FileContent(Array("Content-Type: 收入\n\n".utf8))) == nil)
  }
}
