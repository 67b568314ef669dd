import ArgumentParser
import Dataset

struct ColumnsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "columns", _superCommandName: Juesuan.name, abstract: "List the tables and columns of a dataset.",
    discussion: """
      As text, one column a line, separated by tabs: table, column, type, and what
      it holds in Chinese and in English. As JSON, the descriptor of a Data Package.

        juesuan columns
        juesuan columns --format json
        juesuan columns --format markdown -o COLUMNS.md
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, markdown
  }

  @Option(help: "How the columns are shown.")
  var format: Format = .text

  @OptionGroup var output: Output

  func run() throws {
    switch format {
    case .text: try output.write(Array(ColumnDictionary.tables.map(ColumnsCommand.lines).joined().utf8))
    case .json: try output.write(DataPackage.json(tool: Juesuan.configuration.version))
    case .markdown: try output.write(Array(DictionaryPage.markdown().utf8))
    }
  }

  private static func lines(_ table: DatasetTable) -> String {
    table.columns.map { column in
      [table.name, column.name, column.kind.rawValue, column.chinese, column.english].joined(separator: "\t") + "\n"
    }.joined()
  }
}
