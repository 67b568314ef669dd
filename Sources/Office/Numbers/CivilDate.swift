/// A day and a time of it, from the number by which a workbook stores them: days since the end of 1899, or of 1903.
struct CivilDate {
  let year: Int
  let month: Int
  let day: Int
  /// 0 for Sunday.
  let weekday: Int
  /// Of the day, and of all days since the beginning.
  let seconds: Int
  let allSeconds: Int

  /// nil for what is no day: negative numbers, and those past the year 9999.
  init?(serial value: DecimalDigits, isFrom1904: Bool) {
    guard !value.isNegative || value.isZero, value.exponent < 7 else { return nil }
    let days = value.integerDigits.reduce(0) { $0 * 10 + Int($1) }
    guard days < 2_958_466 else { return nil }
    // Twelve digits of the day: far less than a second.
    let fraction = value.fractionDigits(12).reduce(0) { $0 * 10 + Int($1) }
    let (seconds, rest) = (fraction * 864).quotientAndRemainder(dividingBy: 10_000_000_000)
    let rounded = seconds + (rest * 2 >= 10_000_000_000 ? 1 : 0)
    let day = days + rounded / 86400
    self.seconds = rounded % 86400
    allSeconds = days * 86400 + rounded
    weekday = (isFrom1904 ? day + 5 : day + 6) % 7
    // 29 February 1900 is a day to workbooks, and none to the calendar.
    if !isFrom1904, day == 60 || day == 0 {
      (year, month, self.day) = day == 60 ? (1900, 2, 29) : (1900, 1, 0)
      return
    }
    let sinceMarch0000 = isFrom1904 ? day + 695_361 : day + 693_899 + (day < 60 ? 1 : 0)
    (year, month, self.day) = CivilDate.civil(sinceMarch0000)
  }

  /// The number by which a workbook stores `2024-01-31T12:00:00.000`; nil for anything else, and before March 1900.
  static func serial(of text: String, isFrom1904: Bool) -> Double? {
    let parts = text.split(separator: "T", maxSplits: 1)
    let date = parts.first?.split(separator: "-").compactMap { Int($0) } ?? []
    guard date.count == 3, (1900...9999).contains(date[0]), (1...12).contains(date[1]), (1...31).contains(date[2])
    else {
      return nil
    }
    let clock = parts.count > 1 ? parts[1].split(separator: ":").compactMap { Double($0) } : []
    let seconds = zip(clock, [3600.0, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
    let day = daysSinceMarch0000(date[0], date[1], date[2]) - (isFrom1904 ? 695_361 : 693_899)
    return day < (isFrom1904 ? 0 : 61) ? nil : Double(day) + seconds / 86400
  }

  private static func daysSinceMarch0000(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month < 3 ? year - 1 : year
    let ofYear = (153 * (month < 3 ? month + 9 : month - 3) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + ofYear
  }

  /// The date of a day counted from 1 March of the year 0 (Howard Hinnant's days_from_civil, turned around).
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let era = days / 146_097
    let ofEra = days - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * ofYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, ofYear - (153 * shifted + 2) / 5 + 1)
  }
}
