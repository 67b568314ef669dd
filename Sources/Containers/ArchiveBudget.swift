import PageContent

/// What is left of the limits of an archive, and of those that lie in it.
package final class ArchiveBudget {
  package let limits: ArchiveLimits
  private var members = 0
  private var bytes = 0

  package init(_ limits: ArchiveLimits = ArchiveLimits()) { self.limits = limits }

  func takeMember() throws(InputError) {
    members += 1
    if members > limits.members { throw .packsTooMuch("the archive has more than \(limits.members) members") }
  }

  func take(bytes count: Int) { bytes += count }

  /// Whether a member of so many bytes may be unpacked from a file of another size.
  func check(_ size: Int, of name: String, in file: Int) throws(InputError) {
    if size > limits.memberBytes { throw .packsTooMuch("“\(name)” has more than \(limits.memberBytes) bytes") }
    if size > limits.bytes - bytes { throw .packsTooMuch("its members have more than \(limits.bytes) bytes together") }
    if size > max(limits.freeBytes, file.multipliedReportingOverflow(by: limits.ratio).partialValue) {
      throw .packsTooMuch("“\(name)” unpacks to more than \(limits.ratio) times the size of the file")
    }
  }
}
