import CCurl
import Testing

@testable import Harvest

/// What leads into private networks, and what does not.
@Suite struct NetworkBoundaryTests {
  private let boundary: NetworkBoundary

  init() throws {
    boundary = NetworkBoundary(
      listed: try ["http://intranet/list", "https://port.cn:8443/", "http://[::1]:8080/"].map { try WebAddress($0) })
  }

  private func allows(_ literal: String, _ address: String) throws -> Bool {
    boundary.allows(literal, for: try WebAddress(address))
  }

  @Test(arguments: [
    ("8.8.8.8", "http://other.cn/", true), ("10.0.0.1", "http://other.cn/", false),
    ("10.0.0.1", "http://intranet/a.pdf", true), ("10.0.0.1", "https://intranet/a.pdf", true),
    // Another port is another service.
    ("10.0.0.1", "http://intranet:9200/a.pdf", false), ("10.0.0.1", "https://port.cn:8443/a", true),
    ("10.0.0.1", "https://port.cn/a", false), ("10.0.0.1", "http://www.intranet/", false),
    ("::1", "http://[::1]:8080/a", true), ("::1", "http://[::1]/a", false), ("127.0.0.1", "http://127.0.0.1/", false),
  ])
  func connections(literal: String, address: String, isAllowed: Bool) throws {
    #expect(try allows(literal, address) == isAllowed)
  }

  @Test func aNameThatComesToMeanAnotherAddress() throws {
    let address = try WebAddress("http://intranet/list")
    boundary.settle(address, at: "10.0.0.1")
    boundary.settle(address, at: "10.0.0.2")
    #expect(try allows("10.0.0.1", "http://intranet/a.pdf"))
    #expect(try !allows("10.0.0.2", "http://intranet/a.pdf"))
    #expect(try allows("8.8.8.8", "http://intranet/a.pdf"))
    let other = try WebAddress("https://port.cn:8443/")
    boundary.settle(other, at: "8.8.8.8")
    #expect(try !allows("127.0.0.1", "https://port.cn:8443/a"))
  }

  /// What a proxy would be asked for.
  @Test(arguments: [
    ("http://other.cn/", true), ("http://10.0.0.1/", false), ("http://127.1/", false), ("http://0x7f000001/", false),
    ("http://2130706433/", false), ("http://0177.0.0.1/", false), ("http://[::1]/", false),
    ("http://localhost/", false),
    ("http://a.LOCALHOST/", false), ("http://localhost./", false), ("http://notlocalhost/", true),
    ("http://8.8.8.8/", true), ("http://[2001:4860:4860::8888]/", true), ("http://[::1]:8080/", true),
    ("http://财政局.cn/", true), ("http://１２７.0.0.1/", false), ("http://127。0。0。1/", false),
    ("http://①.cn/", false),
  ])
  func namesBehindAProxy(address: String, isAllowed: Bool) throws {
    guard let address = try? WebAddress(address) else { return #expect(!isAllowed) }
    #expect(boundary.allowsName(of: address) == isAllowed)
  }
}

/// What curl makes of the environment.
@Suite struct ProxySettingsTests {
  private func proxy(_ variables: [String: String], _ address: String) throws -> String {
    ProxySettings { variables[$0] }.proxy(for: try WebAddress(address))
  }

  @Test(
    arguments: [
      ([:], "http://a.cn/", ""), (["http_proxy": "p:1"], "http://a.cn/", "p:1"),
      (["http_proxy": "p:1"], "https://a.cn/", ""),
      (["HTTP_PROXY": "p:1"], "http://a.cn/", ""), (["https_proxy": "p:1"], "http://a.cn/", ""),
      (["HTTPS_PROXY": "p:1"], "https://a.cn/", "p:1"), (["ALL_PROXY": "p:1"], "http://a.cn/", "p:1"),
      (["http_proxy": "", "all_proxy": "p:1"], "http://a.cn/", "p:1"),
    ] as [([String: String], String, String)])
  func variables(variables: [String: String], address: String, expected: String) throws {
    #expect(try proxy(variables, address) == expected)
  }

  @Test(arguments: [
    ("*", "http://a.cn/", true), ("b.cn,a.cn", "http://a.cn/", true), ("b.cn a.cn", "http://x.a.cn/", true),
    (".a.cn", "http://a.cn/", true), ("A.cn.", "http://a.cn/", true), ("a.cn", "http://ba.cn/", false),
    ("127.0.0.2", "http://127.0.0.2:8080/", true), ("127.0.0.0/8", "http://127.1.2.3/", true),
    ("128.0.0.0/8", "http://127.1.2.3/", false), ("10.0.0.0/99999999999999999999", "http://10.0.0.0/", false),
    ("10.0.0.0/0", "http://10.0.0.0/", false), ("0.0.2", "http://127.0.0.2/", false), ("::1", "http://[::1]/", true),
    ("fc00::/7", "http://[fd00::1]/", true), ("", "http://a.cn/", false), (",. ", "http://a.cn/", false),
  ])
  func exceptions(list: String, address: String, isDirect: Bool) throws {
    #expect(try proxy(["http_proxy": "p:1", "no_proxy": list], address).isEmpty == isDirect)
    #expect(try proxy(["http_proxy": "p:1", "NO_PROXY": list], address).isEmpty == isDirect)
  }
}
