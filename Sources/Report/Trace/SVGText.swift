/// An SVG as it is written: elements with their attributes, everything from a document escaped.
struct SVGText {
  private(set) var text = ""

  mutating func raw(_ markup: String) { text += markup }

  /// Opens an element; `close` ends it.
  mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    start(name, attributes)
    text += ">"
  }

  mutating func close(_ name: String) { text += "</\(name)>\n" }

  /// An element without content but its title, which a viewer shows when it is pointed at.
  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>, title: [String] = []) {
    start(name, attributes)
    let title = title.filter { !$0.isEmpty }
    if title.isEmpty {
      text += "/>\n"
    } else {
      text += "><title>\(title.joined(separator: "\n").escapedForXML)</title></\(name)>\n"
    }
  }

  mutating func text(_ content: String, _ attributes: KeyValuePairs<String, String>, title: [String] = []) {
    start("text", attributes)
    text += ">"
    if !title.isEmpty { text += "<title>\(title.joined(separator: "\n").escapedForXML)</title>" }
    text += "\(content.escapedForXML)</text>\n"
  }

  private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(value.escapedForXML)\"" }
  }

  /// A coordinate: two decimals at most, and nothing beyond any page.
  static func number(_ value: Double) -> String {
    let hundredths = value.isFinite ? Int((min(max(value, -1e6), 1e6) * 100).rounded()) : 0
    let rest = hundredths.magnitude % 100
    let sign = hundredths < 0 ? "-" : ""
    let fraction = rest == 0 ? "" : rest % 10 == 0 ? ".\(rest / 10)" : ".\(rest < 10 ? "0" : "")\(rest)"
    return "\(sign)\(hundredths.magnitude / 100)\(fraction)"
  }
}
