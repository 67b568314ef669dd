import PageContent
import TestSupport
import Testing

@testable import OFD

/// An OFD document of pages, as small as tests need it.
private func ofd(
  _ pages: [String], resources: String = "", templates: [String: String] = [:], listed: [Int]? = nil
) -> FileContent {
  let space = #"xmlns:ofd="http://www.ofdspec.org/2016""#
  var zip = TinyZip()
  func add(_ name: String, _ element: String, _ content: String) {
    zip.add(name, Array("<ofd:\(element) \(space)>\(content)</ofd:\(element)>".utf8))
  }
  add("OFD.xml", "OFD", "<ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>")
  let listedPages = (listed ?? Array(pages.indices)).map {
    #"<ofd:Page ID="\#($0)" BaseLoc="Pages/P\#($0)/Content.xml"/>"#
  }
  let listedTemplates = templates.keys.sorted().map { #"<ofd:TemplatePage ID="\#($0)" BaseLoc="Tpls/\#($0).xml"/>"# }
  add(
    "Doc_0/Document.xml", "Document",
    """
    <ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>\
    <ofd:PublicRes>PublicRes.xml</ofd:PublicRes>\(listedTemplates.joined())</ofd:CommonData>\
    <ofd:Pages>\(listedPages.joined())</ofd:Pages>
    """)
  add("Doc_0/PublicRes.xml", "Res", resources)
  for (id, content) in templates {
    add("Doc_0/Tpls/\(id).xml", "Page", "<ofd:Content><ofd:Layer>\(content)</ofd:Layer></ofd:Content>")
  }
  for (index, content) in pages.enumerated() {
    let template =
      content.hasPrefix("<ofd:Template") ? content : "<ofd:Content><ofd:Layer>\(content)</ofd:Layer></ofd:Content>"
    add("Doc_0/Pages/P\(index)/Content.xml", "Page", template)
  }
  return FileContent(zip.bytes)
}

private func pages(_ content: FileContent) throws -> [Page] {
  var pages: [Page] = []
  try #require(try OFDFile(content)).forEachPage { pages.append($0) }
  return pages
}

private func text(_ text: String, x: Double = 10, y: Double = 20, more: String = "", code: String = "") -> String {
  #"""
  <ofd:TextObject ID="1" Boundary="\#(x) \#(y) 100 10" Font="1" Size="4" \#(more)>\#
  <ofd:TextCode X="0" Y="3.5" \#(code)>\#(text)</ofd:TextCode></ofd:TextObject>
  """#
}

@Suite struct OFDTests {
  @Test func charactersStandWhereTheStepsPutThem() throws {
    let page = try pages(ofd([text("收入12.5", code: #"DeltaX="4 4 g 3 2""#)]))[0]
    let millimetres = page.glyphs.map { ($0.x0 / 72 * 25.4 * 100).rounded() / 100 }
    #expect(millimetres == [10, 14, 18, 20, 22, 24])
    #expect(page.glyphs.map(\.scalar) == Array("收入12.5".unicodeScalars))
    #expect(abs(page.glyphs[0].baseline - 23.5 / 25.4 * 72) < 0.01)
    #expect(abs(page.glyphs[0].size - 4 / 25.4 * 72) < 0.01)
  }

  @Test func pathsAreRulings() throws {
    let frame =
      #"<ofd:PathObject Boundary="20 30 50 10" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L 50 0 L 50 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>"#
    let bar =
      #"<ofd:PathObject Boundary="20 60 50 0.3" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0 L 50 0 L 50 0.3 L 0 0.3 C</ofd:AbbreviatedData></ofd:PathObject>"#
    let white =
      #"<ofd:PathObject Boundary="0 0 9 9"><ofd:StrokeColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 9 0</ofd:AbbreviatedData></ofd:PathObject>"#
    let page = try pages(ofd([frame + bar + white]))[0]
    #expect(page.rulings.map(\.axis) == [.horizontal, .vertical, .horizontal, .vertical, .horizontal])
    #expect(abs(page.rulings[4].position - 60.15 / 25.4 * 72) < 0.01)
  }

  @Test func whatIsNotSeenIsMarkedOrLeftOut() throws {
    let page = try pages(
      ofd([
        text("甲") + text("乙", more: #"Visible="false""#) + text("丙", more: #"Fill="false""#)
          + #"<ofd:TextObject Boundary="0 0 9 9" Size="4"><ofd:FillColor Value="255 255 255"/><ofd:TextCode X="1" Y="4">丁</ofd:TextCode></ofd:TextObject>"#
      ]))[0]
    #expect(String(String.UnicodeScalarView(page.glyphs.map(\.scalar))) == "甲丙丁")
    #expect(page.glyphs.map(\.traits) == [[], [.invisible], [.pale, .backgroundColour]])
  }

  @Test func templatesAndCompositesAreDrawn() throws {
    let unit =
      #"<ofd:CompositeGraphicUnit ID="7"><ofd:Content>\#(text("乙"))<ofd:CompositeObject ResourceID="7"/></ofd:Content></ofd:CompositeGraphicUnit>"#
    let content =
      #"<ofd:Template TemplateID="t" ZOrder="Background"/><ofd:Content><ofd:Layer>\#(text("丙"))<ofd:CompositeObject ResourceID="7" Boundary="50 50 9 9"/></ofd:Layer></ofd:Content>"#
    let page = try pages(ofd([content], resources: unit, templates: ["t": text("甲")]))[0]
    #expect(String(String.UnicodeScalarView(page.glyphs.map(\.scalar))) == "甲丙乙")
    #expect(abs(page.glyphs[2].x0 - 60 / 25.4 * 72) < 0.01)
    #expect(page.problems == [.drawingErrors(1)])
  }

  @Test func turnedTextKeepsItsDirection() throws {
    let page = try pages(ofd([text("甲", more: #"CTM="0 1 -1 0 0 0""#)]))[0]
    #expect(page.glyphs.map(\.quarterTurns) == [1])
  }

  @Test func textDrawnAsShapesIsTold() throws {
    let letter =
      #"<ofd:PathObject Boundary="20 30 4 4" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0 B 1 1 2 2 3 0 Q 1 2 0 3 C</ofd:AbbreviatedData></ofd:PathObject>"#
    #expect(try pages(ofd([String(repeating: letter, count: 60)]))[0].problems == [.outlinedText])
  }

  @Test func stepsWithoutEnd() throws {
    let page = try pages(ofd([text("收入", code: #"DeltaX="g 1000000000 4""#)]))[0]
    #expect(page.glyphs.count == 2)
  }

  @Test func aMissingPageIsDamage() {
    #expect(throws: InputError.self) { try pages(ofd([text("甲")], listed: [0, 1])) }
  }

  @Test func aPageListedTwiceIsDamage() {
    #expect(throws: InputError.damaged("OFD document", "two pages are one part, “Pages/P0/Content.xml”")) {
      try pages(ofd([text("甲")], listed: [0, 0]))
    }
  }

  @Test func anotherZipIsNone() throws {
    #expect(try OFDFile(FileContent(TinyZip.of(["a.xml": "<a/>"]))) == nil)
  }
}
