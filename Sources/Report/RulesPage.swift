import Audit

/// The page that documents the rules, in Chinese and English: RULES.md.
public enum RulesPage {
  /// Markdown, with a line end at the end. The same rules give the same bytes.
  public static func markdown(_ rules: [Rule] = Rule.all) -> String {
    let groups = Rule.Group.allCases.map { group in (group, rules.filter { $0.group == group }) }
      .filter { !$0.1.isEmpty }
    var page = head(count: rules.count)
    page += "| 类别 | Group | 规则 Rules |\n|---|---|---|\n"
    for (group, own) in groups {
      page += "| [\(group.chinese)](#\(group.rawValue)) | \(group.english) | \(own.count) |\n"
    }
    for (group, own) in groups {
      page += "\n<a id=\"\(group.rawValue)\"></a>\n\n## \(group.chinese) · \(group.english)\n"
      page += group.isGenerated ? list(own) : own.map(entry).joined()
    }
    return page
  }

  private static func head(count: Int) -> String {
    """
    # 核对规则 · Rules

    `juesuan check` 对每份报告核对以下 \(count) 条规则。编号固定不变，报告与 JSON 中均以此引用；各数舍入所能解释的差异单列，不作错误。
    例中 `+` 行通过，`-` 行不通过，均经测试。本页由 `juesuan rules --format markdown` 生成，请勿手改。

    The \(count) rules that `juesuan check` applies. Their ids are stable: reports refer to rules by them. What the rounding of the
    figures explains is listed apart and is no error. Of an example the `+` lines pass and the `-` lines fail, as the tests try.
    The page is made by `juesuan rules --format markdown`.

    | 程度 Severity | 含义 Meaning |
    |---|---|
    | `error` | 两处必有一误 · the two places cannot both be right |
    | `warning` | 应予核实 · to be looked at |
    | `info` | 供参考 · for information |


    """
  }

  /// Rules that follow from the catalogue of forms, one like the other.
  private static func list(_ rules: [Rule]) -> String {
    guard let first = rules.first else { return "" }
    var text = "\n\(first.why)\\\n\(first.whyEnglish)\n\n" + traits(first)
    text += "\n| 编号 Id | 规则 Rule |\n|---|---|\n"
    for rule in rules {
      let readings = rule.readings.map { "<br>或 or \(cell($0.title))<br>\(cell($0.english))" }.joined()
      text += "| `\(rule.id)` | \(cell(rule.title))<br>\(cell(rule.english))\(readings) |\n"
    }
    return text
  }

  private static func entry(_ rule: Rule) -> String {
    var text = "\n### `\(rule.id)`\n\n**\(rule.title)**\\\n**\(rule.english)**\n\n"
    text += "\(rule.why)\\\n\(rule.whyEnglish)\n\n" + traits(rule)
    guard let example = rule.example else { return text }
    text += "\n```diff\n" + marked("+", example.passing) + marked("-", example.failing) + "```\n"
    return text
  }

  private static func traits(_ rule: Rule) -> String {
    "程度 severity: `\(rule.severity.rawValue)` · 容许误差 tolerance: \(rule.tolerance.chinese) (\(rule.tolerance.english))\n"
  }

  private static func marked(_ mark: String, _ text: String) -> String {
    let lines = text.split(separator: "\n")
    return lines.isEmpty ? "\(mark) （空 nothing）\n" : lines.map { "\(mark) \($0)\n" }.joined()
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
