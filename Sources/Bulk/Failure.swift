import Disclosure
import PageContent
import Report

/// Why a file has no result: a word that stays the same, and the message that a person reads.
package struct Failure: Error, Hashable, Sendable {
  package var reason: Reason
  package var message: String

  /// Of a message: a line of the index is no place for a whole file.
  private static let longest = 500

  package enum Reason: String, Sendable, CaseIterable {
    case missing, directory, notPermitted, unreadable, empty, tooLarge
    case encrypted, damaged, noPages, notText, otherFormat, malformedJSON
    /// LibreOffice is missing, or made nothing of the file: another installation may.
    case notConverted
    /// Read, but nothing of a report is in it.
    case notAReport, scanned
    /// What reading it cost.
    case timeout, memory, crashed
    /// Nothing that a file's content tells: they are tried anew in the next run.
    case changed, killed
  }

  package init(_ reason: Reason, _ message: String) {
    self.reason = reason
    self.message = message.excerpt(Failure.longest)
  }

  package init(_ error: InputError) {
    let reason: Reason =
      switch error {
      case .missing: .missing
      case .directory: .directory
      case .notPermitted: .notPermitted
      case .unreadable: .unreadable
      case .empty: .empty
      case .tooLarge: .tooLarge
      case .encryptedPDF, .encrypted: .encrypted
      case .damagedPDF, .damaged: .damaged
      case .needsLibreOffice, .notConverted: .notConverted
      case .packsTooMuch: .tooLarge
      case .nothingInArchive, .severalInArchive: .notAReport
      case .pdfWithoutPages: .noPages
      case .notText: .notText
      case .otherFormat: .otherFormat
      case .malformedJSON: .malformedJSON
      }
    self.init(reason, error.description)
  }

  /// nil where the document holds something of a report.
  package init?(nothingIn document: DisclosedDocument) {
    guard let message = ProblemText.whyNothing(document) else { return nil }
    let scans = document.problems.count { $0.kind == .scan }
    self.init(scans > 0 && scans == document.source.pageCount ? .scanned : .notAReport, message)
  }

  static let changed = Failure(.changed, "changed while it was read")
  static let killed = Failure(.killed, "its worker was killed from outside, again and again")
  static let crashed = Failure(.crashed, "reading it crashed the program")

  static func timeout(_ limits: RunLimits) -> Failure {
    Failure(.timeout, "reading it takes more than \(limits.seconds) s of processor time")
  }

  static func memory(_ limits: RunLimits) -> Failure {
    Failure(.memory, "reading it takes more than \(limits.megabytes) MB of memory")
  }
}

extension Failure.Reason {
  /// Whether the same bytes fail again for the same reason.
  var isOfContent: Bool { self != .changed && self != .killed && self != .notConverted }

  /// Whether other limits could give another outcome.
  var dependsOnLimits: Bool { [.timeout, .memory, .crashed].contains(self) }
}
