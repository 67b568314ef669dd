import ArgumentParser
import Disclosure
import PageContent
import Report
import TableStructure

/// Shows a document as the reader hands it on: paragraphs and grids, before anything is recognised.
struct BlocksCommand: ReadingCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocks", _superCommandName: Juesuan.name,
    abstract: "Show the paragraphs and grids that a document was read as.", shouldDisplay: false)

  @OptionGroup var input: Input
  @OptionGroup var limits: OptionalLimits

  var inputs: [Input] { [input] }

  func run() throws {
    for block in try blocks() {
      switch block {
      case .paragraph(let paragraph):
        try Terminal.write(
          "\(place(paragraph.location))\(paragraph.isBold ? " *" : "") \(paragraph.text.fitForTerminal)\n")
      case .table(let table):
        let rows = table.dump.split(separator: "\n", omittingEmptySubsequences: false).map { String($0).fitForTerminal }
        try Terminal.write(
          "\(place(table.location)) \(table.origin) \(table.rowCount)×\(table.columnCount)\n"
            + rows.joined(separator: "\n") + "\n")
      }
    }
  }

  private func blocks() throws -> [Block] {
    do throws(InputError) {
      return try DocumentReader(password: input.password).blocks(of: input.opened().content).blocks
    } catch {
      throw input.failure(error.description)
    }
  }

  private func place(_ location: Location) -> String {
    switch location {
    case .page(let page, _): "p\(page)"
    case .line(let line, _): "l\(line)"
    case .sheet(let place): "s\(place.sheet)!\(place.cells)"
    case .part(let place): "\(place.part)\(place.block)"
    case .element(let place): "e\(place.block)"
    }
  }
}
