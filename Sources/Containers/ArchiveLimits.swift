/// How much an archive may hold. What is packed small can unpack to anything; these bound what it may cost.
public struct ArchiveLimits: Sendable, Hashable {
  /// Members, folders too.
  public var members = 5000
  /// The bytes of one member, unpacked.
  public var memberBytes = 96 << 20
  /// The bytes of all members that are unpacked.
  public var bytes = 1 << 30
  /// How many times larger a member may be than all of the archive, once it is larger than `freeBytes`: what was written
  /// by people packs to a tenth or a fiftieth, a bomb to a thousandth.
  public var ratio = 300
  public var freeBytes = 8 << 20
  /// How many archives may lie in each other, the outermost counted.
  public var depth = 3

  public init() {}

  /// The parts of one document, which are held in memory together.
  package static var document: ArchiveLimits {
    var limits = ArchiveLimits()
    limits.bytes = 112 << 20
    return limits
  }
}
