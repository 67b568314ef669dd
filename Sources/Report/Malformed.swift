/// Why JSON is not what it should be, and where in it.
package struct Malformed: Error {
  package var reason: String
  /// From the inside out.
  package var path: [String] = []

  package init(_ reason: String) { self.reason = reason }

  package var description: String {
    guard !path.isEmpty else { return reason }
    var place = ""
    for part in path.reversed() { place += part.hasPrefix("[") || place.isEmpty ? part : "." + part }
    return "\(place): \(reason)"
  }

  /// Names the part of the JSON that the body reads, for the message of an error in it.
  package static func within<Result>(
    _ part: @autoclosure () -> String, _ body: () throws(Malformed) -> Result
  ) throws(Malformed) -> Result {
    do {
      return try body()
    } catch {
      var error = error
      error.path.append(part())
      throw error
    }
  }
}
