import Containers
import PageContent

/// Which documents an OFD file holds.
final class OFDBodies: XMLHandler {
  private(set) var roots: [String] = []
  private var bytes: [UInt8] = []
  private var isInRoot = false

  var isDone: Bool { false }

  func start(_ name: XMLName, _ attributes: XMLAttributes) { isInRoot = name.local == "DocRoot" }

  func end(_ name: XMLName) {
    if name.local == "DocRoot" {
      roots.append(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace })
      bytes = []
    }
    isInRoot = false
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) { if isInRoot { bytes += piece } }
}

/// Which pages, templates and resources a document has.
final class OFDOutline: XMLHandler {
  private(set) var area: OFDBox?
  private(set) var pages: [String] = []
  /// Where each template is, by id.
  private(set) var templates: [String: String] = [:]
  private(set) var resources: [String] = []
  private var bytes: [UInt8] = []
  private var path: [String] = []

  var isDone: Bool { false }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    path.append(name.local)
    bytes = []
    switch name.local {
    case "TemplatePage":
      if let id = attributes["ID"], let place = attributes["BaseLoc"] { templates[id] = place }
    case "Page": if let place = attributes["BaseLoc"] { pages.append(place) }
    default: break
    }
  }

  func end(_ name: XMLName) {
    path.removeLast()
    switch name.local {
    case "PhysicalBox" where path.last == "PageArea": area = OFDNumbers.box(String(decoding: bytes, as: UTF8.self))
    case "PublicRes", "DocumentRes":
      resources.append(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace })
    default: break
    }
    bytes = []
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) { bytes += piece }
}
