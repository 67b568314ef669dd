import Disclosure
import HTML
import Office
import PageContent

/// What a file is, told by its content.
enum FetchedFormat: Equatable {
  /// Something that may be a report, with the suffix of its format.
  case document(suffix: String)
  case page
  /// Neither, with its name: "a PNG image".
  case other(String)

  /// - Parameters:
  ///   - head: at least the first 64 KiB of a long file, and all of a short one.
  ///   - tail: the last 64 KiB of a long file.
  ///   - isText: whether the server or the address says that it is plain text.
  init(head: [UInt8], tail: [UInt8], claimsText: Bool) {
    // Whatever its encoding, markup is ASCII.
    let ascii = String(decoding: head.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    if head.isEmpty {
      self = .other("an empty file")
    } else if let signature = FileSignature(head + tail) {
      self = FetchedFormat(signature, head)
    } else if DocumentReader.isPDF(head) {
      self = .document(suffix: "pdf")
    } else if let suffix = OfficeFile.xmlSuffix(head) {
      self = .document(suffix: suffix)
    } else if HTMLFile.isSaved(FileContent(head)) {
      self = .document(suffix: "mht")
    } else if FetchedFormat.officeMarks.contains(where: { ascii.lowercased().holds($0) }) {
      // What Excel or Word has saved as a page, often under the name of their own formats.
      self = .document(suffix: "htm")
    } else if FileSignature.isWebPage(ascii) || FetchedFormat.holdsMarkup(ascii) {
      self = .page
    } else if (try? TextEncoding.decode(FetchedFormat.whole(head, isCut: !tail.isEmpty))) != nil {
      self = claimsText ? .document(suffix: "txt") : .other("a text")
    } else {
      self = .other("in no known format")
    }
  }

  private init(_ signature: FileSignature, _ head: [UInt8]) {
    switch signature {
    case .oldOffice: self = .document(suffix: FetchedFormat.oldOfficeSuffix(head))
    case .word: self = .document(suffix: "docx")
    case .excel: self = .document(suffix: "xlsx")
    case .ofd: self = .document(suffix: "ofd")
    case .openDocument: self = .document(suffix: "odf")
    case .rtf: self = .document(suffix: "rtf")
    case .zip: self = .document(suffix: "zip")
    case .rar: self = .document(suffix: "rar")
    case .sevenZip: self = .document(suffix: "7z")
    case .powerPoint, .png, .jpeg, .gif, .tiff, .webP, .gzip: self = .other(signature.name)
    }
  }

  private static let officeMarks = [
    "urn:schemas-microsoft-com:office:excel", "urn:schemas-microsoft-com:office:word", "content=excel.sheet",
    "content=word.document",
  ]

  /// Pages that begin without the usual declaration, such as a script that answers robots.
  private static func holdsMarkup(_ text: String) -> Bool {
    let head = text.lowercased()
    return ["<html", "<head", "<body", "<script", "<meta", "<title"].contains { head.holds($0) }
  }

  /// Without a character that the cut goes through: a text's last line end is as good a place.
  private static func whole(_ head: [UInt8], isCut: Bool) -> [UInt8] {
    guard isCut, let end = head.lastIndex(of: 0x0A) else { return head }
    return Array(head[...end])
  }

  /// Old Office files name their streams in UTF-16.
  private static func oldOfficeSuffix(_ bytes: [UInt8]) -> String {
    for (name, suffix) in [("Workbook", "xls"), ("WordDocument", "doc"), ("Book", "xls")] {
      let wanted = name.utf8.flatMap { letter -> [UInt8] in [letter, 0] }
      guard bytes.count >= wanted.count else { continue }
      for start in 0...(bytes.count - wanted.count)
      where bytes[start] == wanted[0] && bytes[start...].starts(with: wanted) {
        return suffix
      }
    }
    return "doc"
  }
}
