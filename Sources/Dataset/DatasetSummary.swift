/// What became of the documents of a folder.
public struct DatasetSummary: Sendable, Hashable {
  public var added = 0
  public var replaced = 0
  public var unchanged = 0
  public var removed = 0
  /// Input files that had failed when they were extracted; they are in the table `inputs`.
  public var failedInputs = 0
  /// What could not be read now: a name, and why.
  public var unread: [(name: String, reason: String)] = []

  public var documents: Int { added + replaced + unchanged }

  public static func == (a: DatasetSummary, b: DatasetSummary) -> Bool {
    a.added == b.added && a.replaced == b.replaced && a.unchanged == b.unchanged && a.removed == b.removed
      && a.failedInputs == b.failedInputs
      && a.unread.map { [$0.name, $0.reason] } == b.unread.map { [$0.name, $0.reason] }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine([added, replaced, unchanged, removed, failedInputs]) }
}

/// Why a dataset could not be made.
public enum DatasetError: Error, Sendable, Hashable {
  /// The folder with the documents.
  case source(String)
  /// Something that is no dataset stands where one should be written.
  case occupied
  /// The dataset was made by another version of the definitions.
  case otherVersion(Int)
  /// Writing failed.
  case output(String)
}

extension DatasetError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .source(let reason): reason
    case .occupied: "is there, and no dataset of juesuan; name another place, or remove it"
    case .otherVersion(let version):
      "was made by another version of juesuan (schema \(version), this one writes \(ColumnDictionary.version)): "
        + "remove it, or name another place, and it is made anew from the documents"
    case .output(let reason): "cannot be written: \(reason)"
    }
  }
}
