import Disclosure

/// The names of the classification as printed ones are compared with them: each with its core, made once.
struct OfficialCores: Sendable {
  struct Name: Sendable {
    let text: String
    /// The fiscal years in which it was official.
    let years: ClosedRange<Int>
    let core: ExactWording
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
        let core = ExactWording(ItemName.core(name.text))
        codesByCore[core, default: []].append(code)
        return Name(text: name.text, years: name.years, core: core)
      }
    }
  }

  /// The names of a code, the latest first; empty where it is not listed.
  func names(of code: String) -> [Name] { names[code] ?? [] }

  /// The codes that bear or bore a name, by its core.
  func codes(of core: ExactWording) -> [String]? { codesByCore[core] }
}
