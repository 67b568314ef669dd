import Audit
import Disclosure

extension DisclosureItem.Status {
  var chinese: String {
    switch self {
    case .disclosed: "已公开"
    case .declaredEmpty: "声明为空"
    case .missing: "缺"
    case .notRead: "未读出"
    case .notApplicable: "不适用"
    }
  }
}

extension Checklist.Duty {
  var chinese: String {
    switch self {
    case .required: "应公开"
    case .gradual: "逐步公开"
    case .customary: "通常公开"
    }
  }
}

extension AuditReport {
  /// How the items of each duty stand: 应公开 31 项：已公开 27 项，声明为空 2 项，缺 1 项，未读出 1 项. Of what is due of this
  /// publisher and year.
  var disclosureCounts: [String] {
    Checklist.Duty.allCases.compactMap { duty in
      let items = disclosure.filter { $0.duty == duty && $0.status != .notApplicable }
      if items.isEmpty { return nil }
      let counts = DisclosureItem.Status.allCases.compactMap { status -> String? in
        let count = items.count { $0.status == status }
        return count == 0 ? nil : "\(status.chinese) \(count) 项"
      }
      return "\(duty.chinese) \(items.count) 项：" + counts.joined(separator: "，")
    }
  }
}
