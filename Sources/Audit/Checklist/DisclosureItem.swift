import Disclosure
import PageContent

/// An item that a report must disclose, and whether it does.
///
/// ```swift
/// for item in report.disclosure where item.status == .missing { print(item.name, item.basis) }
/// ```
public struct DisclosureItem: Sendable, Hashable {
  public enum Status: String, Sendable, CaseIterable {
    /// It is there.
    case disclosed
    /// The report says that there is none of it.
    case declaredEmpty
    /// What could hold it was read, and says nothing of it.
    case missing
    /// What could hold it is in another file, or could not be read.
    case notRead
    /// It is not due of this publisher, or was not yet in this year.
    case notApplicable
  }

  /// The catalogue's key.
  public var item: String
  /// In Chinese, as the rules name it: 机关运行经费.
  public var name: String
  public var status: Status
  public var duty: Checklist.Duty
  /// The laws and rules that it stands in, by name and number.
  public var basis: String
  /// Why it was not read or does not apply, in Chinese; else nil.
  public var reason: String?
  /// Where it is disclosed or declared empty, or the printed place that lacks it; else nil.
  public var location: Location?
  /// What is printed there, as far as it fits a line.
  public var text: String

  public init(
    item: String, name: String, status: Status, duty: Checklist.Duty, basis: String, reason: String? = nil,
    location: Location? = nil, text: String = ""
  ) {
    self.item = item
    self.name = name
    self.status = status
    self.duty = duty
    self.basis = basis
    self.reason = reason
    self.location = location
    self.text = text
  }
}

extension AuditReport {
  /// How many of the items that are demanded, or of the others, have a status.
  public func count(of status: DisclosureItem.Status, required: Bool) -> Int {
    disclosure.count { $0.status == status && ($0.duty == .required) == required }
  }
}
