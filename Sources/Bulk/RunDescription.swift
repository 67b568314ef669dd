import Report

/// What the results of a run depend on, besides its inputs: the contents of run.json.
package struct RunDescription: Hashable, Sendable {
  package static let format = "juesuan-run/1"

  package var version: String
  /// Of the program and of the library that interprets pages.
  package var build: String
  package var limits: RunLimits

  package init(version: String, build: String, limits: RunLimits) {
    self.version = version
    self.build = build
    self.limits = limits
  }

  package func encoded() -> [UInt8] {
    var json = JSONWriter()
    json.object(.block) { json in
      json.member("format", RunDescription.format)
      members(to: &json)
    }
    return json.finish()
  }

  func members(to json: inout JSONWriter) {
    json.member("tool")
    json.object(.line) { json in
      json.member("name", "juesuan")
      json.member("version", version)
      json.member("build", build)
    }
    json.member("options")
    json.object(.line) { json in
      json.member("memory", limits.megabytes)
      json.member("timeout", limits.seconds)
    }
  }

  /// nil where the bytes are no description that this version understands: its results are not used then.
  package init?(_ bytes: [UInt8]) {
    guard let json = try? JSONObject(JSONParser.parse(bytes)),
      (try? json.required("format", JSONValue.text)) == RunDescription.format
    else { return nil }
    self.init(members: json)
  }

  init?(members json: JSONObject) {
    do throws(Malformed) {
      let tool = try json.required("tool") { value throws(Malformed) in try JSONObject(value) }
      let options = try json.required("options") { value throws(Malformed) in try JSONObject(value) }
      version = try tool.required("version", JSONValue.text)
      build = try tool.required("build", JSONValue.text)
      limits = RunLimits(
        megabytes: try options.required("memory", JSONValue.natural),
        seconds: try options.required("timeout", JSONValue.natural))
    } catch {
      return nil
    }
  }

  /// Whether an outcome of an earlier run stands as one of this run.
  func accepts(_ outcome: Outcome, of earlier: RunDescription) -> Bool {
    guard version == earlier.version, build == earlier.build else { return false }
    if let reason = outcome.failure?.reason {
      guard reason.isOfContent else { return false }
      if reason.dependsOnLimits { return limits == earlier.limits }
    }
    return limits.isAtLeast(earlier.limits)
  }
}
