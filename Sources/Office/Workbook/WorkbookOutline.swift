import Containers

/// Which sheets a workbook has, in the order of their tabs.
final class WorkbookOutline: XMLHandler {
  struct Sheet {
    var name: String
    /// Of its part.
    var relationship: String
    var isHidden: Bool
  }

  private(set) var sheets: [Sheet] = []
  /// Days are counted from 1904.
  private(set) var isFrom1904 = false

  init() {}

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name.local {
    case "workbookPr": isFrom1904 = attributes.isOn("date1904")
    case "sheet":
      guard let id = attributes["id"] else { return }
      let state = attributes["state"] ?? "visible"
      sheets.append(Sheet(name: attributes["name"] ?? "", relationship: id, isHidden: state != "visible"))
    default: break
    }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
  var isDone: Bool { false }
}
