import Foundation
import TestSupport
import Testing

/// Web pages and OFD documents, by the command.
@Suite struct WebPageFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// 支出决算表 whose row does not add up.
  private func page(_ rows: Int = 5) -> String {
    let all = [
      ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"], ["", "合计", "30.00", "10.00", "20.00"],
      ["201", "一般公共服务支出", "30.00", "10.00", "20.00"], ["20101", "人大事务", "30.00", "10.00", "20.00"],
      ["2010101", "行政运行", "31.00", "10.00", "20.00"],
    ]
    let cells = all.prefix(rows).map { "<tr><td>" + $0.joined(separator: "<td>") }
    return """
      <!DOCTYPE html><title>决算</title><body><nav>首页</nav><h1>某市某局2023年度部门决算</h1><p>支出决算表<p>单位：万元
      <div><table border=1>\(cells.joined())</table></div>
      """
  }

  private func text(_ output: [UInt8]) -> String { String(decoding: output, as: UTF8.self) }

  @Test func webPage() throws {
    let outcome = try Command.run("check", folder.write(page(), "a.html"), "--format", "json")
    #expect(outcome.exitCode == 1)
    #expect(text(outcome.output).contains(#""element": "/html/body/div[1]/table[1]", "block": 4, "range": "C5""#))
    let words = try Command.run("check", folder("a.html"))
    #expect(text(words.output).contains("网页元素 /html/body/div[1]/table[1] 的 C5"))
    let shown = try Command.run("check", folder("a.html"), "--format", "html")
    #expect(text(shown.output).contains("<mark>31.00</mark>"))
  }

  @Test func extractedPageReadsAgain() throws {
    let json = try Command.run("extract", folder.write(page(), "a.xls"), "-o", folder("a.json"))
    #expect(json.exitCode == 0)
    let direct = try Command.run("check", folder("a.xls"), "--format", "json")
    let again = try Command.run("check", folder("a.json"), "--format", "json")
    #expect(direct.output == again.output)
    #expect(try text(folder.bytes("a.json")).contains(#""mediaType": "text/html""#))
  }

  @Test func pagesOfAFolderAndOfAnArchive() throws {
    try folder.write(TinyZip.of(["a/决算.htm": page(), "a/b.png": "x"]), "a.zip")
    try folder.write(page(), "index.html")
    try folder.write("<!DOCTYPE html><title>决算</title><p>第3页/共3页<p>说明。", "index_2.html")
    try folder.write("<!DOCTYPE html><title>通知</title><ul><li><a href=1>一<li><a href=2>二</ul>", "list.html")
    let outcome = try Command.run("run", folder(""), "-o", folder("out"), "--jsonl")
    let lines = text(outcome.output)
    #expect(lines.contains("a.zip!/a/决算.htm"))
    #expect(lines.contains("index.html!+index_2.html"))
    #expect(lines.contains(#"list.html", "#) && lines.contains("not a report"))
    let set = try Command.run("extract", folder("index.html!+index_2.html"))
    #expect(text(set.output).contains("missingPage"))
  }

  @Test func deepPage() throws {
    let outcome = try Command.run(
      "extract", folder.write("<!DOCTYPE html>" + String(repeating: "<div>", count: 100_000), "a.html"))
    #expect(outcome.exitCode == 3)
  }
}
