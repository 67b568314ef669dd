/// The words that head columns in the catalogue's forms, each told by a number: what heads a table is compared with every
/// column of a form.
struct HeadIndex: Sendable {
  private var numbers: [ExactWording: Int32] = [:]
  private var words: [String] = []

  /// The number of a word, a new one where it is not known yet.
  mutating func add(_ word: String) -> Int32 {
    let word = ExactWording(word)
    if let number = numbers[word] { return number }
    let number = Int32(numbers.count)
    numbers[word] = number
    words.append(word.text)
    return number
  }

  /// nil for a word that heads no column of any form.
  func number(of word: String) -> Int32? { numbers[ExactWording(word)] }

  /// The word of a number.
  func word(_ number: Int32) -> String { words[Int(number)] }

  func contains(_ word: String) -> Bool { number(of: word) != nil }
}

extension Catalogue.Form {
  /// The heads of all columns, by their words' numbers.
  struct Heads: Sendable {
    struct Head: Sendable {
      /// Index into the form's columns.
      var column: Int
      /// In `words`.
      var range: Range<Int>
    }

    private(set) var all: [Head] = []
    private(set) var words: [Int32] = []

    init(_ columns: [Catalogue.Wordings] = [], _ index: inout HeadIndex) {
      for (column, wordings) in columns.enumerated() {
        for alternative in wordings.alternatives {
          let start = words.count
          for word in alternative { words.append(index.add(word)) }
          all.append(Head(column: column, range: start..<words.count))
        }
      }
    }

    init() {}
  }
}
