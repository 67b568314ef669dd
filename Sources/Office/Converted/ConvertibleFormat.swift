/// Formats that are read by way of LibreOffice.
enum ConvertibleFormat: Hashable {
  /// Word 97 to 2003, as which WPS writes its .wps, too.
  case word97
  /// Word before 97.
  case oldWord
  /// Excel before 97.
  case oldWorkbook
  /// Word's XML of 2003.
  case wordXML
  case richText
  /// Microsoft Works, which calls its texts .wps.
  case works

  /// What it is called in messages.
  var name: String {
    switch self {
    case .word97: "Word document of 97 to 2003 (.doc)"
    case .oldWord: "Word document from before 1997 (.doc)"
    case .oldWorkbook: "Excel workbook from before 1997 (.xls)"
    case .wordXML: "Word document in the XML of 2003"
    case .richText: "document in rich text format (.rtf)"
    case .works: "document of Microsoft Works (.wps)"
    }
  }

  var mediaType: String {
    switch self {
    case .word97, .oldWord: "application/msword"
    case .oldWorkbook: BinaryWorkbookReader.mediaType
    case .wordXML: "application/vnd.ms-wordml"
    case .richText: "application/rtf"
    case .works: "application/vnd.ms-works"
    }
  }

  /// By which LibreOffice is told what to expect.
  var suffix: String {
    switch self {
    case .word97, .oldWord: "doc"
    case .oldWorkbook: "xls"
    case .wordXML: "xml"
    case .richText: "rtf"
    case .works: "wps"
    }
  }

  var isWorkbook: Bool { self == .oldWorkbook }
}
