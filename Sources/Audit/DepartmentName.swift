import Disclosure

/// A department's name, as it may be printed: in full, without its place, abbreviated.
struct DepartmentName {
  let name: String
  /// Without 本级 and what stands in brackets.
  let core: String

  init(_ name: String) {
    self.name = name
    var core = Wording.normalised(name)
    let scalars = core.unicodeScalars
    if let open = scalars.firstIndex(of: "("), open > core.startIndex { core = String(core[..<open]) }
    for ending in ["本级", "机关"] where core.ends(with: ending) && core.count > ending.count + 2 {
      core.removeLast(ending.count)
    }
    self.core = core
  }

  /// Whether another name may stand for the same department or a part of it: one holds the other, or shortens it.
  func mayBe(_ other: DepartmentName) -> Bool {
    core.holds(other.core) || other.core.holds(core) || ItemName.isAbbreviation(core, other.core)
  }
}
