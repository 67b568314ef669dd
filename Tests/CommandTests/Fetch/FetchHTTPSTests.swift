import Foundation
import Glibc
import Harvest
import TestSupport
import Testing

/// HTTPS, with a certificate of the test's own. Where there is no `openssl` to make one and serve, this is left out.
@Suite(.enabled(if: OpenSSL.path != nil, "openssl is not installed"))
struct FetchHTTPSTests {
  @Test func certificates() throws {
    let folder = try TemporaryFolder()
    try folder.write(Sample.pdf(), "a.pdf")
    let making = try start(
      "req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=localhost -addext "
        + "subjectAltName=IP:127.0.0.1", in: folder)
    making.waitUntilExit()
    #expect(making.terminationStatus == 0)
    let port = try freePort()
    let server = try start("s_server -accept 127.0.0.1:\(port) -cert cert.pem -key key.pem -WWW -quiet", in: folder)
    defer {
      // The tests' runner ignores SIGTERM, and so what it starts does.
      kill(server.processIdentifier, SIGKILL)
      server.waitUntilExit()
    }
    let fetching = try Fetching()
    let address = "https://127.0.0.1:\(port)/a.pdf"
    // The server may need some attempts to be there.
    let patience = ["--retries", "9", "--backoff", "0.05"]
    #expect(try fetching.run([address], patience).exitCode == 3)
    #expect(try fetching.outcome(address) == "failed certificate")
    #expect(try fetching.run([address], patience + ["--ca-file", folder("cert.pem")]).exitCode == 0)
    #expect(fetching.files().values.first == Sample.pdf())
  }

  private func start(_ arguments: String, in folder: TemporaryFolder) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(OpenSSL.path))
    process.arguments = arguments.split(separator: " ").map(String.init)
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// A port that nobody listened on a moment ago.
  private func freePort() throws -> Int {
    let server = try LocalServer { _ in .notFound }
    server.stop()
    return server.port
  }
}

private enum OpenSSL {
  static let path: String? = ["/usr/bin/openssl", "/usr/local/bin/openssl"].first { access($0, X_OK) == 0 }
}
