import Glibc

/// The way to an element of a web page, as XPath writes it: `/html/body/div[2]/table[1]`.
///
/// A step is held once, however many ways share it: a place is copied all the time, and has to cost no more than its numbers.
public struct ElementPath: Hashable, Sendable {
  private let index: Int32

  private struct Step: Hashable {
    var parent: Int32
    var name: Int32
    /// Among the siblings of its name, from 1; 0 for an element of which there is only one.
    var number: Int32
  }

  /// A step has one index, as long as the process lives.
  private final class Table: @unchecked Sendable {
    private var steps: [Step] = []
    private var indexes: [Step: Int32] = [:]
    private var names: [String] = []
    private var nameIndexes: [String: Int32] = [:]
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init() { pthread_mutex_init(lock, nil) }

    func index(of name: String, number: Int, below parent: Int32) -> Int32 {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      let step = Step(parent: parent, name: nameIndex(of: name), number: Int32(clamping: number))
      if let index = indexes[step] { return index }
      let index = Int32(clamping: steps.count)
      steps.append(step)
      indexes[step] = index
      return index
    }

    private func nameIndex(of name: String) -> Int32 {
      if let index = nameIndexes[name] { return index }
      let index = Int32(clamping: names.count)
      names.append(name)
      nameIndexes[name] = index
      return index
    }

    func text(of index: Int32) -> String {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      var parts: [String] = []
      var next = index
      while next >= 0 {
        let step = steps[Int(next)]
        parts.append(names[Int(step.name)] + (step.number > 0 ? "[\(step.number)]" : ""))
        next = step.parent
      }
      return "/" + parts.reversed().joined(separator: "/")
    }
  }

  private static let table = Table()

  /// The page itself.
  package static let root = ElementPath(index: -1)

  private init(index: Int32) { self.index = index }

  /// The way to a child.
  /// - Parameter number: among the siblings of its name, from 1; 0 where a page has only one.
  package func child(_ name: String, _ number: Int) -> ElementPath {
    ElementPath(index: ElementPath.table.index(of: name, number: number, below: index))
  }

  public var text: String { ElementPath.table.text(of: index) }

  /// Reads what `text` writes; nil for anything else.
  package init?(_ text: String) {
    guard text.hasPrefix("/") else { return nil }
    var path = ElementPath.root
    for step in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      let name = step.prefix { $0 != UInt8(ascii: "[") }
      let rest = step.dropFirst(name.count)
      guard !name.isEmpty else {
        if text == "/" { break }
        return nil
      }
      var number = 0
      if !rest.isEmpty {
        guard rest.last == UInt8(ascii: "]"), let value = Int32(Substring(rest.dropFirst().dropLast())), value > 0
        else {
          return nil
        }
        number = Int(value)
      }
      path = path.child(String(Substring(name)), number)
    }
    self = path
  }
}
