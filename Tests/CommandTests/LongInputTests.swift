import Foundation
import TestSupport
import Testing

/// Inputs that hold one thing many times take processor time in proportion to their length: each of these took minutes, or
/// hours, as long as anything was looked at again for every other.
@Suite("Inputs that hold one thing many times", .timeLimit(.minutes(10)))
struct LongInputTests {
  private static let title = "某某局2024年度部门决算\n"
  private static let income = "一、收入决算情况说明\n2024年度收入合计"

  /// What is many in each of them, and the text.
  private static let texts: [(String, String)] = [
    ("opening brackets", "本部门" + String(repeating: "（", count: 60_000) + "工作。\n"),
    ("closing brackets", "本部门" + String(repeating: "工作）", count: 60_000) + "。\n"),
    ("figures of a sentence", income + String(repeating: "100万元，增加20万元，比上年增长5%，", count: 4_000) + "。\n"),
    ("figures of a clause", income + String(repeating: "其中100万元", count: 20_000) + "。\n"),
    ("sentences", income + String(repeating: "100万元，比上年增加5万元。", count: 6_000)),
    ("dates", income + "1万元，" + String(repeating: "截至2024年12月31日，", count: 15_000) + "。\n"),
    ("shares", income + "90万元。\n" + String(repeating: "其他收入10万元，占本年收入的2%。\n", count: 6_000)),
    (
      "codes of a name",
      "支出决算表\n单位：万元\n科目编码\t科目名称\t合计\n"
        + (0..<60_000).map { "\(2_010_101 + $0)\t运行\t1.00\n" }.joined()
    ),
    (
      "names of a code",
      "支出决算表\n单位：万元\n科目编码\t科目名称\t合计\n"
        + (0..<40_000).map { "2010101\t运行\($0)号\t1.00\n" }.joined()
    ),
    ("items of a list", "一、部门职责\n" + (1...40_000).map { "（\($0)）承担监督管理职责。" }.joined() + "\n"),
  ]

  @Test(arguments: texts.map(\.0)) func areReadInProportion(_ kind: String) throws {
    let folder = try TemporaryFolder()
    let text = try #require(LongInputTests.texts.first { $0.0 == kind }).1
    try folder.write(LongInputTests.title + text, "long.txt")
    var command = Command(["check", "-q", folder("long.txt"), "--format", "json", "-o", folder("report.json")])
    command.seconds = 60
    let outcome = try command.run()
    #expect(outcome.signal == nil && [0, 1, 3].contains(outcome.exitCode), "\(outcome.errors.prefix(300))")
  }
}
