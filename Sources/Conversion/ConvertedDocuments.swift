import Glibc
import PageContent

/// Documents by way of LibreOffice. The last one is kept, since one command may read its document more than once.
package final class ConvertedDocuments: @unchecked Sendable {
  package static let shared = ConvertedDocuments()

  private var lock = pthread_mutex_t()
  private var last: (key: String, content: FileContent)?

  private init() { pthread_mutex_init(&lock, nil) }

  /// - Throws: `.needsLibreOffice`, `.notConverted`
  package func content(
    _ source: FileContent, _ format: String, from suffix: String, to target: String
  ) throws(InputError) -> FileContent {
    let key = "\(source.sha256()).\(suffix).\(target)"
    if let kept = kept(key) { return kept }
    guard let office = LibreOffice.installed() else { throw .needsLibreOffice(format) }
    let made = try office.converted(source, format, from: suffix, to: target)
    pthread_mutex_lock(&lock)
    last = (key, made)
    pthread_mutex_unlock(&lock)
    return made
  }

  private func kept(_ key: String) -> FileContent? {
    pthread_mutex_lock(&lock)
    defer { pthread_mutex_unlock(&lock) }
    return last?.key == key ? last?.content : nil
  }
}
