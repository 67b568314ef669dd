import Audit
import Disclosure
import PageContent
import Report

/// A document's file, read but not yet understood: enough to tell whether it has changed.
struct DocumentBytes: Sendable {
  var file: DatasetSource.File
  var document: [UInt8]
  var report: [UInt8]?
  var documentHash: String
  var reportHash: String?

  init(_ file: DatasetSource.File, in folder: String) throws(InputError) {
    self.file = file
    document = try FileBytes.read("\(folder)/\(file.document)")
    documentHash = sha256(of: document)
    guard let path = file.report else { return }
    let bytes = try FileBytes.read("\(folder)/\(path)")
    report = bytes
    reportHash = sha256(of: bytes)
  }

  func record() throws(InputError) -> DocumentRecord {
    let document = try DocumentJSONReader.document(from: document)
    guard document.source.sha256.utf8.count == 64, document.source.sha256.utf8.allSatisfy(DocumentBytes.isHexadecimal)
    else { throw .malformedJSON("“sha256” is no SHA-256") }
    var auditReport: AuditReport?
    if let report { auditReport = try ReportJSONReader.report(from: report, on: document) }
    return DocumentRecord(document, documentHash: documentHash, report: auditReport, reportHash: reportHash)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
