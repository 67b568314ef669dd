import PageContent
import Testing

@testable import Containers

@Suite struct XMLReaderTests {
  private final class Outline: XMLHandler {
    var text = ""
    var isDone = false
    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      text += "<\(name.vocabulary == .other ? "" : "\(name.vocabulary):")\(name.local)"
      if let value = attributes["val"] { text += " \(value)" }
      text += ">"
    }
    func end(_ name: XMLName) { text += "</>" }
    func text(_ bytes: UnsafeBufferPointer<UInt8>) { text += String(decoding: bytes, as: UTF8.self) }
  }

  private func outline(_ xml: String) throws -> String {
    let outline = Outline()
    try XMLReader.read(Array(xml.utf8), named: "part", into: outline)
    return outline.text
  }

  @Test func namespacesInBothSpellings() throws {
    let old = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    for namespace in [old, strict] {
      #expect(try outline("<w:p xmlns:w='\(namespace)' w:val='1'>a&amp;b<x/></w:p>") == "<word:p 1>a&b<x></></>")
    }
  }

  @Test func noEntities() {
    let laughs = """
      <!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><l>&b;</l>
      """
    #expect(throws: InputError.damaged("XML", "part: it has a document type, which may make entities")) {
      try outline(laughs)
    }
    let external = "<!DOCTYPE l SYSTEM 'file:///etc/passwd'><l/>"
    #expect(throws: InputError.self) { try outline(external) }
  }

  @Test func depth() throws {
    let deep = String(repeating: "<a>", count: 600) + String(repeating: "</a>", count: 600)
    #expect(throws: InputError.damaged("XML", "part: elements are nested too deep")) { try outline(deep) }
  }

  @Test(arguments: ["", "<a>", "<a></b>", "<a b=></a>", "no", "<a>\u{1}</a>"])
  func broken(xml: String) {
    #expect(throws: InputError.self) { try outline(xml) }
  }
}
