import Audit
import Disclosure

extension AuditReport {
  /// 读到 9 张表、文字中 52 个数，另有 1 张表未能识读: what a verdict rests on.
  var whatWasRead: String {
    let facts = document.narrative.facts.count
    let unread = document.problems.count { $0.kind == .unreadTable }
    return "读到 \(document.tables.count) 张表" + (facts > 0 ? "、文字中 \(facts) 个数" : "")
      + (unread > 0 ? "，另有 \(unread) 张表未能识读" : "")
  }

  /// Said where no finding is an error: it speaks of no more than was there to check.
  var nothingFound: String {
    if document.tables.isEmpty { return "文字中未发现错误" }
    return document.narrative.facts.isEmpty ? "报表中未发现错误" : "未发现错误"
  }
}
