import PageContent

/// A saved page: a message with the page and what it shows as its parts (MHTML, RFC 2557).
struct MIMEMessage {
  struct Part {
    var mediaType: String
    /// As the part's head has it.
    var contentType: String?
    /// Which page of a set of pages it is.
    var pageNumber: Int?
    var bytes: [UInt8]
  }

  /// The texts among the parts; pictures and the like are passed over.
  private(set) var parts: [Part] = []

  private static let format = "saved page"
  private static let deepest = 6
  private static let mostParts = 5000

  /// - Throws: `.damaged` where the message does not hold together, `.packsTooMuch`.
  init(_ bytes: [UInt8]) throws(InputError) {
    try read(bytes[...], depth: 1)
    if parts.isEmpty { throw .damaged(MIMEMessage.format, "it has no part that is a page") }
  }

  private mutating func read(_ bytes: ArraySlice<UInt8>, depth: Int) throws(InputError) {
    guard depth <= MIMEMessage.deepest else {
      throw .packsTooMuch("parts of the saved page lie more than \(MIMEMessage.deepest) deep in each other")
    }
    var start = bytes.startIndex
    guard let head = MIMEHeader(bytes, bodyStart: &start) else { return }
    let body = bytes[start...]
    let type = head.mediaType
    if type.hasPrefix("multipart/") {
      guard let boundary = head.parameter("boundary"), !boundary.isEmpty, boundary.utf8.count < 200 else {
        throw .damaged(MIMEMessage.format, "it does not say what parts its parts")
      }
      for part in MIMEMessage.pieces(of: body, boundary) { try read(part, depth: depth + 1) }
    } else if type == "text/html" || type == "application/xhtml+xml" || type == "text/css" {
      guard parts.count < MIMEMessage.mostParts else { throw .packsTooMuch("the saved page has too many parts") }
      let coding = head["content-transfer-encoding"]?.lowercased() ?? "7bit"
      parts.append(
        Part(
          mediaType: type, contentType: head["content-type"], pageNumber: PageSet.number(ofPart: head["content-id"]),
          bytes: TransferCoding.decode(body, coding)))
    }
  }

  /// What stands between the lines of a boundary; what stands before the first is a word to old programs. One that no
  /// boundary ends goes on to the end of the file.
  private static func pieces(of body: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var start: Int?
    var line = body.startIndex
    while line < body.endIndex {
      let end = body[line...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[line..<end].starts(with: mark) {
        let rest = body[(line + mark.count)..<end].filter { $0 > 0x20 }
        if rest.isEmpty || rest == [0x2D, 0x2D] {
          if let start { pieces.append(body[start..<line]) }
          start = min(end + 1, body.endIndex)
          if rest.count == 2 { return pieces }
        }
      }
      line = end + 1
    }
    if let start, start < body.endIndex { pieces.append(body[start...]) }
    return pieces
  }

  /// Whether a file is a message with parts, by its head.
  static func isMessage(_ content: FileContent) -> Bool {
    let head = content.withBytes { bytes in Array(bytes.prefix(headLength).drop { $0 <= 0x20 || $0 >= 0x80 }) }
    var start = 0
    guard let header = MIMEHeader(head[...], bodyStart: &start), header["mime-version"] != nil else { return false }
    return header.mediaType == "multipart/related" || header.mediaType == "multipart/alternative"
      || header.mediaType == "multipart/mixed" || header.mediaType == "text/html"
  }

  private static let headLength = 8192
}
