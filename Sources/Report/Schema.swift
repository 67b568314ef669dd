import CCatalogue

/// The JSON Schemas (draft 2020-12) of the formats, as UTF-8.
public enum Schema {
  /// Of `juesuan/1`, which `DocumentJSON` writes.
  public static var document: [UInt8] {
    var length = 0
    return bytes(juesuan_document_schema(&length), length)
  }

  /// Of `juesuan-report/1`, which `ReportJSON` writes.
  public static var report: [UInt8] {
    var length = 0
    return bytes(juesuan_report_schema(&length), length)
  }

  private static func bytes(_ text: UnsafePointer<CChar>?, _ length: Int) -> [UInt8] {
    [UInt8](UnsafeRawBufferPointer(start: text, count: length))
  }
}
