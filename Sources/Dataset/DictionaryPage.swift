/// The page that documents the tables and columns of the dataset, in Chinese and English: COLUMNS.md.
public enum DictionaryPage {
  /// Markdown, with a line end at the end.
  public static func markdown() -> String {
    var page = """
      # 数据集的表与栏 · Tables and columns of the dataset

      `juesuan dataset` 所写各表。本页由 `juesuan columns --format markdown` 生成，请勿手改。
      The tables that `juesuan dataset` writes. The page is made by `juesuan columns --format markdown`.

      | 类型 Type | SQLite | CSV | Parquet |
      |---|---|---|---|
      | `text` | TEXT | 文字 text | string |
      | `integer` | INTEGER | 整数 integer | bigint |
      | `flag` | 0, 1 | true, false | boolean |
      | `yuan` | `fen` INTEGER，以分计，精确；`yuan` = fen / 100.0，供阅读 · `fen`: whole fen, exact, to add up; `yuan`: to read | 十进制数，精确 decimal, exact | decimal(38, 8) |
      | `list` | TEXT（JSON） | JSON | string（JSON） |

      SQLite 中，比分更细的金额以最接近的浮点数存于 `fen`，原文在 `text`；至今未见于真实报告。
      In SQLite an amount published more finely than fen is the nearest floating-point number; its digits are in `text`. No real
      report seen so far has one.

      **电子表格 Spreadsheets**：CSV 中会被当作公式执行的文字，前面加一个撇号（'）；数字不加。去掉撇号的规则见 `datapackage.json`。
      文件名中不合 UTF-8 的字节写作 `\\xFF`。
      In CSV a text that a spreadsheet would run as a formula stands behind an apostrophe, a number does not; `datapackage.json` says
      when to take it away. Bytes of a file's name that are no UTF-8 are written as `\\xFF`.

      **求和 Adding up**：只加 `is_leaf_row` 为真的行，即不会把合计与其组成重复相加；横向求和另须 `is_leaf_column` 为真。空值为不能判定。
      Add up only rows with `is_leaf_row`, and no total is added to its parts; across columns, only those with `is_leaf_column`.
      Where it cannot be told, both are null.

      """
    for table in ColumnDictionary.tables { page += section(table) }
    return page
  }

  private static func section(_ table: DatasetTable) -> String {
    var text = "\n## `\(table.name)`\n\n\(table.chinese)\\\n\(table.english)\n\n"
    text += "| 栏 Column | 类型 Type | 说明 Description |\n|---|---|---|\n"
    for column in table.columns {
      let mark = table.key.contains(column.name) ? " 🔑" : ""
      text +=
        "| `\(column.name)`\(mark) | `\(column.kind.rawValue)` | \(cell(column.chinese))<br>\(cell(column.english)) |\n"
    }
    for reference in table.references {
      let columns = reference.columns.map { "`\($0)`" }.joined(separator: ", ")
      text += "\n\(columns) → [`\(reference.table)`](#\(reference.table))\n"
    }
    return text
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
