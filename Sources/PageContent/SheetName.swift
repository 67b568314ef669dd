import Glibc

/// The name on a sheet's tab, held once however many places name it: a place is copied all the time, and has to cost no
/// more than its numbers.
public struct SheetName: Hashable, Sendable {
  private let index: Int32

  /// One name has one index, as long as the process lives.
  private final class Table: @unchecked Sendable {
    private var names: [String] = []
    private var indexes: [String: Int32] = [:]
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    init() { pthread_mutex_init(lock, nil) }

    func index(of name: String) -> Int32 {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      if let index = indexes[name] { return index }
      let index = Int32(clamping: names.count)
      names.append(name)
      indexes[name] = index
      return index
    }

    subscript(index: Int32) -> String {
      pthread_mutex_lock(lock)
      defer { pthread_mutex_unlock(lock) }
      return names[Int(index)]
    }
  }

  private static let table = Table()

  public init(_ name: String) { index = SheetName.table.index(of: name) }

  public var text: String { SheetName.table[index] }
}
