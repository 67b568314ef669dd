import Report

extension ManifestRecord {
  /// The format's name, which `manifest.jsonl` begins with.
  package static let format = "juesuan-fetch/1"

  /// One line of JSON, with its line end.
  package var line: [UInt8] {
    var json = JSONWriter(capacity: 1024)
    json.object(.line) { json in
      json.member("address", address)
      json.member("kind", kind?.rawValue)
      json.member("outcome", outcome.rawValue)
      json.member("reason", reason)
      json.member("message", message)
      json.member("time", time)
      json.member("status", status)
      json.member("finalAddress", finalAddress)
      json.member("foundOn", foundOn)
      json.member("listed", listed)
      json.member("text", text)
      json.member("columns")
      json.object(.line) { json in
        for column in columns { json.member(named: column.name, column.value) }
      }
      json.member("etag", headers.etag)
      json.member("lastModified", headers.lastModified)
      json.member("contentType", headers.contentType)
      json.member("contentDisposition", headers.contentDisposition)
      json.member("contentLength", headers.contentLength)
      json.member("file", file)
      json.member("bytes", bytes)
      json.member("sha256", sha256)
      json.member("fetchedAt", fetchedAt)
    }
    return json.finish()
  }

  /// nil where a line is no record, as one is that a crash cut.
  package init?(line: some Collection<UInt8>) {
    guard case .object(let members)? = try? JSONParser.parse(Array(line)).content else { return nil }
    let values = Dictionary(members.map { ($0.name, $0.value) }) { first, _ in first }
    func text(_ name: String) -> String? { if case .string(let text)? = values[name]?.content { text } else { nil } }
    func number(_ name: String) -> Int? {
      if case .number(let digits)? = values[name]?.content { ForeignNumber.value(digits) } else { nil }
    }
    guard let address = text("address"), let outcome = text("outcome").flatMap(Outcome.init), let time = text("time"),
      let listed = text("listed")
    else { return nil }
    self.init(address: address, outcome: outcome, time: time, listed: listed)
    kind = text("kind").flatMap(Kind.init)
    reason = text("reason")
    message = text("message")
    status = number("status")
    finalAddress = text("finalAddress")
    foundOn = text("foundOn")
    self.text = text("text")
    if case .object(let members)? = values["columns"]?.content {
      columns = members.compactMap { member in
        if case .string(let value) = member.value.content { ListColumn(name: member.name, value: value) } else { nil }
      }
    }
    headers = KeptHeaders(
      etag: text("etag"), lastModified: text("lastModified"), contentType: text("contentType"),
      contentDisposition: text("contentDisposition"), contentLength: text("contentLength"))
    file = text("file")
    bytes = number("bytes")
    sha256 = text("sha256")
    fetchedAt = text("fetchedAt")
  }
}
