/// Writes small PDFs for the tests, with objects as readable text.
package struct TinyPDF {
  package struct Page {
    package var content: String
    /// Streams that the content goes on in.
    package var further: [String] = []
    /// What the dictionaries of these streams hold besides their lengths.
    package var entries = ""
    package var width = 595
    package var height = 842.0
    package var rotation = 0
  }

  package var pages: [Page] = []
  /// What the page tree says, if it lies.
  package var claimedPageCount: Int?

  // Objects 1 to 3 are the catalogue, the page tree and the resources that all pages and forms share.
  private static let reservedObjects = 3
  package static let resources = "3 0 R"

  private var bodies: [String] = []
  private var fonts = ""
  private var xObjects = ""
  private var states = ""
  private var patterns = ""
  private var layers: [(name: String, object: Int, isVisible: Bool)] = []

  /// A PDF with a page for each content stream; /F1 is Helvetica, /F2 its bold.
  package init(_ contents: String...) { self.init(pages: contents) }

  package init(pages contents: [String]) {
    pages = contents.map { Page(content: $0) }
    addFont("F1", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    addFont("F2", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold>>")
  }

  /// Adds an object and returns its number.
  package mutating func addObject(_ body: String) -> Int {
    bodies.append(body)
    return TinyPDF.reservedObjects + bodies.count
  }

  /// `entries` go into the stream's dictionary.
  package mutating func addStream(_ entries: String, _ data: String) -> Int {
    addObject("<<\(entries)/Length \(data.utf8.count)>>\nstream\n\(data)\nendstream")
  }

  package mutating func addFont(_ name: String, _ body: String) { addFont(name, object: addObject(body)) }

  package mutating func addFont(_ name: String, object: Int) { fonts += "/\(name) \(object) 0 R" }

  package mutating func addXObject(_ name: String, _ object: Int) { xObjects += "/\(name) \(object) 0 R" }

  /// Adds a font whose codes are UTF-16, two bytes each; a digit or letter takes half the width of the rest.
  package mutating func addUnicodeFont(_ name: String) {
    let descriptor = addObject(
      "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/Ascent 900/Descent -200/ItalicAngle 0"
        + "/CapHeight 700/StemV 80>>")
    let descendant = addObject(
      "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/FontDescriptor \(descriptor) 0 R/DW 1000/W[32 126 500]"
        + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>")
    let unicode = addStream(
      "",
      """
      /CIDInit/ProcSet findresource begin 12 dict begin begincmap /CMapName/U def /CMapType 2 def
      1 begincodespacerange <0000> <FFFF> endcodespacerange
      1 beginbfrange <0000> <FFFF> <0000> endbfrange
      endcmap end end
      """)
    addFont(
      name,
      "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[\(descendant) 0 R]"
        + "/ToUnicode \(unicode) 0 R>>")
  }

  @discardableResult
  package mutating func addForm(_ name: String, _ content: String, entries: String = "") -> Int {
    let number = addStream(
      "/Type/XObject/Subtype/Form/BBox[0 0 1000 1000]/Resources \(TinyPDF.resources)\(entries)", content)
    xObjects += "/\(name) \(number) 0 R"
    return number
  }

  /// - Parameter data: all of its pixels if nil.
  package mutating func addGrayImage(_ name: String, width: Int, height: Int, data: String? = nil) {
    let number = addStream(
      "/Type/XObject/Subtype/Image/Width \(width)/Height \(height)/BitsPerComponent 8/ColorSpace/DeviceGray",
      data ?? String(repeating: "a", count: width * height))
    xObjects += "/\(name) \(number) 0 R"
  }

  package mutating func addState(_ name: String, _ body: String) {
    states += "/\(name) \(body)"
  }

  /// A layer for `/OC /name BDC`.
  package mutating func addLayer(_ name: String, isVisible: Bool) {
    layers.append((name, addObject("<</Type/OCG/Name(\(name))>>"), isVisible))
  }

  private var layerProperties: String {
    "<<\(layers.map { "/\($0.name) \($0.object) 0 R" }.joined())>>"
  }

  private var layerConfiguration: String {
    if layers.isEmpty { return "" }
    func list(_ layers: [(name: String, object: Int, isVisible: Bool)]) -> String {
      layers.map { "\($0.object) 0 R" }.joined(separator: " ")
    }
    return "/OCProperties<</OCGs[\(list(layers))]/D<</OFF[\(list(layers.filter { !$0.isVisible }))]>>>>"
  }

  package mutating func addPattern(_ name: String, _ object: Int) {
    patterns += "/\(name) \(object) 0 R"
  }

  package func bytes() -> [UInt8] {
    var objects = bodies
    var kids = ""
    for page in pages {
      var contents: [String] = []
      for content in [page.content] + page.further {
        objects.append("<<\(page.entries)/Length \(content.utf8.count)>>\nstream\n\(content)\nendstream")
        contents.append("\(TinyPDF.reservedObjects + objects.count) 0 R")
      }
      objects.append(
        """
        <</Type/Page/Parent 2 0 R/MediaBox[0 0 \(page.width) \(page.height)]/Rotate \(page.rotation)\
        /Resources \(TinyPDF.resources)/Contents [\(contents.joined(separator: " "))]>>
        """)
      kids += "\(TinyPDF.reservedObjects + objects.count) 0 R "
    }
    let reserved = [
      "<</Type/Catalog/Pages 2 0 R\(layerConfiguration)>>",
      "<</Type/Pages/Kids[\(kids)]/Count \(claimedPageCount ?? pages.count)>>",
      "<</Font<<\(fonts)>>/XObject<<\(xObjects)>>/ExtGState<<\(states)>>/Pattern<<\(patterns)>>"
        + "/Properties\(layerProperties)>>",
    ]
    var file = "%PDF-1.7\n"
    var table = "0000000000 65535 f \n"
    for (index, body) in (reserved + objects).enumerated() {
      let offset = String(file.utf8.count)
      table += String(repeating: "0", count: 10 - offset.count) + offset + " 00000 n \n"
      file += "\(index + 1) 0 obj\n\(body)\nendobj\n"
    }
    let size = reserved.count + objects.count + 1
    let start = file.utf8.count
    file += "xref\n0 \(size)\n\(table)trailer\n<</Size \(size)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}
