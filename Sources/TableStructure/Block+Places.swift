import PageContent

extension Block {
  /// The block in places on the pages, where its own are on sheets; `places` are those of the sheets that are not just
  /// the page with their number.
  func onPages(_ places: [Int: SheetPlace]) -> Block {
    switch self {
    case .paragraph(var paragraph):
      paragraph.location = paragraph.location.onPage(places)
      for index in paragraph.runs.indices {
        paragraph.runs[index].location = paragraph.runs[index].location.onPage(places)
      }
      return .paragraph(paragraph)
    case .table(let table): return .table(table.onPages(places))
    }
  }
}

extension Table {
  func onPages(_ places: [Int: SheetPlace]) -> Table {
    var table = self
    table.location = location.onPage(places)
    for index in cells.indices { table.cells[index].location = cells[index].location.onPage(places) }
    table.pages = []
    for sheet in pages {
      let page = places[sheet]?.page ?? sheet
      if table.pages.last != page { table.pages.append(page) }
    }
    return table
  }
}

extension Location {
  fileprivate func onPage(_ places: [Int: SheetPlace]) -> Location {
    guard case .page(let sheet, let box) = self, let place = places[sheet] else { return self }
    return .page(place.page, place.onPage(box))
  }
}
