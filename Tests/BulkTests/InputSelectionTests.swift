import Foundation
import TestSupport
import Testing

@testable import Bulk

/// Which files a run takes.
@Suite struct InputSelectionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for path in ["a/x", "a/.git", "b"] {
      try FileManager.default.createDirectory(atPath: folder(path), withIntermediateDirectories: true)
    }
    for name in [
      "a/2.pdf", "a/x/1.PDF", "a/note.txt", "a/page.md", "a/sheet.jpg", "a/list", "a/.hidden.pdf", "a/.git/c.pdf",
      "b/3.pdf", "b/other.jpg",
    ] { try folder.write(name, name) }
  }

  private func names(_ selection: InputSelection) -> [String] {
    selection.names().map { $0.text.replacingOccurrences(of: folder.path + "/", with: "") }
  }

  @Test func folders() {
    var selection = InputSelection()
    selection.add(InputName(folder("a")))
    #expect(names(selection) == ["a/2.pdf", "a/note.txt", "a/page.md", "a/x/1.PDF"])
    #expect(selection.leftOut == [".jpg": 1, "without suffix": 1, "hidden": 2])
  }

  /// Often the new format under the old name.
  @Test func oldOfficeFiles() throws {
    try FileManager.default.createDirectory(atPath: folder("c"), withIntermediateDirectories: true)
    try folder.write([0x50, 0x4B, 3, 4], "c/new.doc")
    try folder.write([0xD0, 0xCF, 0x11, 0xE0], "c/old.doc")
    try folder.write("", "c/book.xlsx")
    var selection = InputSelection()
    selection.add(InputName(folder("c")))
    #expect(names(selection) == ["c/book.xlsx", "c/new.doc", "c/old.doc"])
    #expect(selection.leftOut.isEmpty)
  }

  @Test func whatIsNamedIsTaken() {
    var selection = InputSelection()
    for name in ["b/other.jpg", "b/3.pdf", "b/3.pdf", "b/none.pdf"] { selection.add(InputName(folder(name))) }
    #expect(names(selection) == ["b/3.pdf", "b/none.pdf", "b/other.jpg"])
    #expect(selection.leftOut.isEmpty)
  }

  @Test func patterns() {
    var selection = InputSelection()
    selection.add(InputName(folder("?/*.pdf")), isPattern: true)
    selection.add(InputName(folder("none*")), isPattern: true)
    #expect(names(selection) == ["a/2.pdf", "b/3.pdf", "none*"])
  }

  @Test func aFileWhoseNameLooksLikeAPattern() throws {
    try folder.write("", "b/[1].pdf")
    var selection = InputSelection()
    selection.add(InputName(folder("b/[1].pdf")), isPattern: true)
    #expect(names(selection) == ["b/[1].pdf"])
  }

  @Test func theOutputFolderIsNoInput() {
    var selection = InputSelection(output: FileIdentity(InputName(folder("a/x"))))
    selection.add(InputName(folder("a")))
    #expect(names(selection) == ["a/2.pdf", "a/note.txt", "a/page.md"])
    #expect(selection.leftOut["the output folder"] == 1)
  }

  @Test func links() throws {
    let files = FileManager.default
    try files.createSymbolicLink(atPath: folder("b/file.pdf"), withDestinationPath: folder("a/2.pdf"))
    try files.createSymbolicLink(atPath: folder("b/folder"), withDestinationPath: folder("b"))
    try files.createSymbolicLink(atPath: folder("b/broken.pdf"), withDestinationPath: folder("none"))
    var selection = InputSelection()
    selection.add(InputName(folder("b")))
    #expect(names(selection) == ["b/3.pdf", "b/broken.pdf", "b/file.pdf"])
    #expect(selection.leftOut == [".jpg": 1, "links to folders": 1])
  }

  @Test func oneFileHasOneName() {
    #expect(InputName("./a//b.pdf") == InputName("a/b.pdf"))
    #expect(InputName(".//./a") == InputName("a"))
    #expect(InputName("/a/../b").text == "/a/../b")
    #expect(InputName("./").text == "./")
  }

  @Test func lists() {
    #expect(
      InputPaths.names(in: Array("\u{FEFF}a.pdf\r\n\nb c.pdf\n".utf8), endedByZero: false).map(\.text)
        == ["a.pdf", "b c.pdf"])
    #expect(
      InputPaths.names(in: Array("a\nb.pdf\0c.pdf\0".utf8), endedByZero: true).map(\.text) == ["a\nb.pdf", "c.pdf"])
  }
}
