/// Text for a terminal, line by line: broken to its width, coloured where wanted.
struct TerminalText {
  /// What a line is, told by colour.
  enum Style: String {
    case plain = ""
    case error = "\u{1B}[1;31m"
    case warning = "\u{1B}[1;33m"
    case good = "\u{1B}[1;32m"
    case heading = "\u{1B}[1m"
    case secondary = "\u{1B}[2m"
  }

  let width: Int
  let isColoured: Bool
  private(set) var text = ""

  init(width: Int, isColoured: Bool) {
    // Narrower than this, a line would hold hardly a word.
    self.width = max(20, width)
    self.isColoured = isColoured
  }

  mutating func emptyLine() { text += "\n" }

  /// A paragraph: its first line is indented by `indent`, or begins with `label` there; the others hang below it.
  mutating func paragraph(_ paragraph: String, indent: Int = 0, label: String = "", style: Style = .plain) {
    let hanging = indent + label.displayWidth
    var start = String(repeating: " ", count: indent) + label
    for line in paragraph.fitForTerminal.lines(fitting: width - hanging) {
      text += isColoured && style != .plain ? "\(start)\(style.rawValue)\(line)\u{1B}[0m\n" : "\(start)\(line)\n"
      start = String(repeating: " ", count: hanging)
    }
  }
}
