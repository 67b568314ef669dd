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
    guard let parser = XML_ParserCreateNS(isUTF8 ? "UTF-8" : nil, separator) else { throw .unreadable("out of memory") }
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

  /// Between an element's namespace and its name.
  private static let separator = CChar(bitPattern: XMLName.separator)

  private final class State {
    let parser: XML_Parser
    let handler: XMLHandler
    var depth = 0
    var reason: String?

    init(_ parser: XML_Parser, _ handler: XMLHandler) {
      self.parser = parser
      self.handler = handler
    }

    func stop(_ reason: String? = nil) {
      self.reason = self.reason ?? reason
      XML_StopParser(parser, 0)
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> State? {
      context.map { Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  private static let started: XML_StartElementHandler = { context, name, attributes in
    guard let state = State.of(context), let name, state.reason == nil else { return }
    state.depth += 1
    if state.depth > XMLReader.deepest { return state.stop("elements are nested too deep") }
    state.handler.start(XMLName(name), XMLAttributes(attributes))
    if state.handler.isDone { state.stop() }
  }

  private static let ended: XML_EndElementHandler = { context, name in
    guard let state = State.of(context), let name, state.reason == nil else { return }
    state.depth -= 1
    state.handler.end(XMLName(name))
    if state.handler.isDone { state.stop() }
  }

  private static let characters: XML_CharacterDataHandler = { context, start, count in
    guard let state = State.of(context), let start, state.reason == nil else { return }
    start.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
      state.handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
    }
  }

  private static let doctype: XML_StartDoctypeDeclHandler = { context, _, _, _, _ in
    State.of(context)?.stop("it has a document type, which may make entities")
  }
}
