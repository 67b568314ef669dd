import ArgumentParser
import PageContent
import TableStructure

@main
struct Juesuan: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "juesuan", subcommands: [Dump.self])
}

struct Dump: ParsableCommand {
  @Argument var file: String
  func run() throws {
    let pdf = try PDFFile(bytes: FileBytes.read(file))
    var flow = PageFlow()
    for n in 1...pdf.pageCount {
      let p = pdf.page(n)
      if !p.problems.isEmpty { print("problems", n, p.problems) }
      flow.add(p)
    }
    for block in flow.blocks() {
      switch block {
      case .paragraph(let p): print("P\(p.location.page ?? 0)\(p.isBold ? "*" : "") \(p.text)")
      case .table(let t): print("T\(t.pages) \(t.rowCount)x\(t.columnCount)\n\(t.dump)\n")
      }
    }
  }
}
