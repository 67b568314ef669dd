import PageContent

/// 概况, the first part of a report: what the department is for, what it consists of, who works there.
///
/// ```swift
/// let posts = document.profile.personnel.filter { $0.status == .authorised && $0.whole == nil }
/// ```
public struct DepartmentProfile: Sendable, Hashable {
  /// 主要职能
  public var functions: [ProfileItem]
  /// 单位构成: the units whose accounts the report holds.
  public var units: [ProfileItem]
  /// 人员构成
  public var personnel: [StaffCount]

  public init(functions: [ProfileItem] = [], units: [ProfileItem] = [], personnel: [StaffCount] = []) {
    self.functions = functions
    self.units = units
    self.personnel = personnel
  }
}

/// A function, or a unit.
public struct ProfileItem: Sendable, Hashable {
  /// As printed before it: 1. （一）; nil where the list has no numbers.
  public var number: String?
  /// Without layout spaces, its lines joined.
  public var text: String
  public var location: Location

  public init(number: String?, text: String, location: Location) {
    self.number = number
    self.text = text
    self.location = location
  }
}

/// A number of people or posts: 行政编制132人, 离退休人员159人.
public struct StaffCount: Sendable, Hashable {
  public enum Status: String, Sendable, CaseIterable {
    /// 编制: posts that may be filled.
    case authorised
    /// 在职, 实有
    case present
    /// 离休, 退休
    case retired
    /// 编外, 聘用, 遗属: none of the above.
    case other
  }

  public enum Kind: String, Sendable, CaseIterable {
    /// 行政
    case administrative
    /// 参公: managed as civil servants are.
    case civilServiceManaged
    /// 事业
    case publicInstitution
    /// 工勤
    case workers
  }

  public var status: Status
  /// nil for all kinds together, or another division.
  public var kind: Kind?
  /// The words before the number, as printed.
  public var label: String
  public var count: Quantity
  /// The index of the count that this one is a part of (其中).
  public var whole: Int?

  public init(status: Status, kind: Kind?, label: String, count: Quantity, whole: Int? = nil) {
    self.status = status
    self.kind = kind
    self.label = label
    self.count = count
    self.whole = whole
  }
}
