import ArgumentParser
import Disclosure
import PageContent
import Report

/// Times the way from bytes to JSON inside one process, against a pass over the same pages that does nothing.
struct BenchmarkPagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark-pages", _superCommandName: Juesuan.name,
    abstract: "Time reading per page against a no-op pass.", shouldDisplay: false)

  @Argument(help: "PDF files.")
  var files: [String]

  @Option(help: "Rounds; the median counts.")
  var rounds = 7

  @Flag(help: "Only the pass that does nothing, once over all files; prints the number of pages.")
  var noop = false

  func run() throws {
    if noop { return try Terminal.write("\(passOverPages())\n") }
    try Terminal.write("file\tpages\tnoop ms/page\tjson ms/page\tratio\n")
    for file in files {
      let bytes = try FileBytes.read(file)
      guard DocumentReader.isPDF(bytes) else { continue }
      var noop: [Duration] = []
      var whole: [Duration] = []
      var pages = 0
      let clock = ContinuousClock()
      for _ in 0..<rounds {
        noop.append(
          try clock.measure {
            let pdf = try PDFFile(bytes: bytes)
            pages = pdf.pageCount
            for number in 1...pages { pdf.noopPass(number) }
          })
        whole.append(
          try clock.measure {
            _ = DocumentJSON.encode(try DocumentReader().document(from: bytes, name: "benchmark"))
          })
      }
      let floor = milliseconds(noop) / Double(pages)
      let json = milliseconds(whole) / Double(pages)
      try Terminal.write("\(file)\t\(pages)\t\(rounded(floor))\t\(rounded(json))\t\(rounded(json / floor))\n")
    }
  }

  /// - Returns: how many pages there are in the files that can be read.
  private func passOverPages() -> Int {
    var pages = 0
    for file in files {
      guard let bytes = try? FileBytes.read(file), let pdf = try? PDFFile(bytes: bytes) else { continue }
      for number in 1...pdf.pageCount { pdf.noopPass(number) }
      pages += pdf.pageCount
    }
    return pages
  }

  private func milliseconds(_ durations: [Duration]) -> Double {
    let (seconds, attoseconds) = durations.sorted()[durations.count / 2].components
    return Double(seconds) * 1e3 + Double(attoseconds) / 1e15
  }

  private func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
