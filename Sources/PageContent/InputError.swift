/// Why an input could not be read. The file's name is added by whoever shows it.
public enum InputError: Error, Hashable, Sendable {
  case missing
  case directory
  case notPermitted
  case unreadable(String)
  case empty
  case tooLarge(bytes: Int, limit: Int)
  case encryptedPDF
  case damagedPDF(String)
  case pdfWithoutPages
  /// Neither a PDF nor text in a known encoding.
  case notText
  /// Another format, told by its content: "a ZIP archive or Office file", "a PNG image", …
  case otherFormat(String)
  /// A file of a known format that does not follow it: "Word document", and why.
  case damaged(String, String)
  /// An archive, or a file made as one, that needs a password.
  case encrypted(String)
  /// A format that only LibreOffice reads, which is not installed.
  case needsLibreOffice(String)
  /// LibreOffice made nothing of a file of this format, and why.
  case notConverted(String, String)
  /// An archive without a document.
  case nothingInArchive
  /// An archive with more than one document: how many, and the names of the first.
  case severalInArchive(Int, [String])
  /// What is packed in it is more than is unpacked.
  case packsTooMuch(String)
  /// An extracted document or report that does not follow its format.
  case malformedJSON(String)
}

extension InputError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing: "no such file"
    case .directory: "is a directory, not a file"
    case .notPermitted: "permission denied"
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .empty: "the file is empty"
    case .tooLarge(let bytes, let limit): "the file has \(bytes) bytes; at most \(limit) are read"
    case .encryptedPDF: "the PDF is encrypted; give its password with --password"
    case .damagedPDF(let reason): reason.isEmpty ? "damaged PDF" : "damaged PDF: \(reason)"
    case .pdfWithoutPages: "the PDF has no pages"
    case .notText: "neither a known format nor text in UTF-8, UTF-16 or GB18030"
    case .otherFormat(let name): "this is \(name), which is not read"
    case .damaged(let format, let reason): "damaged \(format): \(reason)"
    case .encrypted(let format): "the \(format) is protected by a password"
    case .needsLibreOffice(let format):
      "this is a \(format), which is read by way of LibreOffice; "
        + "install it: apt install libreoffice-writer-nogui libreoffice-calc-nogui"
    case .notConverted(let format, let reason): "the \(format) cannot be read: \(reason)"
    case .nothingInArchive: "the archive holds no document that is read"
    case .severalInArchive(let count, let names):
      "the archive holds \(count) documents; name one of them, as …!/\(names.first ?? "")"
    case .packsTooMuch(let what): "not unpacked: \(what)"
    case .malformedJSON(let reason): "not an extracted document: \(reason)"
    }
  }
}
