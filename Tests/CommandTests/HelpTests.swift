import Testing

/// What every command says about itself, word for word: a change of the command's face is to be seen in a review.
@Suite struct HelpTests {
  @Test(arguments: HelpTests.texts)
  func help(arguments: [String], text: String) throws {
    let outcome = try Command(arguments).run()
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(outcome.text == text)
  }

  @Test(arguments: [[], ["-h"], ["help"]])
  func waysToTheOverview(arguments: [String]) throws {
    let outcome = try Command(arguments).run()
    #expect(outcome.exitCode == 0)
    #expect(outcome.errors == "")
    #expect(outcome.text == HelpTests.texts[0].1)
  }

  @Test func wayToACommandsHelp() throws {
    #expect(try Command.run("help", "extract").text == HelpTests.texts[1].1)
  }

  private static let texts: [([String], String)] = [
    (
      ["--help"],
      """
      OVERVIEW: Read Chinese government departments' final accounts and budgets, and
      check whether their figures agree.

      A report goes in, as PDF or text; its typed tables come out as JSON, or a
      report on which of its figures agree.

        juesuan extract report.pdf -o report.json
        juesuan check report.pdf

      Exit codes: 0 done; 1 done, with errors found in the report; 2 wrong usage; 3
      an input could not be read.

      USAGE: juesuan <subcommand>

      OPTIONS:
        --version               Show the version.
        -h, --help              Show help information.

      SUBCOMMANDS:
        extract                 Read a report and write its typed JSON (format
                                juesuan/1).
        check                   Check whether a report's figures agree (format
                                juesuan-report/1).
        fetch                   Download published reports from a list of addresses.
        run                     Read many files into a folder: the JSON and the
                                report of each, and an index.
        dataset                 Put extracted documents into one dataset: SQLite, or
                                CSV with a Data Package.
        rows                    Read reports and write the rows of their datasets as
                                lines of JSON, for other engines.
        golden                  Compare what is extracted from a corpus with recorded
                                golden files, cell by cell.
        forms                   List the forms that the catalogue knows.
        rules                   List the rules that check applies.
        columns                 List the tables and columns of a dataset.
        schema                  Print the JSON Schema of a format.

        See 'juesuan help <subcommand>' for detailed help.

      """
    ),
    (
      ["extract", "--help"],
      """
      OVERVIEW: Read a report and write its typed JSON (format juesuan/1).

      Takes a PDF, an OFD document, a Word document (.docx, .doc), an Excel workbook
      (.xlsx, .xls), a web page, saved or not, a text, or an archive with one of
      these; archive.zip!/name is one of several. What a file is, its content tells.

      Every recognised table comes with its form, unit, columns and rows, each figure
      with its published text, its value in yuan and the place where it is printed.
      Tables that are no known form are kept with their cells.

        juesuan extract report.pdf
        juesuan extract report.txt -o report.json
        juesuan extract report.pdf -o report.json --trace seen

      A trace shows each page as it was read: its picture, and over it the cells with
      what each was taken for.

      USAGE: juesuan extract <file> [--password <password>] [--quiet] [--output <output>] [--memory <memory>] [--timeout <timeout>] [--no-limits] [--trace <folder>] [--trace-all-pages]

      ARGUMENTS:
        <file>                  A report, or an extracted JSON; - for standard input.

      OPTIONS:
        --password <password>   The password of an encrypted PDF.
        -q, --quiet             Say nothing on standard error but why an input could
                                not be read.
        -o, --output <output>   Write to this file instead of standard output.
        --memory <memory>       The memory that reading a file may take, in MB.
                                (default: 256)
        --timeout <timeout>     The processor time that reading a file may take, in
                                seconds. (default: 30)
        --no-limits             Read without limits of memory and time, for files
                                that are trusted.
        --trace <folder>        Also draw the pages with tables, as they were read,
                                to SVG files in this folder; PDF only.
        --trace-all-pages       Draw the pages without a table too.
        --version               Show the version.
        -h, --help              Show help information.


      """
    ),
    (
      ["check", "--help"],
      """
      OVERVIEW: Check whether a report's figures agree (format juesuan-report/1).

      Takes what extract takes, or an extracted JSON. Differences that rounding
      explains are told apart from errors.

        juesuan check report.pdf
        juesuan check report.json --format json -o findings.json
        juesuan check report.pdf --format html -o findings.html
        juesuan check report.pdf --previous last-year.json

      The page of HTML shows each finding with a picture of the places it speaks of.

      With last year's report of the same department, what this one says of last
      year, and opens with, is held against what that one published.

      Exits 1 when an error is found.

      USAGE: juesuan check <file> [--password <password>] [--quiet] [--output <output>] [--memory <memory>] [--timeout <timeout>] [--no-limits] [--format <format>] [--previous <previous>]

      ARGUMENTS:
        <file>                  A report, or an extracted JSON; - for standard input.

      OPTIONS:
        --password <password>   The password of an encrypted PDF.
        -q, --quiet             Say nothing on standard error but why an input could
                                not be read.
        -o, --output <output>   Write to this file instead of standard output.
        --memory <memory>       The memory that reading a file may take, in MB.
                                (default: 256)
        --timeout <timeout>     The processor time that reading a file may take, in
                                seconds. (default: 30)
        --no-limits             Read without limits of memory and time, for files
                                that are trusted.
        --format <format>       How the report is shown. (values: text, json, html;
                                default: text)
        --previous <previous>   Last year's report, as extracted JSON, or as what
                                extract takes.
        --version               Show the version.
        -h, --help              Show help information.


      """
    ),
    (
      ["fetch", "--help"],
      """
      OVERVIEW: Download published reports from a list of addresses.

      A list has an address on each line: of a document, or of a page that links to
      documents. Columns behind tabs are kept in the manifest; lines that begin with
      # are left out. From a listed page its documents are fetched, the pages of the
      same list (下一页) are read, and those that a link calls final accounts or a
      budget.

        juesuan fetch addresses.txt -o reports
        juesuan fetch https://czj.example.gov.cn/yjsgk/ -o reports --depth 2
        juesuan fetch addresses.txt -o reports --rate 0.2 --user-agent "me/1.0"
        juesuan fetch addresses.txt -o reports --dry-run
        juesuan run reports/files -o results

      Documents go to DIR/files/HOST, pages to DIR/pages/HOST; DIR/manifest.jsonl
      tells for every address what became of it. A second run asks for changes only.
      A run that was ended in any way goes on when it is started again. Hosts are
      asked as their robots.txt allows, one request a second.

      Exit codes: 0 everything was fetched, or had been; 2 wrong usage; 3 something
      could not be fetched.

      USAGE: juesuan fetch [<options>] <lists> ... --output <output>

      ARGUMENTS:
        <lists>                 Lists of addresses, - for standard input, or
                                addresses themselves.

      WHICH PAGES ARE READ:
        --depth <depth>         Read pages up to this many links away from a listed
                                page; its further pages count as itself. (default: 1)
        --follow <word>         Read a linked page only if its link's text holds one
                                of these words; "" for every page. (default: 决算, 预算,
                                三公)
        --any-host              Also read pages of other hosts than the listed
                                page's. Documents may be anywhere.
        --max-pages <max-pages> Read at most this many pages from each listed
                                address. (default: 500)
        --new-only              Take documents that are there as they are, instead of
                                asking for changes.

      HOW HOSTS ARE ASKED:
        --rate <rate>           Requests a second to each host; a robots.txt may ask
                                for fewer. (default: 1.0)
        --user-agent <name>     What servers are told of who asks. (default:
                                juesuan/0.1.0 (collects published final accounts and
                                budgets))
        --retries <count>       Try a failed request again so often. (default: 4)
        --backoff <seconds>     Wait this long before the first retry, and twice as
                                long each time. (default: 1.0)
        --max-wait <seconds>    Wait at most this long where a server asks for it.
                                (default: 300.0)
        --timeout <seconds>     Give up a request after this time. (default: 600.0)
        --min-speed <bytes/s>   Give up a transfer that is slower than this for 30
                                seconds. (default: 500)
        --max-size <MB>         Take no file larger than this. (default: 256)
        --max-redirects <count> Follow at most this many redirects. (default: 10)
        --ca-file <file>        Trust these certificates (PEM) instead of the
                                system's.

      WHAT IS SHOWN:
        -q, --quiet             Say nothing on standard error but what could not be
                                fetched.
        --json                  Write the summary to standard output, as JSON.
        --jsonl                 Write each line of the manifest to standard output as
                                soon as it is known.
        --dry-run               Write the documents' addresses and their links' texts
                                to standard output, and keep nothing.

      OPTIONS:
        -o, --output <output>   The folder that reports are gathered in.
        --version               Show the version.
        -h, --help              Show help information.


      """
    ),
    (
      ["run", "--help"],
      """
      OVERVIEW: Read many files into a folder: the JSON and the report of each, and
      an index.

      Takes files, folders with all that is below them, quoted patterns, and with - a
      list of paths on standard input.

        juesuan run reports -o out
        juesuan run 'reports/*2024*.pdf' extra.txt -o out
        find reports -name '*.pdf' -print0 | juesuan run -0 - -o out
        juesuan run reports -o out --jsonl | grep '"failed"'

      From folders come PDFs, OFD and Word documents, workbooks, web pages, texts and
      archives, by their suffixes; the summary tells what else there was. What a file
      is, its content tells. Of an archive each document in it is an input:
      reports.zip!/a.pdf. Web pages of one document are one:
      index.html!+index_1.html.

      The folder holds run.json, index.jsonl with a line for every input name, and
      under documents/ the JSON and the report of every content by its SHA-256;
      identical files are read once. A file that cannot be read has a line with the
      reason. A run that was stopped, by whatever, goes on where it was when the same
      command is given again, and ends with the same bytes. What another version of
      this program read, or one with larger limits, is read anew.

      Exits 0 when every file was read; 3 when some could not be, or the folder not
      be written; 2 on wrong usage; 128 and the signal's number when one stopped it.
      Errors found in reports do not count here; the index tells their number.

      USAGE: juesuan run <paths> ... --output <output> [--jobs <jobs>] [--memory <memory>] [--timeout <timeout>] [-0] [--jsonl] [--prune] [--quiet]

      ARGUMENTS:
        <paths>                 Files, folders, quoted patterns; - for a list on
                                standard input.

      OPTIONS:
        -o, --output <output>   The folder for the results.
        -j, --jobs <jobs>       How many files are read at a time; as many as there
                                are cores by default.
        --memory <memory>       The memory that reading a file may take, in MB.
                                (default: 256)
        --timeout <timeout>     The processor time that reading a file may take, in
                                seconds. (default: 30)
        -0                      The paths on standard input end with zero bytes
                                instead of line ends.
        --jsonl                 Also write the line of every file to standard output
                                as soon as it is finished.
        --prune                 Remove results that no input has any more.
        -q, --quiet             Say nothing on standard error but why the run could
                                not be done.
        --version               Show the version.
        -h, --help              Show help information.


      """
    ),
    (
      ["golden", "--help"],
      """
      OVERVIEW: Compare what is extracted from a corpus with recorded golden files,
      cell by cell.

      Every PDF and text in the corpus folder has its golden file, NAME.json, in the
      golden folder.

        juesuan golden corpus golden            compare; exits 1 on any difference
        juesuan golden corpus golden --update   record what is extracted now

      USAGE: juesuan golden <corpus> <golden> [--update] [--limit <limit>] [--memory <memory>] [--timeout <timeout>] [--no-limits]

      ARGUMENTS:
        <corpus>                The folder with the documents.
        <golden>                The folder with the golden files.

      OPTIONS:
        --update                Record what is extracted now instead of comparing.
        --limit <limit>         Print at most this many differences for each
                                document. (default: 50)
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
      ["forms", "--help"],
      """
      OVERVIEW: List the forms that the catalogue knows.

      One line for each: id, finalAccounts or budget, Chinese and English title,
      separated by tabs.

        juesuan forms
        juesuan forms | grep budget

      USAGE: juesuan forms

      OPTIONS:
        --version               Show the version.
        -h, --help              Show help information.


      """
    ),
    (
      ["rules", "--help"],
      """
      OVERVIEW: List the rules that check applies.

      One line for each: id, severity, Chinese and English title, tolerance, and why
      it holds, separated by tabs.

        juesuan rules
        juesuan rules --format markdown -o RULES.md

      USAGE: juesuan rules [--format <format>] [--output <output>]

      OPTIONS:
        --format <format>       How the rules are shown. (values: text, markdown;
                                default: text)
        -o, --output <output>   Write to this file instead of standard output.
        --version               Show the version.
        -h, --help              Show help information.


      """
    ),
    (
      ["schema", "--help"],
      """
      OVERVIEW: Print the JSON Schema of a format.

        juesuan schema document
        juesuan schema report

      USAGE: juesuan schema <name> [--output <output>]

      ARGUMENTS:
        <name>                  document (juesuan/1) or report (juesuan-report/1).
                                (values: document, report)

      OPTIONS:
        -o, --output <output>   Write to this file instead of standard output.
        --version               Show the version.
        -h, --help              Show help information.


      """
    ),
  ]
}
