import PageContent

/// Reads a saved page (.mht, .mhtml).
enum SavedPage {
  static let mediaType = "multipart/related"

  static func read(_ content: FileContent) throws(InputError) -> HTMLContent {
    guard content.count <= 2 * HTMLFile.mostBytes else {
      throw .packsTooMuch("the saved page has more than \(2 * HTMLFile.mostBytes) bytes")
    }
    let message = try MIMEMessage(content.copied())
    var result = HTMLContent(mediaType: mediaType)
    let sheets = message.parts.filter { $0.mediaType == "text/css" }.map { part in
      PageEncoding.detect(part.bytes, contentType: part.contentType).text(of: part.bytes)
    }
    // The sheets of a workbook are a part each.
    let pages = message.parts.filter { $0.mediaType != "text/css" }
    for part in pages { try HTMLFile.add(part.bytes, contentType: part.contentType, sheets: sheets, to: &result) }
    let numbers = pages.compactMap(\.pageNumber)
    if numbers.count == pages.count {
      result.mediaType = HTMLFile.mediaType
      result.join(numbers)
    }
    return result
  }
}
