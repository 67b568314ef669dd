import PageContent
import TableStructure
import Testing

@testable import HTML

@Suite struct FlowTests {
  @Test func spansOfRowsAndColumns() throws {
    let html = """
      <table border=1><thead><tr><th rowspan=2>项目<th colspan=2>支出<tr><th>基本<th>项目</thead>
      <tbody><tr><td rowspan=0>甲<td>1.00<td>2.00<tr><td>3.00<td>4.00</tbody>
      <tfoot><tr><td colspan=1000>合计</tfoot><tbody><tr><td>乙<td>5.00<td>6.00</table>
      """
    #expect(
      try lines(of: html) == [
        "项目↓2|支出→2", "基本|项目", "甲↓2|1.00|2.00", "3.00|4.00", "乙|5.00|6.00", "合计→3",
      ])
  }

  @Test("a head over the whole table, below its title, is a row of it; without a title it may be one")
  func headOverAll() throws {
    let table = """
      <table border=1><tr><td colspan=2>金额（万元）<tr><td>合计<td>公务接待费<tr><td>2.50<td>2.50</table>
      """
    #expect(try lines(of: "<p>“三公”经费支出表</p>" + table) == ["“三公”经费支出表", "金额（万元）→2", "合计|公务接待费", "2.50|2.50"])
    #expect(try lines(of: table) == ["金额（万元）", "合计|公务接待费", "2.50|2.50"])
  }

  @Test func paragraphsAsABrowserSetsThem() throws {
    let html = """
      <p>一、收入\n支出\n\n<b>情况</b>。<br>二、 其他&nbsp;情况 <div>三<p>四</div>五<ol start=2 type=a><li>六<li>七</ol>
      <h2>八</h2><pre>九  十\n十一</pre>
      """
    #expect(
      try lines(of: html) == ["一、收入支出情况。", "二、 其他 情况", "三", "四", "五", "b. 六", "c. 七", "八", "九 十", "十一"])
  }

  @Test func hiddenTextIsLeftOut() throws {
    let html = """
      <style>.x{display:none} td.w{color:#fff}</style>
      <p>甲<span class=x>1</span><span style='mso-hide:all'>2</span><span hidden>3</span>\
      <span style="visibility:hidden">4<i style="visibility:visible">乙</i></span><font color=white>5</font>\
      <span style="background:#00f;color:white">丙</span><del>6</del></p>
      <table border=1><tr><td>a<td>b<tr style="display:none"><td>7<td>8<tr><td>c<td class=w>9</table>
      """
    let content = try read(html)
    #expect(try lines(of: html) == ["甲乙丙", "a|b", "c|"])
    #expect(
      content.leftOut.map { "\($0.reason) \($0.text)" } == [
        "hiddenText 1", "hiddenText 2", "hiddenText 3", "hiddenText 4", "backgroundColour 5", "deletedText 6",
        "hiddenRow 78", "backgroundColour 9",
      ])
  }

  @Test func rulesBetweenComments() throws {
    let rules = "<!-- /* .a{} */ .a/**/{display:none}--> .b{display:none} /* .c{display:none}"
    let html = "<style>\(rules)</style><p class=a>1<p class=b>2<p class=c>3"
    #expect(try lines(of: html) == ["3"])
  }

  @Test func whatASitePutsAroundAnArticleIsLeftOut() throws {
    let html = """
      <header><a href=/>首页</a></header><nav>导航</nav>
      <div class=crumbs>位置：<a href=/>首页</a> &gt; <a href=/a>信息公开</a> &gt; <a href=/b>财政</a></div>
      <article><h1>某局2024年度决算</h1><p>目录 <a href="#a">一、概况</a> <a href="#b">二、报表</a></p><p>本年收入100万元。</p></article>
      <div><p>相关链接</p><ul><li><a href=/1>另一则通知</a><li><a href=/2>又一则通知</a></ul></div>
      <footer>版权所有</footer><script>document.write("1")</script>
      """
    #expect(try lines(of: html) == ["某局2024年度决算", "目录 一、概况 二、报表", "本年收入100万元。"])
    #expect(try read(html).leftOut.allSatisfy { $0.reason == .navigation })
  }

  @Test func aMenuLongerThanTheArticle() throws {
    let menu = (1...50).map { "<li><a href=/\($0)>一个栏目的名称\($0)</a>" }.joined()
    let html =
      "<div><div><ul>\(menu)</ul></div><div><p>收入表<table border=1><tr><td>项目<td>金额<tr><td>甲<td>1.00</table></div></div>"
    #expect(try lines(of: html) == ["收入表", "项目|金额", "甲|1.00"])
  }

  @Test func titleUnitAndNotesStandOutsideOfAnExportedSheet() throws {
    let html = """
      <html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style><!--
      .xl1 {border:.5pt solid windowtext;} .xl0 {mso-number-format:General;} --></style></head><body>
      <table border=0><tr><td colspan=2 class=xl0>收入支出决算总表</td></tr>
      <tr><td class=xl0>部门：某局</td><td class=xl0>单位：万元</td></tr>
      <tr><td class=xl1>项目</td><td class=xl1>金额</td></tr>
      <tr><td class=xl1>合计</td><td class=xl1 x:num="1802.6400000000001">1,802.64</td></tr>
      <tr><td colspan=2 class=xl0>注：本表反映收支。</td></tr></table></body></html>
      """
    #expect(try lines(of: html) == ["收入支出决算总表", "部门：某局", "单位：万元", "项目|金额", "合计|1,802.64", "注：本表反映收支。"])
    let content = try read(html)
    guard case .flow(let blocks) = content.parts[0], case .table(let table) = blocks[3] else {
      Issue.record("no table")
      return
    }
    #expect(table.cells[3].stored == "1802.6400000000001")
    #expect(table.cells[3].location.elementPlace?.path.text == "/html/body/table[1]")
    #expect(table.cells[3].location.cells?.description == "B4")
  }

  @Test func tablesThatOnlyPutThingsSideBySideAreFrames() throws {
    let html = """
      <table><tr><td>左边</td><td><p>标题</p><table border=1><tr><td>项目<td>金额<tr><td>甲<td>1.00<tr><td>乙<td>2.00</table></td></tr></table>
      """
    #expect(try lines(of: html) == ["左边", "标题", "项目|金额", "甲|1.00", "乙|2.00"])
  }

  @Test func wordsForBrowsersThatWordWrites() throws {
    let html = """
      <p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;</span></span><![endif]>\
      收入<!--[if gte mso 9]>旧<![endif]--><o:p></o:p></p>
      <p class=MsoToc1><a href="#_Toc1">概况<span style='mso-tab-count:1 dotted'>. </span>3</a></p>
      """
    #expect(try lines(of: html) == ["（一） 收入", "概况……3"])
  }

  @Test func encodingsThatAreDeclaredWrongly() throws {
    let head = "<html><meta charset=gb2312><body><p>某局镕喆2024年度部门决算公开说明"
    let utf8 = Array(head.utf8)
    let gb = try #require(TextConversion(utf8, from: "UTF-8", to: "GB18030")).bytes
    // A download may cut a byte out.
    var damaged = utf8
    damaged.insert(0xE6, at: damaged.count)
    for bytes in [utf8, gb, damaged] {
      var content = HTMLContent(mediaType: HTMLFile.mediaType)
      try HTMLFile.add(bytes, contentType: nil, to: &content)
      guard case .flow(let blocks) = content.parts[0], case .paragraph(let paragraph) = blocks[0] else {
        Issue.record("no paragraph")
        continue
      }
      #expect(paragraph.text.hasPrefix("某局镕喆2024年度部门决算公开说明"))
    }
  }

  @Test(arguments: [
    ("<!DOCTYPE html><p>", true), ("<table><tr><td>1</td></tr></table>\n", true),
    ("<table><tr><td>1</table>\n文字\n", false),
    ("\u{FEFF}<html>", true), ("部门决算\n<table><tr><td>1</table>", false), ("<?xml version='1.0'?><Workbook/>", false),
    ("<meta charset=utf-8><div>1</div>", true), ("# <html>", false),
  ]) func toldByContent(text: String, isPage: Bool) {
    #expect(HTMLFile.isHTML(FileContent(Array(text.utf8))) == isPage)
  }
}
