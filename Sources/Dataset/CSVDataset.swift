import FoundationEssentials
import Glibc
import PageContent

/// A dataset as a folder of CSV files with a Data Package that describes them.
///
/// A CSV file cannot be changed in place: the folder is written anew beside its place, and takes it when it is whole.
public enum CSVDataset {
  /// - Parameters: as `SQLiteDataset.update` has them.
  public static func update(
    _ path: String, from folder: String, tool: String, progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(DatasetError) -> DatasetSummary {
    let source: DatasetSource
    do { source = try DatasetSource(folder: folder) } catch { throw .source(error.description) }
    var end = path[...]
    while end.count > 1, end.hasSuffix("/") { end = end.dropLast() }
    let path = String(end)
    guard isFree(path) else { throw .occupied }
    let partial = PartialOutput(path)
    partial.removeLeftovers()
    do {
      guard mkdir(partial.path, 0o777) == 0 else { throw PartialOutput.failure() }
      let summary = try write(source, to: partial.path, tool: tool, progress: progress)
      try partial.finishFolder()
      return summary
    } catch {
      try? FileManager.default.removeItem(atPath: partial.path)
      throw error as? DatasetError ?? .output("\(error)")
    }
  }

  /// Whether nothing is there, an empty folder, or a dataset like this.
  private static func isFree(_ path: String) -> Bool {
    guard FileManager.default.fileExists(atPath: path) else { return true }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return false }
    return names.isEmpty || Set(names).isSubset(of: CSVDataset.names)
  }

  private static let names = Set(ColumnDictionary.tables.map { $0.name + ".csv" } + ["datapackage.json"])

  private static func write(
    _ source: DatasetSource, to folder: String, tool: String, progress: (Int, Int) -> Void
  ) throws -> DatasetSummary {
    let files = try CSVFiles(folder: folder)
    var codes = CSVRows()
    CodeListRows.write(to: &codes)
    try files.write(codes)
    var build = DatasetBuild(source)
    let all = source.files.count
    try build.run(known: [], rows: CSVRows(), progress: { progress($0, all) }) { rows, _, _ in try files.write(rows) }
    var inputs = CSVRows()
    for input in build.inputs() { inputs.add(input, to: Definitions.inputs) }
    try files.write(inputs)
    try files.finish()
    try CSVFile.write(DataPackage.json(tool: tool), to: "\(folder)/datapackage.json")
    return build.summary
  }
}

/// The files of a dataset, one for each table.
private struct CSVFiles {
  private var files: [String: CSVFile] = [:]

  /// Begins the files with their heads.
  init(folder: String) throws {
    for table in ColumnDictionary.tables {
      let file = try CSVFile("\(folder)/\(table.name).csv")
      try file.write(Array((table.columns.map(\.name).joined(separator: ",") + "\n").utf8))
      files[table.name] = file
    }
  }

  func write(_ rows: CSVRows) throws {
    for (table, lines) in rows.lines { try files[table]?.write(lines) }
  }

  func finish() throws {
    for file in files.values { try file.close() }
  }
}
