import PageContent

extension JSONWriter {
  package mutating func member(_ name: StaticString, _ value: String?) {
    member(name)
    if let value { string(value) } else { null() }
  }

  /// A member whose name is someone else's.
  package mutating func member(named name: String, _ value: String) {
    element()
    string(name)
    literal(": ")
    string(value)
  }

  package mutating func member(named name: String, _ value: Int) {
    element()
    string(name)
    literal(": ")
    integer(value)
  }

  package mutating func member(_ name: StaticString, _ value: Int?) {
    member(name)
    if let value { integer(value) } else { null() }
  }

  package mutating func member(_ name: StaticString, _ values: [Int]) {
    member(name)
    array(.line) { json in
      for value in values {
        json.element()
        json.integer(value)
      }
    }
  }

  /// An array of strings, on one line or each on its own.
  package mutating func member(_ name: StaticString, _ values: [String], _ layout: Layout) {
    member(name)
    array(layout) { json in
      for value in values {
        json.element()
        json.string(value)
      }
    }
  }

  /// An array of objects, each on lines of its own.
  package mutating func member<Element>(
    _ name: StaticString, _ elements: [Element], _ layout: Layout, _ members: (inout JSONWriter, Element) -> Void
  ) {
    member(name)
    array(.block) { json in
      for element in elements {
        json.element()
        json.object(layout) { members(&$0, element) }
      }
    }
  }

  /// An object that is a place.
  package mutating func member(_ name: StaticString, _ location: Location) {
    member(name)
    object(.line) { $0.members(of: location) }
  }

  /// The members `page` and `box` of a place on a page, `line` and `columns` of one in a text, `sheet`, `sheetName` and
  /// `range` of cells of a workbook, `documentPart` and `block` of a paragraph or table of a document that flows, `element` and
  /// `block` of one of a web page; `page` and `box` are null where there is none.
  package mutating func members(of location: Location?) {
    switch location {
    case .page(let page, let box)?:
      member("page", page)
      member("box")
      literal("[")
      coordinate(box.x0)
      literal(", ")
      coordinate(box.y0)
      literal(", ")
      coordinate(box.x1)
      literal(", ")
      coordinate(box.y1)
      literal("]")
    case .line(let line, let columns)?:
      member("line", line)
      member("columns", [columns.lowerBound, columns.upperBound])
    case .sheet(let place)?:
      member("sheet", place.sheet)
      member("sheetName", place.name)
      member("range", place.cells.description)
    case .part(let place)?:
      member("documentPart", place.part.rawValue)
      member("block", place.block)
      if let cells = place.cells {
        member("tableNumber", place.number)
        member("range", cells.description)
      } else {
        member("paragraph", place.number)
        if let columns = place.columns { member("columns", [columns.lowerBound, columns.upperBound]) }
      }
    case .element(let place)?:
      if place.page > 1 { member("webPage", place.page) }
      member("element", place.path.text)
      member("block", place.block)
      if let cells = place.cells { member("range", cells.description) }
      if let columns = place.columns { member("columns", [columns.lowerBound, columns.upperBound]) }
    case nil:
      member("page")
      null()
      member("box")
      null()
    }
  }
}
