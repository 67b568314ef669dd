import Disclosure

/// The names of the classification as printed ones are compared with them: each with its core, made once.
struct OfficialCores: Sendable {
  final class Name: Sendable {
    let text: String
    /// The fiscal years in which it was official.
    let years: ClosedRange<Int>
    let core: ExactWording

    fileprivate init(_ official: OfficialNames.Name) {
      text = official.text
      years = official.years
      core = ExactWording(ItemName.core(official.text))
    }
  }

  static let shared = OfficialCores(.shared)

  /// In order.
  let codes: [String]
  private var names: [String: [Name]] = [:]
  private var codesByCore: [ExactWording: [String]] = [:]

  private init(_ official: OfficialNames) {
    codes = official.codes
    for code in codes {
      names[code] = official.names(of: code).map { name in
        let name = Name(name)
        codesByCore[name.core, default: []].append(code)
        return name
      }
    }
  }

  /// The names of a code, the latest first; empty where it is not listed.
  func names(of code: String) -> [Name] { names[code] ?? [] }

  /// The codes that bear or bore a name, by its core.
  func codes(of core: ExactWording) -> [String]? { codesByCore[core] }
}
