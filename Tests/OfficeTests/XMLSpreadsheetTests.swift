import PageContent
import TableStructure
import TestSupport
import Testing

@testable import Office

@Suite struct XMLSpreadsheetTests {
  private let styles = """
    <Style ss:ID="Default"><Font ss:Size="11"/></Style>
    <Style ss:ID="f"><Borders><Border ss:Position="Left" ss:LineStyle="Continuous"/></Borders></Style>
    <Style ss:ID="n" ss:Parent="f"><NumberFormat ss:Format="Standard"/></Style>
    <Style ss:ID="w" ss:Parent="f"><NumberFormat ss:Format="0!.0,"/></Style>
    <Style ss:ID="d" ss:Parent="f"><NumberFormat ss:Format="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></Style>
    <Style ss:ID="white"><Font ss:Color="#FFFFFF"/></Style>
    """

  private func spreadsheet(_ sheets: String, head: String = #"<?xml version="1.0"?>"#) -> String {
    """
    \(head)
    <?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
     xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">
    <Styles>\(styles)</Styles>\(sheets)</Workbook>
    """
  }

  private func read(_ text: String) throws -> OfficeContent {
    try #require(try OfficeFile.read(FileContent(Array(text.utf8))))
  }

  private func data(_ text: String, _ type: String = "String") -> String {
    #"<Data ss:Type="\#(type)">\#(text)</Data>"#
  }

  @Test func framedTableWithLinesAround() throws {
    let rows = """
      <Row><Cell ss:MergeAcross="2">\(data("收入决算表"))</Cell></Row>
      <Row><Cell>\(data("部门：某局"))</Cell><Cell ss:Index="3">\(data("单位：万元"))</Cell></Row>
      <Row ss:StyleID="f"><Cell ss:MergeDown="1">\(data("项目"))<Comment><ss:Data>批注</ss:Data></Comment></Cell>
        <Cell ss:MergeAcross="1">\(data("金额"))</Cell></Row>
      <Row><Cell ss:Index="2" ss:StyleID="f">\(data("上年"))</Cell>
        <Cell ss:StyleID="f"><ss:Data ss:Type="String"><html:B>本</html:B>年</ss:Data></Cell></Row>
      <Row><Cell ss:StyleID="f">\(data("合计"))</Cell><Cell ss:StyleID="n">\(data("1802.6400000000001", "Number"))</Cell>
        <Cell ss:StyleID="w">\(data("18026400", "Number"))</Cell></Row>
      <Row ss:Index="7"><Cell>\(data("注：无"))</Cell></Row>
      """
    let content = try read(spreadsheet(#"<Worksheet ss:Name="Sheet1"><Table>\#(rows)</Table></Worksheet>"#))
    #expect(content.mediaType == "application/vnd.ms-spreadsheetml")
    #expect(
      text(of: content.blocks) == [
        "收入决算表", "部门：某局", "单位：万元", "项目↓2|金额→2", "上年|本年", "合计|1,802.64|1802.6", "注：无",
      ])
    guard case .table(let table) = content.blocks[3], let last = table.cells.last else { return }
    #expect(last.stored == "18026400")
    #expect(last.location == .sheet(WorkbookPlace(sheet: 1, name: "Sheet1", cells: CellRange(row: 5, column: 3))))
  }

  @Test func whatIsHidden() throws {
    let rows = """
      <Column ss:Index="2" ss:Hidden="1"/>
      <Row ss:StyleID="f"><Cell>\(data("项目"))</Cell><Cell>\(data("9", "Number"))</Cell><Cell>\(data("1", "Number"))</Cell></Row>
      <Row ss:Hidden="1"><Cell>\(data("藏"))</Cell></Row>
      <Row ss:StyleID="f"><Cell>\(data("合计"))</Cell><Cell ss:Index="3">\(data("2", "Number"))</Cell>
        <Cell ss:StyleID="white">\(data("7", "Number"))</Cell></Row>
      """
    let hidden = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    let content = try read(
      spreadsheet(
        #"<Worksheet ss:Name="甲"><Table>\#(rows)</Table></Worksheet>"#
          + #"<Worksheet ss:Name="旧"><Table><Row><Cell>\#(data("x"))</Cell></Row></Table>\#(hidden)</Worksheet>"#))
    #expect(text(of: content.blocks) == ["项目|1", "合计|2"])
    #expect(content.leftOut.map(\.reason) == [.hiddenColumn, .hiddenRow, .backgroundColour, .hiddenSheet])
  }

  @Test func kindsOfCells() throws {
    let cells = [
      data("2024-02-29T00:00:00.000", "DateTime"), data("1", "Boolean"), data("#REF!", "Error"), data("1,802.64"),
    ].enumerated().map { #"<Cell ss:StyleID="\#($0.offset == 0 ? "d" : "f")">\#($0.element)</Cell>"# }.joined()
    let content = try read(
      spreadsheet(#"<Worksheet ss:Name="a"><Table><Row>\#(cells)</Row><Row>\#(cells)</Row></Table></Worksheet>"#))
    #expect(text(of: content.blocks).first == "2024年2月29日|TRUE|#REF!|1,802.64")
  }

  /// What a declaration says of the encoding is not believed.
  @Test func encodings() throws {
    let sheet = #"<Worksheet ss:Name="a"><Table><Row><Cell>\#(data("某局部门决算"))</Cell></Row></Table></Worksheet>"#
    let text = spreadsheet(sheet, head: #"<?xml version="1.0" encoding="gb2312"?>"#)
    for encoding in ["GB18030", "UTF-8", "UTF-16"] {
      let bytes = try #require(TextConversion(Array(text.utf8), from: "UTF-8", to: encoding)).bytes
      let content = try #require(try OfficeFile.read(FileContent(bytes)))
      #expect(OfficeTests.text(of: content.blocks) == ["某局部门决算"])
    }
  }

  @Test func otherXML() throws {
    for text in ["<?xml version=\"1.0\"?><Workbook/>", "<a/>", "<", "某局 <Workbook", "<?xml"] {
      #expect(try OfficeFile.kind(of: FileContent(Array(text.utf8))) == nil)
    }
    #expect(throws: InputError.self) { try read(spreadsheet("<Worksheet>")) }
    let laughs = #"<?xml version="1.0"?><!DOCTYPE Workbook [<!ENTITY a "ha">]>"#
    #expect(throws: InputError.self) { try read(spreadsheet("", head: laughs)) }
  }

  /// Far-off places and spans cost no more than what is filled.
  @Test func claims() throws {
    let rows = """
      <Column ss:Span="2000000000" ss:Hidden="0"/><Row ss:Index="1" ss:Span="1048576"/>
      <Row ss:Index="3"><Cell ss:Index="16384" ss:MergeAcross="16384" ss:MergeDown="1048576">\(data("x"))</Cell></Row>
      """
    #expect(try read(spreadsheet(#"<Worksheet ss:Name="a"><Table>\#(rows)</Table></Worksheet>"#)).blocks.isEmpty)
  }
}
