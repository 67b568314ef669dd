import Containers
import Conversion
import PageContent

/// Reads a document by way of LibreOffice, and looks whether all tables and figures came through.
enum ConvertedReader {
  /// - Parameter original: what the document itself holds, where that can be told.
  /// - Throws: `.needsLibreOffice`, `.notConverted`, and what reading throws.
  static func read(
    _ content: FileContent, _ format: ConvertibleFormat, original: BinaryWordText?
  ) throws(InputError) -> OfficeContent {
    let target = format.isWorkbook ? "xlsx" : "docx"
    let made = try ConvertedDocuments.shared.content(content, format.name, from: format.suffix, to: target)
    var result: OfficeContent
    do throws(InputError) {
      result = try format.isWorkbook ? WorkbookReader.read(made) : WordReader.read(made)
    } catch {
      guard case .damaged(_, let reason) = error else { throw error }
      throw .notConverted(format.name, "what LibreOffice made of it is damaged: \(reason)")
    }
    result.blocks = BrokenReferences.removed(from: result.blocks)
    result.mediaType = format.mediaType
    if let text = original?.text { result.lostFigures = LostFigures(of: text, in: result).figures }
    if let count = original?.tableCount { result.lostTables = max(0, count - result.tableCount) }
    return result
  }
}
