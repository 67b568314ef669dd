import Containers
import PageContent

/// Reads an OFD document (GB/T 33190): the pages of all its documents, one after the other.
package struct OFDFile {
  package static let mediaType = "application/ofd"
  private static let mostPages = 20_000
  /// A4, where nothing says how large a page is.
  private static let usualArea = OFDBox(x: 0, y: 0, width: 210, height: 297)

  private let package: OFDPackage
  private let limits: PageLimits
  private let documents: [Document]

  private struct Document {
    var part: String
    var outline: OFDOutline
    var resources: OFDContentReader
  }

  /// nil where the file is none.
  /// - Throws: `.damaged`, `.encrypted`, `.packsTooMuch`.
  package init?(_ content: FileContent, limits: PageLimits = PageLimits()) throws(InputError) {
    guard let package = try OFDPackage(content) else { return nil }
    self.package = package
    self.limits = limits
    let bodies = OFDBodies()
    try package.read("OFD.xml", into: bodies)
    var documents: [Document] = []
    var pageCount = 0
    var listed: Set<String> = []
    for root in bodies.roots {
      let part = OFDPackage.name(root, from: "OFD.xml")
      let outline = OFDOutline()
      guard try package.read(part, into: outline) else {
        throw .damaged(OFDPackage.format, "its document “\(root.prefix(80))” is missing")
      }
      pageCount += outline.pages.count
      guard pageCount <= OFDFile.mostPages else {
        throw .packsTooMuch("the OFD document has more than \(OFDFile.mostPages) pages")
      }
      // A page that is listed again would be drawn as often.
      for page in outline.pages where !listed.insert(OFDPackage.name(page, from: part).lowercased()).inserted {
        throw .damaged(OFDPackage.format, "two pages are one part, “\(page.prefix(80))”")
      }
      let resources = OFDContentReader()
      for resource in outline.resources.prefix(64) {
        try package.read(OFDPackage.name(resource, from: part), into: resources)
        if resources.isTooLarge { throw OFDFile.tooManyObjects }
      }
      documents.append(Document(part: part, outline: outline, resources: resources))
    }
    guard pageCount > 0 else { throw .damaged(OFDPackage.format, "it has no pages") }
    self.documents = documents
  }

  package var pageCount: Int { documents.reduce(0) { $0 + $1.outline.pages.count } }

  private static var tooManyObjects: InputError { .packsTooMuch("a page of the OFD document has too many objects") }

  /// Hands over the pages in their order.
  /// - Throws: `.damaged` where a page is missing or is no XML.
  package func forEachPage(_ body: (Page) -> Void) throws(InputError) {
    var number = 0
    for document in documents {
      var templates: [String: OFDContentReader] = [:]
      for reference in document.outline.pages {
        number += 1
        body(try page(reference, number, of: document, &templates))
      }
    }
  }

  private func page(
    _ reference: String, _ number: Int, of document: Document, _ templates: inout [String: OFDContentReader]
  ) throws(InputError) -> Page {
    let content = try read(reference, of: document)
    let area = content.area ?? document.outline.area ?? OFDFile.usualArea
    // A page of no size, or of one that no paper has, is the usual one.
    let isSane = area.width > 1 && area.height > 1 && area.width < 10_000 && area.height < 10_000
    let paper = isSane ? area : OFDFile.usualArea
    let matrix = OFDPainter.toPage(paper)
    var painter = OFDPainter(
      number: number, area: paper,
      units: content.units.isEmpty
        ? document.resources.units : document.resources.units.merging(content.units) { old, _ in old },
      limits: limits)
    func drawTemplates(onTop: Bool) throws(InputError) {
      for template in content.templates where template.isOnTop == onTop {
        if templates[template.id] == nil, let place = document.outline.templates[template.id] {
          templates[template.id] = try read(place, of: document)
        }
        if let drawn = templates[template.id] { painter.draw(drawn.objects, matrix) }
      }
    }
    try drawTemplates(onTop: false)
    painter.draw(content.objects, matrix)
    try drawTemplates(onTop: true)
    painter.finish()
    return painter.page
  }

  private func read(_ reference: String, of document: Document) throws(InputError) -> OFDContentReader {
    let reader = OFDContentReader(
      boldFonts: document.resources.boldFonts, lineWidths: document.resources.lineWidths)
    guard try package.read(OFDPackage.name(reference, from: document.part), into: reader) else {
      throw .damaged(OFDPackage.format, "its page “\(reference.prefix(80))” is missing")
    }
    if reader.isTooLarge { throw OFDFile.tooManyObjects }
    return reader
  }
}
