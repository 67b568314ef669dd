import PageContent

/// The XML parts of a document that is a zip of them, by name.
package struct PackageParts {
  /// By the name in lower case: names differ in nothing but case nowhere.
  private var parts: [String: [UInt8]] = [:]
  /// What the document is called in messages.
  private let format: String

  /// - Parameters:
  ///   - mayRepeat: whether of two parts of one name the first is meant; else they are damage.
  ///   - isRead: whether a part is wanted, by its name in lower case.
  /// - Throws: `.damaged`, `.encrypted`, `.packsTooMuch`.
  package init(
    _ content: FileContent, format: String, mayRepeat: Bool = false, isRead: (String) -> Bool
  ) throws(InputError) {
    self.format = format
    do throws(InputError) {
      let archive = try Archive(content, limits: .document)
      while let member = try archive.next() {
        let name = PackageParts.key(member.name)
        guard member.isFile, isRead(name) else { continue }
        if parts[name] != nil {
          if mayRepeat { continue }
          throw .damaged(format, "it has two parts “\(name)”")
        }
        parts[name] = try archive.read()
      }
    } catch {
      switch error {
      case .damaged(_, let reason): throw .damaged(format, reason)
      case .encrypted: throw .encrypted(format)
      default: throw error
      }
    }
  }

  package subscript(name: String) -> [UInt8]? { parts[PackageParts.key(name)] }

  /// Reads a part as XML; false where there is none.
  package func read(_ name: String, into handler: XMLHandler) throws(InputError) -> Bool {
    guard let bytes = self[name] else { return false }
    do throws(InputError) { try XMLReader.read(bytes, named: name, into: handler) } catch {
      guard case .damaged(_, let reason) = error else { throw error }
      throw .damaged(format, reason)
    }
    return true
  }

  /// The name of a part that another one refers to: from that one's folder, or with a slash from the root.
  package static func name(_ reference: String, in folder: String) -> String {
    var steps = reference.hasPrefix("/") ? [] : folder.split(separator: "/").map { String($0) }
    for step in reference.split(separator: "/") {
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
