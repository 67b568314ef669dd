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
    case .notText: "neither a PDF nor text in UTF-8, UTF-16 or GB18030"
    case .otherFormat(let name): "this is \(name), not a PDF or a text"
    case .malformedJSON(let reason): "not an extracted document: \(reason)"
    }
  }
}
