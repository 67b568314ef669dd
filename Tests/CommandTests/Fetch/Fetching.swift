import Foundation
import Glibc
import Harvest
import TestSupport
import Testing

/// Runs of `juesuan fetch` into a folder of the test's own.
struct Fetching {
  let folder: TemporaryFolder
  /// Quick, since nobody else asks the tests' servers.
  var options = ["--rate", "500", "--backoff", "0.02", "--retries", "2"]

  /// Variables that the command is given.
  var environment: [String: String] = [:]

  init() throws { folder = try TemporaryFolder() }

  var output: String { folder("out") }

  @discardableResult
  func run(_ lists: [String], _ more: [String] = [], killTime: (() -> Bool)? = nil) throws -> Command.Outcome {
    var command = Command(["fetch"] + lists + ["-o", output] + options + more)
    command.environment = environment
    if let killTime { command.signal = (SIGKILL, killTime) }
    return try command.run()
  }

  /// The files below a folder of the output, with their content.
  func files(_ part: String = "files") -> [String: [UInt8]] {
    let root = "\(output)/\(part)"
    var files: [String: [UInt8]] = [:]
    for name in (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? [] {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder), !isFolder.boolValue
      else { continue }
      files[name] = FileManager.default.contents(atPath: "\(root)/\(name)").map { [UInt8]($0) }
    }
    return files
  }

  /// The manifest's lines.
  func manifest() throws -> [ManifestRecord] {
    let bytes = try folder.bytes("out/manifest.jsonl")
    return try bytes.split(separator: 0x0A).map { try #require(ManifestRecord(line: $0)) }
  }

  func record(_ address: String) throws -> ManifestRecord {
    try #require(try manifest().first { $0.address == address })
  }

  /// The outcome of an address, with the reason where there is one.
  func outcome(_ address: String) throws -> String {
    let record = try record(address)
    return record.outcome.rawValue + (record.reason.map { " \($0)" } ?? "")
  }
}

/// Documents for servers to serve.
enum Sample {
  static func pdf(_ text: String = "a", size: Int = 0) -> [UInt8] {
    let head = Array("%PDF-1.4\n\(text)\n".utf8)
    return head + (0..<max(0, size - head.count)).map { UInt8(truncatingIfNeeded: $0 &* 7 ^ $0 >> 8) }
  }

  static func page(_ body: String, title: String = "决算公开") -> [UInt8] {
    Array(
      "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>\(title)</title></head><body>\(body)</body></html>"
        .utf8)
  }
}

extension LocalServer.Response {
  static func pdf(_ text: String = "a") -> LocalServer.Response {
    LocalServer.Response(Sample.pdf(text), headers: [("Content-Type", "application/pdf")])
  }

  static func page(_ body: String) -> LocalServer.Response {
    LocalServer.Response(Sample.page(body), headers: [("Content-Type", "text/html; charset=utf-8")])
  }
}
