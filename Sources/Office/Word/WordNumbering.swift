import Containers

/// The lists of a Word document: what their numbers look like.
final class WordNumbering: XMLHandler {
  struct Level {
    var start = 1
    var format = "decimal"
    /// `%1、`, `%1.%2`
    var text = ""
    /// All numbers in it are plain digits.
    var isLegal = false
    /// After a level above counts on, this one begins again, unless it is 0.
    var restart: Int?
  }

  struct List {
    var abstract = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private(set) var abstracts: [String: [Int: Level]] = [:]
  private(set) var lists: [String: List] = [:]
  private var abstract: String?
  private var list: (id: String, list: List)?
  private var level: (number: Int, level: Level)?
  private var overridden = 0

  init() {}

  func level(_ number: Int, of list: String) -> Level? {
    lists[list].flatMap { $0.levels[number] ?? abstracts[$0.abstract]?[number] }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.vocabulary == .word else { return }
    let value = attributes["val"]
    switch name.local {
    case "abstractNum": abstract = attributes["abstractNumId"]
    case "num": list = attributes["numId"].map { ($0, List()) }
    case "abstractNumId": list?.list.abstract = value ?? ""
    case "lvlOverride": overridden = attributes["ilvl"].flatMap { Int($0) } ?? 0
    case "startOverride": if let start = value.flatMap({ Int($0) }) { list?.list.starts[overridden] = start }
    case "lvl": level = (attributes["ilvl"].flatMap { Int($0) } ?? 0, Level())
    case "start": level?.level.start = value.flatMap { Int($0) } ?? 1
    case "numFmt": level?.level.format = value ?? "decimal"
    case "lvlText": level?.level.text = value ?? ""
    case "isLgl": level?.level.isLegal = attributes.isToggle
    case "lvlRestart": level?.level.restart = value.flatMap { Int($0) }
    default: break
    }
  }

  func end(_ name: XMLName) {
    guard name.vocabulary == .word else { return }
    switch name.local {
    case "lvl":
      guard let (number, level) = level else { return }
      if list != nil {
        list?.list.levels[number] = level
      } else if let abstract {
        abstracts[abstract, default: [:]][number] = level
      }
      self.level = nil
    case "abstractNum": abstract = nil
    case "num":
      if let (id, list) = list { lists[id] = list }
      list = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  var isDone: Bool { false }
}

/// Counts the paragraphs of lists as they come.
struct ListCounter {
  private let numbering: WordNumbering
  /// By the list that is counted: lists that share their look go on counting each other's.
  private var counts: [String: [Int: Int]] = [:]
  private var begun: Set<String> = []

  init(_ numbering: WordNumbering) { self.numbering = numbering }

  /// What stands before the next paragraph of a list; empty for a bullet.
  mutating func next(list id: String, level number: Int) -> String {
    guard let list = numbering.lists[id], let level = numbering.level(number, of: id) else { return "" }
    var counts = counts[list.abstract] ?? [:]
    if begun.insert(id).inserted {
      for (level, start) in list.starts { counts[level] = start - 1 }
    }
    counts[number] = (counts[number] ?? level.start - 1) + 1
    for (below, _) in counts where below > number && numbering.level(below, of: id)?.restart != 0 {
      counts[below] = nil
    }
    self.counts[list.abstract] = counts
    return text(level, of: id, counts)
  }

  private func text(_ level: WordNumbering.Level, of id: String, _ counts: [Int: Int]) -> String {
    if level.format == "bullet" || level.format == "none" && !level.text.contains("%") { return "" }
    var text = ""
    var isPlace = false
    for character in level.text {
      if isPlace, let place = character.wholeNumberValue, place > 0 {
        let other = numbering.level(place - 1, of: id)
        let format = level.isLegal ? "decimal" : other?.format ?? "decimal"
        text += ListNumber.text(counts[place - 1] ?? other?.start ?? 1, format: format)
        isPlace = false
      } else if character == "%" {
        isPlace = true
      } else {
        text.append(character)
      }
    }
    return text
  }
}
