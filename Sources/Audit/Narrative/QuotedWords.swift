import Disclosure
import PageContent

/// The words that name what a table's total or column names, and nothing narrower.
enum QuotedWords {
  /// Whether a subject says nothing but what the form says: 财政拨款支出预算 does, 会议费财政拨款支出预算 does not. Both are
  /// normalised.
  static func isPlain(_ subject: String, department: Phrase?) -> Bool {
    // What begins within a bracket is the end of another subject: （实施单位：…（本级））支出财政拨款.
    guard subject.unicodeScalars.count(where: { $0 == "(" }) == subject.unicodeScalars.count(where: { $0 == ")" })
    else {
      return false
    }
    var rest = Rest(subject)
    if let department { rest.remove(department) }
    for word in words { rest.remove(word) }
    return rest.text.unicodeScalars.count { !$0.isASCIIDigit && !fillers.contains($0) } < 2
  }

  /// What is left of a subject.
  private struct Rest {
    private(set) var text: String
    private var pairs: CharacterPairs

    init(_ text: String) {
      self.text = text
      pairs = CharacterPairs(text)
    }

    mutating func remove(_ word: Phrase) {
      while pairs.include(word.pairs), let found = text.range(of: word.text) {
        text.removeSubrange(found)
        pairs = CharacterPairs(text)
      }
    }
  }

  /// Longer words before the shorter ones that they hold.
  private static let words: [Phrase] = [
    "一般公共预算", "政府性基金", "国有资本经营", "财政拨款", "日常公用经费", "公用经费", "人员经费", "三公经费", "因公出国(境)", "因公出国",
    "公务用车", "公务接待", "购置", "运行维护", "运行", "基本支出", "项目支出", "上级补助", "附属单位补助", "附属单位", "上缴上级", "上缴",
    "事业", "经营", "其他", "本年度", "本年", "当年", "全年", "年度", "收入", "支出", "收支", "决算", "预算", "合计", "总计", "总额", "总数",
    "部门", "单位", "金额", "经费", "费用", "拨款", "财政", "安排", "各项",
  ]
  /// Characters that say nothing by themselves.
  private static let fillers = Set("年费数总本我及和与对收支()、,:的".unicodeScalars)
}
