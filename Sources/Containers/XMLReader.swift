import CExpat
import PageContent

/// What is told of an XML document, piece by piece.
package protocol XMLHandler: AnyObject {
  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end(_ name: XMLName)
  /// A piece of text; one text may come in several.
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Nothing more is wanted.
  var isDone: Bool { get }
  /// Asked where an element was started: nothing is wanted of what lies in it.
  var skipsContent: Bool { get }
}

extension XMLHandler {
  package var skipsContent: Bool { false }
}

/// Reads XML in one pass by expat. A document type is refused, and with it all entities but the five of XML itself:
/// nothing is fetched, nothing unfolds.
package enum XMLReader {
  /// Documents of people nest some dozens deep.
  package static let deepest = 512

  /// - Parameters:
  ///   - name: of the part, for messages.
  ///   - isUTF8: whatever its declaration says.
  /// - Throws: `.damaged` where it is not well-formed, nests too deep, or has a document type.
  package static func read(
    _ bytes: [UInt8], named name: String, isUTF8: Bool = false, into handler: XMLHandler
  ) throws(InputError) {
    guard let parser = XML_ParserCreate(isUTF8 ? "UTF-8" : nil) else { throw .unreadable("out of memory") }
    defer { XML_ParserFree(parser) }
    let state = State(parser, handler)
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    XML_SetElementHandler(parser, started, ended)
    XML_SetCharacterDataHandler(parser, characters)
    XML_SetStartDoctypeDeclHandler(parser, doctype)
    let status = bytes.withUnsafeBytes { buffer in
      XML_Parse(parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), 1)
    }
    if let reason = state.reason { throw .damaged("XML", "\(name): \(reason)") }
    guard status == XML_STATUS_ERROR, !handler.isDone else { return }
    let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not well-formed"
    throw .damaged("XML", "\(name), line \(XML_GetCurrentLineNumber(parser)): \(reason)")
  }

  private final class State {
    let parser: XML_Parser
    let handler: XMLHandler
    var depth = 0
    /// The elements that are open, but for those that are skipped.
    var open: [XMLName] = []
    /// What comes lies in an element whose content is not wanted.
    var isSkipping = false
    var namespaces = XMLNamespaces()
    var reason: String?

    init(_ parser: XML_Parser, _ handler: XMLHandler) {
      self.parser = parser
      self.handler = handler
    }

    func stop(_ reason: String? = nil) {
      self.reason = self.reason ?? reason
      XML_StopParser(parser, 0)
    }

    func start(_ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
      depth += 1
      if depth > XMLReader.deepest { return stop("elements are nested too deep") }
      if isSkipping { return }
      namespaces.open(attributes, depth: depth)
      guard let name = XMLName(name, in: namespaces) else { return stop("unbound prefix") }
      open.append(name)
      handler.start(name, XMLAttributes(attributes))
      isSkipping = handler.skipsContent
      if handler.isDone { stop() }
    }

    func end() {
      depth -= 1
      guard depth < open.count, let name = open.popLast() else { return }
      isSkipping = false
      namespaces.close(depth: depth + 1)
      handler.end(name)
      if handler.isDone { stop() }
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> State? {
      context.map { Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  private static let started: XML_StartElementHandler = { context, name, attributes in
    guard let state = State.of(context), let name, state.reason == nil else { return }
    state.start(name, attributes)
  }

  private static let ended: XML_EndElementHandler = { context, _ in
    guard let state = State.of(context), state.reason == nil else { return }
    state.end()
  }

  private static let characters: XML_CharacterDataHandler = { context, start, count in
    guard let state = State.of(context), let start, state.reason == nil, !state.isSkipping else { return }
    start.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      state.handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }

  private static let doctype: XML_StartDoctypeDeclHandler = { context, _, _, _, _ in
    State.of(context)?.stop("it has a document type, which may make entities")
  }
}
