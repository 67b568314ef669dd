import ArgumentParser
import Glibc
import Disclosure
import PageContent
import Report
import TableStructure

@main
struct Juesuan: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "juesuan", subcommands: [Dump.self, Extract.self])
}

struct Dump: ParsableCommand {
  @Argument var file: String
  func run() throws {
    let doc = try DocumentReader().document(from: FileBytes.read(file), name: "x")
    print(doc.department ?? "-", doc.fiscalYear ?? 0, doc.kind?.rawValue ?? "-", doc.scope?.rawValue ?? "-", doc.publishedOn ?? "-")
    print("missing", doc.missingTables, "contents", doc.contents.map(\.form))
    for p in doc.problems { print("problem", p.kind, p.detail, p.location?.page ?? p.location?.line ?? 0) }
    for t in doc.unrecognisedTables { print("unrecognised", t.title ?? "-", t.pages, t.rowCount, t.columnCount) }
    for t in doc.tables {
      print("== \(t.form) #\(t.number ?? 0) \(t.title) \(t.unit?.rawValue ?? "?") \(t.status) \(t.pages) \(t.department ?? "")")
      for s in t.sections {
        print("  -- side \(s.side ?? "-")", s.columns.map { "\($0.key ?? "??")[\($0.header.joined(separator: "/"))]\($0.number ?? 0)" })
        for r in s.rows {
          print("    ", r.role, r.lineNumber ?? "-", r.code ?? "-", r.name, r.item ?? "-", r.isOfWhich ? "OF" : "", r.figures.map { $0?.text ?? "." })
        }
      }
      for n in t.notes { print("  note", n.text) }
    }
  }
}

struct Extract: ParsableCommand {
  @Argument var file: String
  func run() throws {
    let doc = try DocumentReader().document(from: FileBytes.read(file), name: file.split(separator: "/").last.map(String.init) ?? file)
    let bytes = DocumentJSON.encode(doc)
    bytes.withUnsafeBytes { _ = write(1, $0.baseAddress, $0.count) }
  }
}
