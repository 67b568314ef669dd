import PageContent
import TableStructure
import TestSupport
import Testing

@testable import Office

@Suite struct WordReaderTests {
  private func p(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
  }

  private func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>"
  }

  private func table(_ rows: String...) -> String {
    "<w:tbl><w:tblGrid/>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
  }

  @Test func paragraphsAndTables() throws {
    let content = try word(p("收入决算表") + table(cell("项目") + cell("金额"), cell("合计") + cell("1.00")) + p("注：无"))
    #expect(text(of: content.blocks) == ["收入决算表", "项目|金额", "合计|1.00", "注：无"])
    guard case .table(let table) = content.blocks[1] else { return }
    let place = PartPlace(part: .body, number: 1, block: 2, cells: CellRange(row: 2, column: 2))
    #expect(table.cells.last?.location == .part(place))
  }

  @Test func strictDocuments() throws {
    let bytes = TinyOffice.document(p("一"), isStrict: true)
    #expect(text(of: try WordReader.read(FileContent(bytes)).blocks) == ["一"])
  }

  @Test func mergedCells() throws {
    let content = try word(
      table(
        cell("项目", #"<w:vMerge w:val="restart"/>"#) + cell("支出", #"<w:gridSpan w:val="2"/>"#),
        cell("", "<w:vMerge/>") + cell("基本") + cell("项目")))
    #expect(text(of: content.blocks) == ["项目↓2|支出→2", "基本|项目"])
  }

  /// Converters make a column at every edge of every row.
  @Test func edgesThatNearlyMeet() throws {
    let grid =
      "<w:tblGrid>" + [2000, 30, 2000, 20, 1000].map { "<w:gridCol w:w=\"\($0)\"/>" }.joined() + "</w:tblGrid>"
    let rows = [
      cell("a", #"<w:gridSpan w:val="1"/>"#) + cell("b", #"<w:gridSpan w:val="3"/>"#) + cell("c"),
      cell("d", #"<w:gridSpan w:val="2"/>"#) + cell("e") + cell("f", #"<w:gridSpan w:val="2"/>"#),
    ]
    let body = "<w:tbl>\(grid)" + rows.map { "<w:tr>\($0)</w:tr>" }.joined() + "</w:tbl>"
    #expect(text(of: try word(body).blocks) == ["a|b|c", "d|e|f"])
  }

  @Test func shortRowsAreFilledUp() throws {
    let rows =
      "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>\(cell("b"))</w:tr><w:tr>\(cell("a"))\(cell("b"))</w:tr></w:tbl>"
    #expect(text(of: try word(rows).blocks) == ["|b", "a|b"])
  }

  @Test func tablesInTables() throws {
    let inner = table(cell("内") + cell("1.00"))
    let outer = "<w:tbl><w:tr><w:tc>\(p("外"))\(inner)\(p(""))</w:tc>\(cell("边"))</w:tr></w:tbl>"
    #expect(text(of: try word(outer).blocks) == ["外|边", "内|1.00"])
    // A frame of one cell is none.
    let frame = "<w:tbl><w:tr><w:tc>\(p("题"))\(inner)\(p(""))</w:tc></w:tr></w:tbl>"
    #expect(text(of: try word(frame).blocks) == ["题", "内|1.00"])
  }

  @Test func whatIsNotPrinted() throws {
    let body = """
      <w:p><w:r><w:t>共</w:t></w:r><w:del><w:r><w:delText>1.00</w:delText></w:r></w:del>\
      <w:ins><w:r><w:t>2.00</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>3.00</w:t></w:r>\
      <w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>4.00</w:t></w:r>\
      <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>万元</w:t></w:r></w:p>
      """
    let content = try word(body)
    #expect(text(of: content.blocks) == ["共2.00万元"])
    #expect(content.leftOut.map(\.reason) == [.deletedText, .hiddenText, .backgroundColour])
    #expect(content.leftOut.map(\.text) == ["1.00", "3.00", "4.00"])
  }

  @Test func propertiesBeforeAChangeDoNotCount() throws {
    let body = """
      <w:p><w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>粗</w:t></w:r></w:p>
      <w:tbl><w:tr><w:trPr><w:del/></w:trPr>\(cell("删"))</w:tr><w:tr>\(cell("留"))\(cell("1"))</w:tr></w:tbl>
      """
    let content = try word(body)
    #expect(text(of: content.blocks) == ["粗", "留|1"])
    #expect(content.leftOut.map(\.text) == ["删"])
  }

  @Test func whiteLettersOnAColourAreSeen() throws {
    let white = #"<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>项目</w:t></w:r>"#
    let head = #"<w:tc><w:tcPr><w:shd w:val="clear" w:fill="1F4E79"/></w:tcPr><w:p>\#(white)</w:p></w:tc>"#
    let content = try word("<w:tbl><w:tr>\(head)\(cell("金额"))</w:tr></w:tbl>")
    #expect(text(of: content.blocks) == ["项目|金额"])
    #expect(content.leftOut.isEmpty)
  }

  @Test func fields() throws {
    let body = """
      <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>收入决算表</w:t></w:r><w:r><w:tab/></w:r>\
      <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1 \\h</w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>\
      <w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
      """
    let content = try word(body)
    #expect(text(of: content.blocks) == ["收入决算表……5"])
    #expect(content.leftOut.map(\.reason) == [.fieldCode, .fieldCode])
  }

  @Test func textBoxesFollowTheirParagraph() throws {
    let box = "<w:pict><w:textbox><w:txbxContent>\(p("框"))</w:txbxContent></w:textbox></w:pict>"
    let body = """
      <w:p><w:r><mc:AlternateContent><mc:Choice>\(box)</mc:Choice><mc:Fallback>\(box)</mc:Fallback></mc:AlternateContent>\
      </w:r><w:r><w:t>前</w:t></w:r></w:p>\(p("后"))
      """
    #expect(text(of: try word(body).blocks) == ["前", "框", "后"])
  }

  @Test func lineBreaksAndTabsPartLines() throws {
    let body = """
      <w:p><w:r><w:t>部门：某局</w:t><w:tab/><w:t>单位：万元</w:t></w:r></w:p>
      <w:p><w:r><w:t>一</w:t><w:br/><w:t>二</w:t></w:r></w:p>
      """
    let content = try word(body)
    #expect(text(of: content.blocks) == ["部门：某局", "单位：万元", "一", "二"])
    guard case .paragraph(let second) = content.blocks[1] else { return }
    #expect(second.location == .part(PartPlace(part: .body, number: 1, block: 1, columns: 7...11)))
  }

  @Test func headsFeetAndNotes() throws {
    let content = try word(
      p("正文"),
      parts: [
        "header": p("某局"), "footer": p("— 3 —"),
        "footnotes": "<w:footnote w:type=\"separator\">\(p("线"))</w:footnote><w:footnote>\(p("注"))</w:footnote>",
      ])
    #expect(text(of: content.blocks) == ["正文", "注"])
    #expect(content.runningHeads.map(\.text) == ["某局", "— 3 —"])
    #expect(content.leftOut.map(\.reason) == [.runningHead, .pageNumber])
  }

  // MARK: Lists

  private let numbering = """
    <w:abstractNum w:abstractNumId="0">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="（%2）"/></w:lvl>
    <w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>
    <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    """

  private func item(_ text: String, _ level: Int, list: Int = 1) -> String {
    p(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  @Test func listNumbers() throws {
    let body = [
      item("a", 0), item("b", 1), item("c", 1), item("d", 2), item("e", 0), item("f", 1), item("g", 3),
      item("h", 0, list: 2), item("i", 0, list: 0),
    ].joined()
    #expect(
      text(of: try word(body, parts: ["numbering": numbering]).blocks)
        == ["一、a", "（1）b", "（2）c", "1.2.1d", "二、e", "（1）f", "g", "五、h", "i"])
  }

  @Test(arguments: [
    (1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (11, "chineseCounting", "十一"),
    (20, "chineseCounting", "二十"), (105, "chineseCountingThousand", "一百零五"), (110, "chineseCounting", "一百一十"),
    (12, "chineseLegalSimplified", "壹拾贰"), (3, "decimalEnclosedCircleChinese", "③"), (4, "upperRoman", "IV"),
    (28, "lowerLetter", "bb"), (2, "ideographTraditional", "乙"), (12, "decimalFullWidth", "１２"), (7, "bullet", ""),
    (5, "other", "5"),
  ])
  func numbers(number: Int, format: String, text: String) {
    #expect(ListNumber.text(number, format: format) == text)
  }

  // MARK: What is broken

  @Test func stylesInARing() throws {
    let styles = """
      <w:style w:styleId="a" w:type="paragraph"><w:basedOn w:val="b"/></w:style>
      <w:style w:styleId="b" w:type="paragraph"><w:basedOn w:val="a"/><w:outlineLvl w:val="1"/></w:style>
      """
    let content = try word(p("题", #"<w:pStyle w:val="a"/>"#), parts: ["styles": styles])
    guard case .paragraph(let paragraph) = content.blocks[0] else { return }
    #expect(paragraph.headingLevel == 2)
  }

  @Test func tablesTooDeep() {
    let deep =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: 40) + String(repeating: "</w:tc></w:tr></w:tbl>", count: 40)
    #expect(throws: InputError.self) { try word(deep) }
  }

  @Test func withoutAMainPart() {
    let bytes = TinyZip.of(["[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"])
    #expect(throws: InputError.damaged("Word document", "it has no main part")) {
      try WordReader.read(FileContent(bytes))
    }
  }
}
