import Disclosure
import PageContent

/// What a finding about a balance says beside the figures.
struct BalanceWording {
  /// What the parts are called together where there are too many to name: 各组成栏, 所列各款.
  var parts: String
  /// Said where the parts fall short of the total.
  var shortfall: String?
  /// Said instead where no part is printed.
  var nothing: String?
}

extension Verdicts {
  /// Weighs a balance, records the outcome and, where the figures differ, tells it.
  mutating func weigh(_ balance: Balance, in subject: Subject, wording: @autoclosure () -> BalanceWording) {
    judge(balance.verdict(in: subject), on: balance, in: subject, wording: wording())
  }

  /// Weighs one sum in every column. Where it falls short in several, an item is not listed, as secret ones must not be:
  /// that is one warning. A wrong figure is wrong in one column.
  mutating func weigh(_ balances: [Balance], in subject: Subject, wording: @autoclosure () -> BalanceWording) {
    let weighed = balances.map { $0.verdict(in: subject) }
    let gaps = weighed.compactMap { if case .failed(let gap) = $0 { gap } else { nil } }
    let lacksItem = gaps.count > 1 && gaps.allSatisfy { $0.expected.magnitude < $0.actual.magnitude }
    var isTold = false
    for (balance, verdict) in zip(balances, weighed) {
      if lacksItem, case .failed(let gap) = verdict {
        record(.failed)
        if isTold { continue }
        isTold = true
        var finding = finding(balance, gap, isRounding: false, in: subject, wording())
        finding.severity = .warning
        finding.message += "同一行共\(gaps.count)栏如此。"
        add(finding, of: balance.identity(in: subject))
      } else {
        judge(verdict, on: balance, in: subject, wording: wording())
      }
    }
  }

  mutating func judge(
    _ verdict: Balance.Verdict, on balance: Balance, in subject: Subject, wording: @autoclosure () -> BalanceWording
  ) {
    switch verdict {
    case .passed: record(.passed)
    case .notApplicable: record(.notApplicable, reason: "各项均无数")
    case .notEvaluable(let reason): record(.notEvaluable, reason: reason)
    case .rounding(let gap):
      record(.rounding)
      add(finding(balance, gap, isRounding: true, in: subject, wording()), of: balance.identity(in: subject))
    case .failed(let gap):
      record(.failed)
      add(finding(balance, gap, isRounding: false, in: subject, wording()), of: balance.identity(in: subject))
    }
  }

  private func finding(
    _ balance: Balance, _ gap: Balance.Gap, isRounding: Bool, in subject: Subject, _ wording: BalanceWording
  ) -> Finding {
    let printed = balance.parts.filter { subject.amount($0.place) != nil }
    let unit = gap.unit?.rawValue ?? ""
    var message = subject.statement(of: balance.total) + "，"
    if printed.count == 1, balance.parts.count == 1, !balance.parts[0].isSubtracted {
      message += "而" + subject.statement(of: .figure(printed[0].place))
    } else if printed.isEmpty {
      message += "而" + subject.statementOfNothing(balance, wording)
    } else {
      message += "而" + subject.sum(printed, of: balance, wording) + "为\(gap.expected)\(unit)"
    }
    message += "，相差\(gap.difference)\(unit)"
    message += isRounding ? "，在舍入误差\(gap.tolerance.trimmed)\(unit)以内。" : "，超出允许的舍入误差\(gap.tolerance.trimmed)\(unit)。"
    if !isRounding, let shortfall = wording.shortfall, gap.expected.magnitude < gap.actual.magnitude {
      message += shortfall + "。"
    }
    var evidence: [Evidence] = []
    switch balance.total {
    case .figure(let place): evidence.append(subject.evidence(place))
    case .empty(let table): evidence.append(subject.evidence(ofTable: table))
    }
    let shown = printed.isEmpty ? balance.parts.prefix(3) : printed.prefix(40)
    evidence += shown.map { subject.evidence($0.place) }
    evidence += balance.emptyTables.map { subject.evidence(ofTable: $0) }
    return Finding(
      rule: rule, severity: isRounding ? .info : severity, message: message,
      expected: gap.expected.description, actual: gap.actual.description, difference: gap.difference.description,
      tolerance: gap.tolerance.trimmed, evidence: evidence, isRounding: isRounding)
  }
}

extension Subject {
  /// 《收入决算表》“合计”行“本年收入合计”栏为1,802.64万元
  func statement(of total: Balance.Total) -> String {
    switch total {
    case .empty(let table):
      return title(table) + (tables[table].status == .declaredEmpty ? "声明无数据" : "为空白")
    case .figure(let place):
      guard let figure = figure(place) else { return describe(place) + "为空白" }
      return describe(place) + "为" + Subject.quoted(figure)
    }
  }

  fileprivate static func quoted(_ figure: Figure) -> String {
    figure.amount.map { figure.text + ($0.unit?.rawValue ?? "") } ?? "“\(figure.text)”"
  }

  fileprivate func statementOfNothing(_ balance: Balance, _ wording: BalanceWording) -> String {
    if let nothing = wording.nothing { return nothing }
    if let table = balance.emptyTables.first { return statement(of: .empty(table: table)) }
    if balance.parts.count == 1 { return statement(of: .figure(balance.parts[0].place)) }
    return wording.parts + "均为空白"
  }

  /// 各组成栏“财政拨款收入”1,802.64 + “其他收入”0.10合计, or 所列各款（12项）之和.
  fileprivate func sum(_ parts: [Balance.Part], of balance: Balance, _ wording: BalanceWording) -> String {
    if parts.count == 1, !parts[0].isSubtracted {
      return wording.parts + "仅" + name(of: parts[0].place, beside: balance.total)
    }
    guard parts.count <= 6 else { return "\(wording.parts)（\(parts.count)项）之和" }
    var text = ""
    for (index, part) in parts.enumerated() {
      text += part.isSubtracted ? " - " : index > 0 ? " + " : ""
      text += name(of: part.place, beside: balance.total) + (figure(part.place)?.text ?? "")
    }
    return wording.parts + text + "合计"
  }

  /// A figure by what tells it apart from the total: its column, its row, or all of it.
  private func name(of place: Place, beside total: Balance.Total) -> String {
    guard case .figure(let other) = total, other.table == place.table else { return describe(place) }
    return other.section == place.section && other.row == place.row
      ? Wording.quoted(columnName(place)) : Wording.quoted(rowName(place))
  }
}

extension ExactNumber {
  /// Plain digits without trailing zeros after the point.
  var trimmed: String {
    var number = self
    while number.scale > 0, number.mantissa % 10 == 0 {
      number = ExactNumber(mantissa: number.mantissa / 10, scale: number.scale - 1)
    }
    return number.description
  }
}
