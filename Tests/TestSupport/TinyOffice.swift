/// Word documents and workbooks as small as tests need them.
public enum TinyOffice {
  private static let types =
    #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  private static func relationships(_ targets: [(id: String, type: String, target: String)]) -> String {
    let parts = targets.map {
      #"<Relationship Id="\#($0.id)" Type="\#(office)/\#($0.type)" Target="\#($0.target)"/>"#
    }
    return #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"# + parts.joined()
      + "</Relationships>"
  }

  /// - Parameter parts: the content of further parts, by type: `numbering`, `styles`, `footnotes`, `header`.
  public static func document(_ body: String, parts: [String: String] = [:], isStrict: Bool = false) -> [UInt8] {
    let namespace = isStrict ? "http://purl.oclc.org/ooxml/wordprocessingml/main" : word
    let names = #"xmlns:w="\#(namespace)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#
    var zip = TinyZip()
    zip.add("[Content_Types].xml", Array(types.utf8))
    zip.add("_rels/.rels", Array(relationships([("rId1", "officeDocument", "word/document.xml")]).utf8))
    zip.add("word/document.xml", Array("<w:document \(names)><w:body>\(body)</w:body></w:document>".utf8))
    let sorted = parts.sorted { $0.key < $1.key }
    let targets = sorted.map { (id: $0.key, type: $0.key, target: "\($0.key).xml") }
    zip.add("word/_rels/document.xml.rels", Array(relationships(targets).utf8))
    for (type, content) in sorted {
      zip.add("word/\(type).xml", Array("<w:\(type) \(names)>\(content)</w:\(type)>".utf8))
    }
    return zip.bytes
  }

  /// - Parameters:
  ///   - sheets: the content of each worksheet, by name; one whose name begins with `!` is hidden.
  ///   - styles: the content of the style sheet.
  public static func workbook(
    _ sheets: KeyValuePairs<String, String>, styles: String = "", strings: [String] = [], settings: String = ""
  ) -> [UInt8] {
    var zip = TinyZip()
    zip.add("[Content_Types].xml", Array(types.utf8))
    zip.add("_rels/.rels", Array(relationships([("rId1", "officeDocument", "xl/workbook.xml")]).utf8))
    var list = ""
    var targets = [(id: "styles", type: "styles", target: "styles.xml")]
    targets.append((id: "strings", type: "sharedStrings", target: "sharedStrings.xml"))
    for (index, (name, content)) in sheets.enumerated() {
      let state = name.hasPrefix("!") ? #" state="hidden""# : ""
      list += #"<sheet name="\#(name.drop { $0 == "!" })" sheetId="\#(index + 1)"\#(state) r:id="s\#(index)"/>"#
      targets.append((id: "s\(index)", type: "worksheet", target: "worksheets/sheet\(index).xml"))
      zip.add("xl/worksheets/sheet\(index).xml", Array(#"<worksheet xmlns="\#(sheet)">\#(content)</worksheet>"#.utf8))
    }
    let workbook =
      #"<workbook xmlns="\#(sheet)" xmlns:r="\#(office)">\#(settings)<sheets>\#(list)</sheets></workbook>"#
    zip.add("xl/workbook.xml", Array(workbook.utf8))
    zip.add("xl/_rels/workbook.xml.rels", Array(relationships(targets).utf8))
    zip.add("xl/styles.xml", Array(#"<styleSheet xmlns="\#(sheet)">\#(styles)</styleSheet>"#.utf8))
    let texts = strings.map { "<si><t>\($0)</t></si>" }.joined()
    zip.add("xl/sharedStrings.xml", Array(#"<sst xmlns="\#(sheet)">\#(texts)</sst>"#.utf8))
    return zip.bytes
  }
}
