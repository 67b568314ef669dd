import ArgumentParser
import Harvest

/// Which pages are read for links to documents.
struct FetchPageOptions: ParsableArguments {
  @Option(help: "Read pages up to this many links away from a listed page; its further pages count as itself.")
  var depth = 1

  @Option(
    help: ArgumentHelp(
      "Read a linked page only if its link's text holds one of these words; \"\" for every page. (default: 决算, 预算, 三公)",
      valueName: "word"))
  var follow: [String] = []

  @Flag(help: "Also read pages of other hosts than the listed page's. Documents may be anywhere.")
  var anyHost = false

  @Option(help: "Read at most this many pages from each listed address.")
  var maxPages = 500

  @Flag(help: "Take documents that are there as they are, instead of asking for changes.")
  var newOnly = false

  func validate() throws {
    if depth < 0 { throw ValidationError("--depth is at least 0.") }
    if maxPages < 0 { throw ValidationError("--max-pages is at least 0.") }
  }

  func apply(to options: inout HarvestOptions) {
    options.depth = depth
    if !follow.isEmpty { options.followedWords = follow.filter { !$0.isEmpty } }
    options.followsOtherHosts = anyHost
    options.pageLimit = maxPages
    options.fetchesOnlyNew = newOnly
  }
}

/// How servers are asked.
struct FetchMannerOptions: ParsableArguments {
  @Option(help: "Requests a second to each host; a robots.txt may ask for fewer.")
  var rate = 1.0

  @Option(help: ArgumentHelp("What servers are told of who asks.", valueName: "name"))
  var userAgent = "juesuan/\(Juesuan.configuration.version) (collects published final accounts and budgets)"

  @Option(help: ArgumentHelp("Try a failed request again so often.", valueName: "count"))
  var retries = 4

  @Option(
    help: ArgumentHelp("Wait this long before the first retry, and twice as long each time.", valueName: "seconds"))
  var backoff = 1.0

  @Option(help: ArgumentHelp("Wait at most this long where a server asks for it.", valueName: "seconds"))
  var maxWait = 300.0

  @Option(help: ArgumentHelp("Give up a request after this time.", valueName: "seconds"))
  var timeout = 600.0

  @Option(help: ArgumentHelp("Give up a transfer that is slower than this for 30 seconds.", valueName: "bytes/s"))
  var minSpeed = 500

  @Option(help: ArgumentHelp("Take no file larger than this.", valueName: "MB"))
  var maxSize = 256

  @Option(help: ArgumentHelp("Follow at most this many redirects.", valueName: "count"))
  var maxRedirects = 10

  @Option(help: ArgumentHelp("Trust these certificates (PEM) instead of the system's.", valueName: "file"))
  var caFile: String?

  func validate() throws {
    let times = [("--backoff", backoff), ("--max-wait", maxWait), ("--timeout", timeout)]
    for (name, value) in times where !(0...1e6).contains(value) {
      throw ValidationError("\(name) is from 0 to 1000000 seconds.")
    }
    if !(0.0001...1000).contains(rate) { throw ValidationError("--rate is from 0.0001 to 1000 requests a second.") }
    if timeout < 0.001 { throw ValidationError("--timeout is at least 0.001 seconds.") }
    for (name, value) in [("--retries", retries), ("--min-speed", minSpeed), ("--max-redirects", maxRedirects)]
    where !(0...1_000_000).contains(value) {
      throw ValidationError("\(name) is from 0 to 1000000.")
    }
    if !(1...1_000_000).contains(maxSize) { throw ValidationError("--max-size is from 1 to 1000000 MB.") }
    if userAgent.isEmpty || userAgent.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      throw ValidationError("--user-agent is one line of text.")
    }
  }

  func apply(to options: inout HarvestOptions) {
    options.interval = .seconds(1 / rate)
    options.retries = retries
    options.backoff = .seconds(backoff)
    options.longestWait = .seconds(maxWait)
    options.timeout = .seconds(timeout)
    options.slowestSpeed = minSpeed
    options.sizeLimit = maxSize << 20
    options.redirectLimit = maxRedirects
    options.caFile = caFile
  }
}

/// What is shown of the work.
struct FetchDisplayOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing on standard error but what could not be fetched.")
  var quiet = false

  @Flag(help: "Write the summary to standard output, as JSON.")
  var json = false

  @Flag(help: "Write each line of the manifest to standard output as soon as it is known.")
  var jsonl = false

  @Flag(help: "Write the documents' addresses and their links' texts to standard output, and keep nothing.")
  var dryRun = false

  func validate() throws {
    if json, jsonl { throw ValidationError("--json and --jsonl exclude each other.") }
  }
}
