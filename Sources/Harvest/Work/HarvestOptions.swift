/// How a harvest is gathered.
package struct HarvestOptions: Sendable {
  package var userAgent: String
  /// Certificates to trust instead of the system's.
  package var caFile: String?
  /// The time between two requests to one host.
  package var interval = Duration.seconds(1)
  /// How often a failed request is tried again.
  package var retries = 4
  /// The wait before the first retry; each further one is twice as long.
  package var backoff = Duration.seconds(1)
  /// The longest wait that a server may ask for.
  package var longestWait = Duration.seconds(300)
  package var sizeLimit = 256 << 20
  /// For one request, from its connection to its last byte.
  package var timeout = Duration.seconds(600)
  /// In bytes per second; a transfer slower than that over `stallSeconds` is given up. 0 for none.
  package var slowestSpeed = 500
  package var stallSeconds = 30
  package var redirectLimit = 10
  /// How many links away from a listed page further pages are read.
  package var depth = 1
  /// The most pages that are read from one listed address.
  package var pageLimit = 500
  /// The most hosts that the pages of one listed address may add: each is asked for its robots.txt, and waited for.
  package var foundHostLimit = 1000
  /// Words of which one must stand in a link's text for its page to be read; empty for every page.
  package var followedWords: [String]
  /// Whether pages of other hosts than the listed page's are read too.
  package var followsOtherHosts = false
  /// Whether what is there is taken as it is, without asking for changes.
  package var fetchesOnlyNew = false
  /// Whether documents are only named.
  package var isDryRun = false

  /// The most transfers at once, of all hosts and of one.
  let connectionLimit = 16
  let hostConnectionLimit = 2

  package init(userAgent: String) {
    self.userAgent = userAgent
    followedWords = LinkWording.shared.words(.report)
  }

  /// The name that robots.txt files may call this robot by.
  var agentToken: String { String(userAgent.prefix { $0 != "/" && $0 != " " }) }
}
