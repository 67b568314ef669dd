/// What reading one file came to.
package enum Outcome: Hashable, Sendable {
  case done(Figures)
  case failed(Failure)

  /// What the index tells of a document.
  package struct Figures: Hashable, Sendable {
    /// nil for a text.
    package var pages: Int?
    /// Findings of its report.
    package var errors: Int
    package var warnings: Int

    package init(pages: Int?, errors: Int, warnings: Int) {
      self.pages = pages
      self.errors = errors
      self.warnings = warnings
    }
  }

  package var failure: Failure? { if case .failed(let failure) = self { failure } else { nil } }
}

/// The outcome for a content, which the run keeps.
struct StoredOutcome: Hashable, Sendable {
  /// The name that the document's JSON bears.
  var sourceName: String
  var outcome: Outcome
}
