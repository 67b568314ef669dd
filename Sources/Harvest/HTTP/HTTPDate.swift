import Glibc

/// Dates as HTTP and the manifest write them.
enum HTTPDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// Seconds since 1970 of a date in one of the three forms of RFC 9110, 5.6.7; nil for anything else.
  static func seconds(_ text: String) -> Int? {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let numbers = words.compactMap { ForeignNumber.value($0) }
    guard numbers.count == 5, let month = months.firstIndex(where: { name in words.contains { $0 == name } }) else {
      return nil
    }
    // Sun, 06 Nov 1994 08:49:37 GMT and Sunday, 06-Nov-94 08:49:37 GMT, or Sun Nov  6 08:49:37 1994.
    guard text.contains(",") else {
      return seconds(year: numbers[4], month: month + 1, day: numbers[0], time: Array(numbers[1...3]))
    }
    let year = numbers[1] < 70 ? numbers[1] + 2000 : numbers[1] < 100 ? numbers[1] + 1900 : numbers[1]
    return seconds(year: year, month: month + 1, day: numbers[0], time: Array(numbers[2...4]))
  }

  /// Seconds since 1970 of a timestamp such as `2026-03-01T08:15:30Z`.
  static func seconds(ofTimestamp text: String) -> Int? {
    let numbers = text.split { !$0.isNumber }.compactMap { ForeignNumber.value($0) }
    guard numbers.count == 6, text.hasSuffix("Z") else { return nil }
    return seconds(year: numbers[0], month: numbers[1], day: numbers[2], time: Array(numbers[3...5]))
  }

  /// `2026-03-01T08:15:30Z`.
  static func timestamp(_ seconds: Int) -> String {
    var time = time_t(seconds)
    var parts = tm()
    gmtime_r(&time, &parts)
    let text = [CChar](unsafeUninitializedCapacity: 32) { buffer, count in
      count = strftime(buffer.baseAddress, 32, "%Y-%m-%dT%H:%M:%SZ", &parts)
    }
    return String(decoding: text.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static var now: Int { time(nil) }

  private static func seconds(year: Int, month: Int, day: Int, time: [Int]) -> Int? {
    guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day), (0...23).contains(time[0]),
      (0...59).contains(time[1]), (0...60).contains(time[2])
    else { return nil }
    var parts = tm()
    parts.tm_year = Int32(year - 1900)
    parts.tm_mon = Int32(month - 1)
    parts.tm_mday = Int32(day)
    parts.tm_hour = Int32(time[0])
    parts.tm_min = Int32(time[1])
    parts.tm_sec = Int32(time[2])
    return timegm(&parts)
  }
}
