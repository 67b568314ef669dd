import CGumbo
import PageContent

/// Parses a page by the rules of HTML5. Nothing that it refers to is fetched, no script is run.
enum HTMLParser {
  /// What the parser's tree may take; ours is a tenth of it.
  private static let mostMemory = 120 << 20

  /// - Throws: `.unreadable` where the parser cannot be loaded, `.packsTooMuch` where the page is larger than any of
  ///   people.
  static func parse(_ text: String) throws(InputError) -> HTMLTree {
    if let problem = cgumbo_load() { throw .unreadable(String(cString: problem)) }
    if HTMLNesting.isTooDeep(text) { throw tooDeep }
    let builder = Builder()
    var handler = cgumbo_handler(
      context: Unmanaged.passUnretained(builder).toOpaque(), start: started, end: ended, text: characters)
    var text = text
    let status = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cgumbo_parse($0.baseAddress, $0.count, mostMemory, &handler) }
    }
    guard status == CGUMBO_OK else { throw .packsTooMuch("the web page has more elements than are read") }
    if builder.tree.isTooDeep { throw tooDeep }
    return builder.tree
  }

  private static var tooDeep: InputError {
    .packsTooMuch("the elements of the web page lie more than \(HTMLTree.deepest) deep in each other")
  }

  private final class Builder {
    var tree = HTMLTree()

    static func of(_ context: UnsafeMutableRawPointer?) -> Builder? {
      context.map { Unmanaged<Builder>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  private typealias Name = @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Int, OpaquePointer?) -> Void

  private static let started: Name = { context, name, length, element in
    guard let builder = Builder.of(context), let name, let element else { return }
    let count = cgumbo_attribute_count(element)
    var attributes: [(name: String, value: String)] = []
    attributes.reserveCapacity(count)
    for index in 0..<count {
      guard let name = cgumbo_attribute_name(element, index), let value = cgumbo_attribute_value(element, index) else {
        continue
      }
      attributes.append((String(cString: name), String(cString: value)))
    }
    let bytes = UnsafeRawBufferPointer(start: name, count: length)
    builder.tree.start(String(decoding: bytes, as: UTF8.self).lowercased(), attributes)
  }

  private static let ended: @convention(c) (UnsafeMutableRawPointer?) -> Void = { context in
    Builder.of(context)?.tree.end()
  }

  private static let characters: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Int) -> Void = {
    context, text, length in
    guard let builder = Builder.of(context), let text else { return }
    text.withMemoryRebound(to: UInt8.self, capacity: length) {
      builder.tree.text(UnsafeBufferPointer(start: $0, count: length))
    }
  }
}
