import Disclosure
import PageContent

/// A generator that gives the same values on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func string() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      let ranges: [ClosedRange<UInt32>] = [
        0...0x1F, 0x20...0x7F, 0x80...0xFF, 0x2000...0x206F, 0x4E00...0x9FFF, 0xFF00...0xFFFF, 0x1F300...0x1F64F,
        0...0x10FFFF,
      ]
      let range = element(of: ranges)
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  mutating func element<Element>(of elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &self)]
  }

  mutating func optional<Value>(_ value: Value) -> Value? { Bool.random(using: &self) ? value : nil }
}

extension Sample {
  /// A document with anything in it that the types allow and a recogniser can come by.
  static func random(using random: inout SeededGenerator) -> DisclosedDocument {
    let isPaged = Bool.random(using: &random)
    func location(_ random: inout SeededGenerator) -> Location {
      if isPaged {
        let x = (0..<4).map { _ in Double.random(in: -50...2000, using: &random) }
        return .page(Int.random(in: 1...99, using: &random), Box(x0: x[0], y0: x[1], x1: x[2], y1: x[3]))
      }
      let first = Int.random(in: 1...200, using: &random)
      return .line(
        Int.random(in: 1...5000, using: &random), columns: first...first + Int.random(in: 0...40, using: &random))
    }
    func figure(_ unit: MonetaryUnit?, _ random: inout SeededGenerator) -> Figure? {
      let mantissa = Int128(Int.random(in: -1_000_000_000_000...1_000_000_000_000, using: &random))
      let number = ExactNumber(mantissa: mantissa, scale: Int.random(in: 0...8, using: &random))
      let texts = [number.description, "", "-", "—", "XX", "1,234,567.89", "(1.20)", "１２．５", "0.00", "-0.00"]
      let own = Int.random(in: 0..<8, using: &random) == 0 ? random.element(of: MonetaryUnit.allCases) : unit
      return Figure(cell: random.element(of: texts), unit: own, location: location(&random))
    }
    func table(_ random: inout SeededGenerator) -> FormTable {
      let unit = random.optional(random.element(of: MonetaryUnit.allCases))
      let sections = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        let columns = (0..<Int.random(in: 0...4, using: &random)).map { _ in
          FormTable.Column(key: random.optional("final"), header: [random.string()], number: random.optional(3))
        }
        let rows = (0..<Int.random(in: 0...5, using: &random)).map { _ in
          FormTable.Row(
            role: random.element(of: [.item, .subtotal, .total]), lineNumber: random.optional(12),
            code: random.optional("2010601"), name: random.string(), item: random.optional("function.201"),
            isOfWhich: Bool.random(using: &random), figures: columns.map { _ in figure(unit, &random) },
            location: location(&random))
        }
        return FormTable.Section(side: random.optional("income"), columns: columns, rows: rows)
      }
      return FormTable(
        form: "income", number: random.optional(2), title: random.string(), titleLocation: location(&random),
        unit: unit, status: random.element(of: [.present, .declaredEmpty, .blank]),
        department: random.optional(random.string()), pages: isPaged ? [8, 9] : [],
        notes: [.init(text: random.string(), location: location(&random))], sections: sections,
        location: location(&random))
    }
    return DisclosedDocument(
      source: .init(
        name: random.string(), sha256: String(repeating: "9c", count: 32), mediaType: "application/pdf",
        pageCount: isPaged ? 99 : nil),
      department: random.optional(random.string()), fiscalYear: random.optional(2023), kind: random.optional(.budget),
      scope: random.optional(.unit), publishedOn: random.optional("2024-08"),
      tables: (0..<Int.random(in: 0...3, using: &random)).map { _ in table(&random) }, missingTables: ["income"],
      unrecognisedTables: [
        CellTable(
          title: random.optional(random.string()), pages: [], rowCount: 3, columnCount: 2,
          cells: [
            .init(row: 1, column: 0, rowSpan: 2, columnSpan: 2, text: random.string(), location: location(&random))
          ], location: location(&random))
      ],
      contents: [ContentsEntry(form: "income", text: random.string(), location: location(&random))],
      paragraphs: [TextParagraph(text: random.string(), location: location(&random))],
      leftOut: Bool.random(using: &random)
        ? [] : [OmittedText(reason: "watermark", count: 3, pages: [1, 2], texts: [random.string()])],
      problems: [
        Problem(kind: .strayFigure, detail: random.string(), location: random.optional(location(&random)))
      ])
  }
}
