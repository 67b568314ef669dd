import Containers

/// What a part refers to. Only parts of the same package are followed, never links.
final class Relationships: XMLHandler {
  struct Relationship {
    /// The last component of its type: `worksheet`, `styles`.
    var type: String
    /// The name of the part.
    var target: String
  }

  private let folder: String
  private var byID: [String: Relationship] = [:]
  private var inOrder: [Relationship] = []

  init(in folder: String) { self.folder = folder }

  subscript(id: String) -> Relationship? { byID[id] }

  func first(ofType type: String) -> Relationship? { inOrder.first { $0.type == type } }

  func all(ofType type: String) -> [Relationship] { inOrder.filter { $0.type == type } }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name.local == "Relationship", attributes["TargetMode"] != "External", let id = attributes["Id"],
      let type = attributes["Type"]?.split(separator: "/").last, let target = attributes["Target"]
    else { return }
    let relationship = Relationship(type: String(type), target: PackageParts.name(target, in: folder))
    byID[id] = relationship
    inOrder.append(relationship)
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  var isDone: Bool { false }
}
