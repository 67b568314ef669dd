import PageContent
import TestSupport
import Testing

@Suite struct FileContentTests {
  /// Small ones are read, large ones mapped.
  @Test(arguments: [1, 4095, 4096, 4097, 100_000, 16 << 20 - 1, 16 << 20, 16 << 20 + 1])
  func holdsTheFile(size: Int) throws {
    let folder = try TemporaryFolder()
    var bytes = [UInt8](repeating: 7, count: size)
    bytes[size / 2] = 1
    let content = try FileContent.read(folder.write(bytes, "a"))
    #expect(content.count == size)
    #expect(content.copied() == bytes)
    #expect(content.sha256() == sha256(of: bytes))
    // What was hashed is still there.
    #expect(content.copied() == bytes)
  }

  @Test func fileWithoutASize() throws {
    #expect(try FileContent.read("/proc/self/maps").count > 4096)
  }

  @Test func refusals() throws {
    let folder = try TemporaryFolder()
    #expect(throws: InputError.missing) { try FileContent.read(folder("none")) }
    #expect(throws: InputError.directory) { try FileContent.read(folder.path) }
    let path = try folder.write("", "empty")
    #expect(throws: InputError.empty) { try FileContent.read(path) }
    #expect(throws: InputError.empty) { try PDFFile(FileContent([])) }
    try folder.write([1, 2, 3], "three")
    #expect(throws: InputError.tooLarge(bytes: 3, limit: 2)) {
      try FileContent.read(path: Array(folder("three").utf8CString), limit: 2)
    }
  }
}
