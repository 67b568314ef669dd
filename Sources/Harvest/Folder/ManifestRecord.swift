/// What is known of one address: a line of the manifest (format `juesuan-fetch/1`).
///
/// ```
/// { "address": "http://czj.example.gov.cn/a.pdf",   as listed or linked, in one spelling: the manifest's key
///   "kind": "document" | "page" | null,             null where nothing ever came
///   "outcome": "fetched" | "changed" | "unchanged" | "failed" | "disallowed" | "skipped",
///   "reason": null | "status" | "robots" | …,       why not; `Failure.Reason` has all of them
///   "message": null | "404 Not Found",
///   "time": "2026-03-01T08:15:30Z",                 when the outcome was known
///   "status": 200 | null,                           HTTP's, of the last answer
///   "finalAddress": "…" | null,                     where redirects led
///   "foundOn": "…" | null,                          the page that links to it; null where it was listed
///   "listed": "…",                                  the listed address that it was found from
///   "text": "2024年度部门决算" | null,                 the link's text
///   "columns": { "department": "…" },               the list's further columns
///   "etag": … , "lastModified": … , "contentType": … , "contentDisposition": … , "contentLength": … ,   headers, or null
///   "file": "files/czj.example.gov.cn/a-….pdf" | null,   below the folder
///   "bytes": 123456 | null, "sha256": "…" | null, "fetchedAt": "…" | null }
/// ```
///
/// Headers, file, bytes, SHA-256 and `fetchedAt` are those of what was last fetched: a failure later keeps them.
package struct ManifestRecord: Hashable, Sendable {
  package enum Kind: String, Sendable { case document, page }

  package var address: String
  package var kind: Kind?
  package var outcome: Outcome
  package var reason: String?
  package var message: String?
  package var time: String
  package var status: Int?
  package var finalAddress: String?
  package var foundOn: String?
  package var listed: String
  package var text: String?
  package var columns: [ListColumn] = []
  package var headers = KeptHeaders()
  package var file: String?
  package var bytes: Int?
  package var sha256: String?
  package var fetchedAt: String?

  /// The headers that are worth keeping: those by which the server is asked for changes, and what it said of the file.
  package struct KeptHeaders: Hashable, Sendable {
    package var etag: String?
    package var lastModified: String?
    package var contentType: String?
    package var contentDisposition: String?
    package var contentLength: String?
  }
}

/// A further column of the list, with its name.
package struct ListColumn: Hashable, Sendable {
  package var name: String
  package var value: String
}
