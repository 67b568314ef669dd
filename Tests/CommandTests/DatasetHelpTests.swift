import Testing

/// What the commands of the dataset say about themselves, word for word.
@Suite struct DatasetHelpTests {
  @Test(arguments: DatasetHelpTests.texts)
  func help(command: String, text: String) throws {
    let outcome = try Command.run(command, "--help")
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(outcome.text == text)
  }

  private static let texts: [(String, String)] = [
    (
      "dataset",
      """
      OVERVIEW: Put extracted documents into one dataset: SQLite, or CSV with a Data
      Package.

      The folder is what juesuan run wrote, or any folder with JSON files of
      juesuan extract (and of juesuan check beside them, NAME.report.json).

        juesuan dataset results -o reports.sqlite
        juesuan dataset results -o reports --format csv

      An SQLite dataset that is there is brought up to date: new documents are
      added, changed ones replaced, those that are gone removed. Stopped at any
      moment, it leaves what was there before. CSV is written anew.

      juesuan columns shows the tables and columns. Amounts are exact; rows and
      columns that are totals are told apart from what they are the totals of.

      Exits 3 when a document could not be read; all others are in the dataset.

      USAGE: juesuan dataset <folder> --output <output> [--format <format>] [--quiet]

      ARGUMENTS:
        <folder>                The folder with the extracted documents.

      OPTIONS:
        -o, --output <output>   The database, or the folder for CSV files.
        --format <format>       What is written; by default SQLite where the output
                                ends in .sqlite, .sqlite3 or .db, else CSV. (values:
                                sqlite, csv)
        -q, --quiet             Say nothing on standard error but what could not be
                                read.
        --version               Show the version.
        -h, --help              Show help information.


      """
    ),
    (
      "rows",
      """
      OVERVIEW: Read reports and write the rows of their datasets as lines of JSON,
      for other engines.

      Each file is extracted and checked. Its rows follow, {"table": …, "row": […]},
      values in the order of juesuan columns, then one line that ends it:
      {"end": "report.pdf", "status": "done", "reason": null, "message": null}

        juesuan rows report.pdf
        juesuan rows 2024/*.pdf > rows.jsonl
        find 2024 -name '*.pdf' | juesuan rows -

      With - the names are read from standard input, one a line, and each is
      answered before the next is read: a program may keep one process for many
      files. A file that cannot be read costs its end line, and exit code 3.

      USAGE: juesuan rows <files> ... [--memory <memory>] [--timeout <timeout>] [--no-limits]

      ARGUMENTS:
        <files>                 PDFs, texts or extracted JSON; - for a list of them
                                on standard input.

      OPTIONS:
        --memory <memory>       The memory that reading a file may take, in MB.
                                (default: 256)
        --timeout <timeout>     The processor time that reading a file may take, in
                                seconds. (default: 30)
        --no-limits             Read without limits of memory and time, for files
                                that are trusted.
        --version               Show the version.
        -h, --help              Show help information.


      """
    ),
    (
      "columns",
      """
      OVERVIEW: List the tables and columns of a dataset.

      As text, one column a line, separated by tabs: table, column, type, and what
      it holds in Chinese and in English. As JSON, the descriptor of a Data Package.

        juesuan columns
        juesuan columns --format json
        juesuan columns --format markdown -o COLUMNS.md

      USAGE: juesuan columns [--format <format>] [--output <output>]

      OPTIONS:
        --format <format>       How the columns are shown. (values: text, json,
                                markdown; default: text)
        -o, --output <output>   Write to this file instead of standard output.
        --version               Show the version.
        -h, --help              Show help information.


      """
    ),
  ]
}
