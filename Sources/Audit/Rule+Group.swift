extension Rule {
  /// Rules that are of one kind, and stand together where they are listed.
  public enum Group: String, Sendable, CaseIterable {
    case tables, sum, lines, hierarchy, identity, formula, code, narrative, performance, profile, year, text, previous

    public var chinese: String {
      switch self {
      case .tables: "报表齐全"
      case .sum: "表内各栏之和"
      case .lines: "表内各行之和"
      case .hierarchy: "科目层级之和"
      case .identity: "表间勾稽"
      case .formula: "表下公式与行次、栏次"
      case .code: "科目编码与名称"
      case .narrative: "说明与报表、说明与自身"
      case .performance: "绩效自评表"
      case .profile: "概况与目录"
      case .year: "年度"
      case .text: "文字"
      case .previous: "与上年报告"
      }
    }

    public var english: String {
      switch self {
      case .tables: "The set of tables"
      case .sum: "Sums of columns"
      case .lines: "Sums of lines"
      case .hierarchy: "Sums of the classification"
      case .identity: "Identities between tables"
      case .formula: "Printed formulas, line and column numbers"
      case .code: "Codes and names"
      case .narrative: "The narrative against the tables and against itself"
      case .performance: "Performance self-evaluation"
      case .profile: "Staff and contents"
      case .year: "Years"
      case .text: "Wording"
      case .previous: "Against last year's report (`check --previous`)"
      }
    }

    /// Whether its rules follow from the catalogue of forms, one for each statement there.
    public var isGenerated: Bool {
      switch self {
      case .sum, .lines, .identity: true
      case .tables, .hierarchy, .formula, .code, .narrative, .performance, .profile, .year, .text, .previous: false
      }
    }

    /// The first parts of the ids of its rules.
    private var families: [String] {
      switch self {
      case .formula: ["formula", "lineNumbers", "columnNumbers"]
      case .code: ["codes", "names"]
      case .profile: ["personnel", "contents"]
      default: [rawValue]
      }
    }

    init?(id: String) {
      let family = String(id.prefix { $0 != "." })
      guard let group = Group.allCases.first(where: { $0.families.contains(family) }) else { return nil }
      self = group
    }
  }

  /// nil for an id that belongs to none; a test holds that there is none such.
  public var group: Group? { Group(id: id) }
}
