import PageContent
import TableStructure

extension Caption {
  /// The labels of a caption, as they stand before its parts.
  static let labels = HeadWording.shared.words(.captionDepartment) + ["金额单位"]

  /// 部门：X, 编制单位：X, 单位名称：X, as printed.
  static func department(in text: String) -> String? {
    // Most lines have no colon.
    guard text.utf8.count < longest, let colon = text.unicodeScalars.firstIndex(where: isColon) else { return nil }
    let wording = HeadWording.shared
    guard wording.fits(Wording.normalised(String(text[..<colon])), .captionDepartment) else { return nil }
    var rest = Substring(TextJoin.squashed(String(text[text.index(after: colon)...])))
    // The unit or another caption may follow in the same line.
    for label in wording.words(.captionNext) {
      for mark in ["：", ":"] {
        if let next = rest.range(of: label + mark) { rest = rest[..<next.lowerBound] }
      }
    }
    // 编制单位：某局（单位：元）
    while let last = rest.last, "（(".contains(last) { rest.removeLast() }
    if let next = rest.unicodeScalars.firstIndex(where: isColon), let name = longestName(in: rest[..<next]) {
      rest = name
    }
    let bare = Wording.normalised(String(rest)).drop { $0 == "(" }
    let isUnit = bare.count <= 6 && MonetaryUnit(stated: String(bare)) != nil
    return rest.count >= 2 && !isUnit && !rest.ends(with: "元") && rest.count < 60 ? String(rest) : nil
  }

  /// In UTF-8.
  private static let longest = 360

  private static func isColon(_ scalar: Unicode.Scalar) -> Bool { scalar == "：" || scalar == ":" }

  /// The name that a text begins with, before a label that the catalogue does not know.
  private static func longestName(in text: Substring) -> Substring? {
    var name = text.prefix(60)
    while !name.isEmpty {
      if OrganisationName.isOne(Wording.normalised(String(name))) { return name }
      name.removeLast()
    }
    return nil
  }
}
