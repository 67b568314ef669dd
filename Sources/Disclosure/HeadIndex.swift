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
    /// For a column whose heads say too little by themselves the column that must be there too, both as indices: 小计 is
    /// this year's beside 合计, 因公出国(境)费 the rest beside the whole of it.
    private(set) var needs: [Int: Int] = [:]

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

    /// `generic` are the words that say nothing but that they sum up.
    mutating func findNeeds(of columns: [Catalogue.Wordings], generic: Set<Int32>) {
      var ofColumn = [[Range<Int>]](repeating: [], count: columns.count)
      for head in all { ofColumn[head.column].append(head.range) }
      func isGeneric(_ range: Range<Int>) -> Bool { range.count == 1 && generic.contains(words[range.lowerBound]) }
      let total = ofColumn.firstIndex { $0.contains(where: isGeneric) }
      for index in columns.indices {
        if index != total, ofColumn[index].allSatisfy(isGeneric) { needs[index] = total }
        guard let dot = columns[index].key.utf8.lastIndex(of: UInt8(ascii: ".")) else { continue }
        let name = columns[index].key[..<dot]
        guard let whole = columns.firstIndex(where: { $0.key == name }) else { continue }
        let known = ofColumn[whole].flatMap { words[$0] }
        if ofColumn[index].allSatisfy({ words[$0].allSatisfy(known.contains) }) { needs[index] = whole }
      }
    }
  }
}
