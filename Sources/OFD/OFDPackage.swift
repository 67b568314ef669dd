import Containers
import PageContent

/// The XML parts of an OFD file, by name.
struct OFDPackage {
  static let format = "OFD document"

  private let parts: PackageParts

  /// nil where the file is none: a zip without `OFD.xml`.
  /// - Throws: `.damaged`, `.encrypted`, `.packsTooMuch`.
  init?(_ content: FileContent) throws(InputError) {
    // Pictures, fonts and what is attached are not read.
    parts = try PackageParts(content, format: OFDPackage.format, mayRepeat: true) { name in
      name.hasSuffix(".xml") && !OFDPackage.isUnread(name)
    }
    if parts["OFD.xml"] == nil { return nil }
  }

  private static func isUnread(_ name: String) -> Bool {
    ["/attachs/", "/attachments/", "/signs/", "/annots/", "/tags/", "/customtags/"].contains {
      ("/" + name).contains($0)
    }
  }

  /// Reads a part as XML; false where there is none.
  @discardableResult
  func read(_ name: String, into handler: XMLHandler) throws(InputError) -> Bool {
    try parts.read(name, into: handler)
  }

  /// The name of a part that another one refers to: beside it, or from the root.
  static func name(_ reference: String, from part: String) -> String {
    PackageParts.name(
      String(reference.map { $0 == "\\" ? "/" : $0 }), in: part.split(separator: "/").dropLast().joined(separator: "/"))
  }
}
