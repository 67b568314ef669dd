import PageContent

/// A table of self-evaluation (绩效自评表): what a department or one of its projects was to achieve with its money, and the
/// score that it gives itself.
///
/// ```swift
/// for evaluation in document.performance where evaluation.subject == .project {
///   print(evaluation.name ?? "", evaluation.spending?.executed?.yuan, evaluation.score?.text)
/// }
/// ```
public struct PerformanceEvaluation: Sendable, Hashable {
  public enum Subject: String, Sendable {
    /// 整体支出: a department or a unit with all it spends.
    case department
    /// 项目支出: one project.
    case project
  }

  public var subject: Subject
  /// The department's or the project's, as printed.
  public var name: String?
  /// Of the table, as printed above it.
  public var title: String?
  /// 基本支出总额 and 项目支出总额, where the table of a department states them.
  public var basicExpenditure: Quantity?
  public var projectExpenditure: Quantity?
  /// 预算执行情况: the sum first, its sources after it.
  public var execution: [PerformanceExecution]
  /// Whether the head says that the execution's score is its maximum times the rate: 得分（20分*执行率）.
  public var scoresByRate: Bool
  public var goals: [PerformanceGoal]
  public var indicators: [PerformanceIndicator]
  /// 总分: what can be reached, and what was.
  public var maximum: Quantity?
  public var score: Quantity?
  public var pages: [Int]
  public var location: Location

  public init(
    subject: Subject, name: String? = nil, title: String? = nil, basicExpenditure: Quantity? = nil,
    projectExpenditure: Quantity? = nil, execution: [PerformanceExecution] = [], scoresByRate: Bool = false,
    goals: [PerformanceGoal] = [], indicators: [PerformanceIndicator] = [], maximum: Quantity? = nil,
    score: Quantity? = nil, pages: [Int] = [], location: Location
  ) {
    self.subject = subject
    self.name = name
    self.title = title
    self.basicExpenditure = basicExpenditure
    self.projectExpenditure = projectExpenditure
    self.execution = execution
    self.scoresByRate = scoresByRate
    self.goals = goals
    self.indicators = indicators
    self.maximum = maximum
    self.score = score
    self.pages = pages
    self.location = location
  }

  /// The line of 预算执行情况 that all money stands in.
  public var spending: PerformanceExecution? { execution.first { !$0.isPart } }
}

/// A line of 预算执行情况: 年度资金总额, or a source of the money below it.
public struct PerformanceExecution: Sendable, Hashable {
  /// As printed: 年度资金总额, 其中：当年财政拨款.
  public var label: String
  /// Names a source of the sum above it.
  public var isPart: Bool
  /// 年初预算数
  public var initialBudget: Quantity?
  /// 全年预算数, 预算数: that of the whole year, after adjustment.
  public var budget: Quantity?
  /// 全年执行数
  public var executed: Quantity?
  /// 执行率
  public var rate: Quantity?
  /// 分值
  public var maximum: Quantity?
  /// 得分
  public var score: Quantity?
  public var location: Location

  public init(
    label: String, isPart: Bool = false, initialBudget: Quantity? = nil, budget: Quantity? = nil,
    executed: Quantity? = nil, rate: Quantity? = nil, maximum: Quantity? = nil, score: Quantity? = nil,
    location: Location
  ) {
    self.label = label
    self.isPart = isPart
    self.initialBudget = initialBudget
    self.budget = budget
    self.executed = executed
    self.rate = rate
    self.maximum = maximum
    self.score = score
    self.location = location
  }
}

/// 年度目标: what was to be achieved, and where the table says it, what was.
public struct PerformanceGoal: Sendable, Hashable {
  public var text: String
  public var outcome: String?
  public var location: Location

  public init(text: String, outcome: String? = nil, location: Location) {
    self.text = text
    self.outcome = outcome
    self.location = location
  }
}

/// A line of 绩效指标.
public struct PerformanceIndicator: Sendable, Hashable {
  /// 一级指标, 二级指标, 三级指标 as printed; those of merged and of blank cells are the ones above.
  public var levels: [String]
  /// The index of the goal that it stands under, where goals precede it.
  public var goal: Int?
  /// 年度指标值 and 实际完成值 as printed.
  public var target: String
  public var actual: String
  /// 分值
  public var maximum: Quantity?
  /// 得分
  public var score: Quantity?
  /// Of its name.
  public var location: Location

  public init(
    levels: [String], goal: Int? = nil, target: String = "", actual: String = "", maximum: Quantity? = nil,
    score: Quantity? = nil, location: Location
  ) {
    self.levels = levels
    self.goal = goal
    self.target = target
    self.actual = actual
    self.maximum = maximum
    self.score = score
    self.location = location
  }

  /// 三级指标, or the last that is printed.
  public var name: String { levels.last ?? "" }
}
