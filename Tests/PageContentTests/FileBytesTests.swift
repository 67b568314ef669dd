import Glibc
import PageContent
import Testing

@Suite final class FileBytesTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/file-bytes-XXXXXX".utf8CString)
    folder = try #require(mkdtemp(&template).map { String(cString: $0) })
  }

  deinit {
    for name in ["file", "fifo"] { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }

  private func write(_ bytes: [UInt8]) throws -> String {
    let path = "\(folder)/file"
    let file = try #require(fopen(path, "w"))
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
    return path
  }

  @Test(arguments: [1, 4095, 4096, 4097, 100_000])
  func wholeFile(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    #expect(try FileBytes.read(write(bytes)) == bytes)
  }

  @Test func fileThatClaimsToBeEmpty() throws {
    #expect(try !FileBytes.read("/proc/self/status").isEmpty)
  }

  @Test func limit() throws {
    let path = try write([1, 2, 3, 4])
    #expect(try FileBytes.read(path, limit: 4) == [1, 2, 3, 4])
    #expect(throws: InputError.tooLarge(bytes: 4, limit: 3)) { try FileBytes.read(path, limit: 3) }
  }

  @Test func empty() throws {
    let path = try write([])
    #expect(throws: InputError.empty) { try FileBytes.read(path) }
  }

  @Test func missing() throws {
    let path = try write([1])
    #expect(throws: InputError.missing) { try FileBytes.read("\(folder)/none") }
    #expect(throws: InputError.missing) { try FileBytes.read("\(path)/none") }
  }

  @Test func directory() {
    #expect(throws: InputError.directory) { try FileBytes.read(folder) }
  }

  @Test func fifoDoesNotBlock() {
    let path = "\(folder)/fifo"
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: InputError.unreadable("not a regular file")) { try FileBytes.read(path) }
  }

  @Test func device() {
    #expect(throws: InputError.unreadable("not a regular file")) { try FileBytes.read("/dev/zero") }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func notPermitted() throws {
    let path = try write([1])
    chmod(path, 0)
    #expect(throws: InputError.notPermitted) { try FileBytes.read(path) }
  }
}
