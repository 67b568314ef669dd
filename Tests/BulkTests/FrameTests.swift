import Testing

@testable import Bulk

/// What the run and its workers say to each other.
@Suite struct FrameTests {
  private static let requests = [
    Request(name: InputName("a.pdf"), sourceName: "a.pdf", sha256: "00"),
    Request(name: InputName([0x64, 0x2F, 0xC3, 0xF7, 0x0A]), sourceName: "��\n", sha256: ""),
  ]
  private static let replies: [Reply] = [
    .ready, .strained, .unwritable(28), .outcome(.done(.init(pages: 3, errors: 1, warnings: 20))),
    .outcome(.done(.init(pages: nil, errors: 0, warnings: 0))),
    .outcome(.failed(Failure(.damaged, "damaged PDF: “x”\n"))),
  ]

  @Test(arguments: [1, 2, 3, 7, 1000])
  func comeWholeInPieces(size: Int) throws {
    let frames = Self.requests.map(\.frame) + Self.replies.map(\.frame)
    let bytes = frames.flatMap { $0.encoded() }
    var reader = FrameReader()
    var read: [Frame] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      reader.add(bytes[start..<min(bytes.count, start + size)])
      while let frame = try reader.next() { read.append(frame) }
    }
    #expect(read == frames)
    #expect(read.prefix(2).map { Request($0) } == Self.requests)
    #expect(read.dropFirst(2).map { Reply($0) } == Self.replies)
  }

  @Test(arguments: [[255, 255, 255, 255], [5, 0, 0, 0, 9, 0, 0, 0, 1], [2, 0, 0, 0, 1, 0]] as [[UInt8]])
  func lengthsThatLie(bytes: [UInt8]) {
    var reader = FrameReader()
    reader.add(bytes)
    #expect(throws: FrameReader.Malformed.self) { try reader.next() }
  }

  @Test func whatIsNoReply() {
    for frame in [Frame([]), Frame("hello"), Frame("done", "1"), Frame("failed", "bored", "x")] {
      #expect(Reply(frame) == nil)
    }
    #expect(Request(Frame("a", "b")) == nil)
  }
}
