import PageContent

/// Something of a page that a trace shows: a place, what it was taken for, and what is to say of it.
struct TraceMark: Sendable {
  /// What a place was taken for. The raw value is the mark's class in the SVG.
  enum Kind: String, Sendable, CaseIterable {
    case title, unit, department, number, header
    case columnNumber = "column-number"
    case code, name
    case lineNumber = "line-number"
    case label, amount, dash, blank, unreadable, leftover, note, rest, dropped, cell, lost, contents, paragraph
    case furniture
    case loose
  }

  var kind: Kind
  var box: Box
  /// As read; shown in the place.
  var text: String
  /// Its box is no larger than its letters, as that of a line of text; else a ruled cell.
  var isLine = false
  /// What is said when it is pointed at.
  var details: [String] = []
  /// A row that sums others: told by a deeper colour.
  var isSum = false
  /// The catalogue does not know its wording.
  var isUnknown = false
}

extension TraceMark.Kind {
  /// The colour of its outline and text; readable on white, and told apart by those who do not see red or green too, as
  /// far as so many can be.
  var colour: String {
    switch self {
    case .title: "#c2410c"
    case .unit: "#0f766e"
    case .department: "#a16207"
    case .number: "#9333ea"
    case .header: "#b45309"
    case .columnNumber, .lineNumber: "#64748b"
    case .code: "#1d4ed8"
    case .name: "#6d28d9"
    case .label: "#be185d"
    case .amount: "#15803d"
    case .dash: "#0891b2"
    case .blank: "#cbd5e1"
    case .unreadable: "#dc2626"
    case .leftover, .lost: "#e11d48"
    case .note: "#78350f"
    case .rest: "#7e22ce"
    case .dropped: "#94a3b8"
    case .cell: "#475569"
    case .contents: "#4d7c0f"
    case .paragraph: "#93a4bd"
    case .furniture: "#9ca3af"
    case .loose: "#ea580c"
    }
  }

  var wording: String {
    switch self {
    case .title: "标题 title"
    case .unit: "单位 unit"
    case .department: "部门 department"
    case .number: "表号 table number"
    case .header: "表头 header"
    case .columnNumber: "栏次 column number"
    case .code: "编码 code"
    case .name: "名称 name"
    case .lineNumber: "行次 line number"
    case .label: "其他文字栏 further label, remark"
    case .amount: "金额 amount"
    case .dash: "横线 dash"
    case .blank: "空格 blank"
    case .unreadable: "读不出的数 unreadable"
    case .leftover: "遗漏 printed, in no part of the form"
    case .note: "表注 note"
    case .rest: "被分页截断的行 row cut by the page"
    case .dropped: "重复的表头，已略 repeated head, left out"
    case .cell: "未识别或其他表的格 cell of a table without a form"
    case .lost: "丢失 in no part of the document"
    case .contents: "目录 contents entry"
    case .paragraph: "正文 line of text"
    case .furniture: "页眉页码 running text, page number"
    case .loose: "表外数字 figure outside tables"
    }
  }

  /// Those that ask for attention stand out by more than colour.
  var isWarning: Bool { [.unreadable, .leftover, .lost, .loose].contains(self) }
}
