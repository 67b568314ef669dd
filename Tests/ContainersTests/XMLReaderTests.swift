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

  @Test func prefixesMeanWhatTheElementsAroundDeclare() throws {
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let inner = "<b xmlns='\(sheet)'><a:c xmlns:a='\(sheet)'/><a:d xmlns=''><e/></a:d></b>"
    #expect(
      try outline("<a:p xmlns:a='\(word)'><p/>\(inner)</a:p>")
        == "<word:p><p></><sheet:b><sheet:c></><word:d><e></></></></>")
    // What declares a prefix is no attribute of its name.
    #expect(try outline("<a xmlns:val='x'/>") == "<a></>")
    #expect(try outline("<a xmlns:x='y' x:val='1' xml:space='preserve'/>") == "<a 1></>")
    #expect(throws: InputError.damaged("XML", "part: unbound prefix")) { try outline("<w:a/>") }
  }

  @Test func whatIsNotWantedIsPassedOver() throws {
    final class Skipping: XMLHandler {
      var names = ""
      var isDone = false
      var skipsContent = false
      func start(_ name: XMLName, _ attributes: XMLAttributes) {
        names += name.local
        skipsContent = name.local == "s"
      }
      func end(_ name: XMLName) { names += "/" + name.local }
      func text(_ bytes: UnsafeBufferPointer<UInt8>) { names += String(decoding: bytes, as: UTF8.self) }
    }
    let handler = Skipping()
    try XMLReader.read(Array("<a>1<s>2<x:b>3</x:b><s/>4</s>5<c/></a>".utf8), named: "part", into: handler)
    #expect(handler.names == "a1s/s5c/c/a")
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
