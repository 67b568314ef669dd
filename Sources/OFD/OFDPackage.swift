import Containers
import PageContent

/// The XML parts of an OFD file, by name.
struct OFDPackage {
  static let format = "OFD document"

  private var parts: [String: [UInt8]] = [:]

  /// nil where the file is none: a zip without `OFD.xml`.
  /// - Throws: `.damaged`, `.encrypted`, `.packsTooMuch`.
  init?(_ content: FileContent) throws(InputError) {
    do throws(InputError) {
      let archive = try Archive(content, limits: .document)
      while let member = try archive.next() {
        let name = OFDPackage.key(member.name)
        // Pictures, fonts and what is attached are not read.
        guard member.isFile, name.hasSuffix(".xml"), !OFDPackage.isUnread(name) else { continue }
        if parts[name] == nil { parts[name] = try archive.read() }
      }
    } catch {
      switch error {
      case .damaged(_, let reason): throw .damaged(OFDPackage.format, reason)
      case .encrypted: throw .encrypted(OFDPackage.format)
      default: throw error
      }
    }
    if parts["ofd.xml"] == nil { return nil }
  }

  private static func isUnread(_ name: String) -> Bool {
    ["/attachs/", "/attachments/", "/signs/", "/annots/", "/tags/", "/customtags/"].contains {
      ("/" + name).contains($0)
    }
  }

  /// Reads a part as XML; false where there is none.
  @discardableResult
  func read(_ name: String, into handler: XMLHandler) throws(InputError) -> Bool {
    guard let bytes = parts[OFDPackage.key(name)] else { return false }
    do throws(InputError) { try XMLReader.read(bytes, named: name, into: handler) } catch {
      guard case .damaged(_, let reason) = error else { throw error }
      throw .damaged(OFDPackage.format, reason)
    }
    return true
  }

  /// The name of a part that another one refers to: beside it, or from the root.
  static func name(_ reference: String, from part: String) -> String {
    let folder = reference.hasPrefix("/") ? [] : part.split(separator: "/").dropLast().map(String.init)
    var steps = folder
    for step in reference.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch step {
      case ".": continue
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }

  private static func key(_ name: String) -> String {
    let name = String(name.map { $0 == "\\" ? "/" : $0 }).lowercased()
    return name.hasPrefix("/") ? String(name.dropFirst()) : name.hasPrefix("./") ? String(name.dropFirst(2)) : name
  }
}
