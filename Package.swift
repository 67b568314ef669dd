// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "juesuan",
  products: [
    .executable(name: "juesuan", targets: ["juesuan"]),
    .library(name: "Disclosure", targets: ["PageContent", "TableStructure", "Disclosure"]),
    .library(name: "Audit", targets: ["Audit", "Report"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CPopplerLibrary", pkgConfig: "poppler", providers: [.apt(["libpoppler-private-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .target(name: "CPoppler", dependencies: ["CPopplerLibrary"]),
    .target(name: "CCatalogue", exclude: ["resources"]),
    .target(name: "PageContent", dependencies: ["CPoppler", "CNettle"]),
    .target(name: "TableStructure", dependencies: ["PageContent"]),
    .target(name: "Disclosure", dependencies: ["TableStructure", "PageContent", "CCatalogue"]),
    .target(name: "Audit", dependencies: ["Disclosure", "PageContent", "CCatalogue"]),
    .target(name: "Report", dependencies: ["Audit", "Disclosure", "TableStructure", "PageContent", "CCatalogue"]),
    .target(name: "CCurl", linkerSettings: [.linkedLibrary("dl")]),
    .target(
      name: "Harvest",
      dependencies: ["Report", "Disclosure", "TableStructure", "PageContent", "CCatalogue", "CCurl"]),
    .executableTarget(
      name: "juesuan",
      dependencies: [
        "Harvest", "Report", "Audit", "Disclosure", "TableStructure", "PageContent",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(name: "TestSupport", dependencies: ["Report"], path: "Tests/TestSupport"),
    .testTarget(name: "PageContentTests", dependencies: ["PageContent", "TestSupport"]),
    .testTarget(name: "TableStructureTests", dependencies: ["TableStructure", "PageContent"]),
    .testTarget(name: "DisclosureTests", dependencies: ["Disclosure", "TableStructure", "PageContent"]),
    .testTarget(name: "AuditTests", dependencies: ["Audit", "Report", "Disclosure", "TableStructure", "PageContent"]),
    .testTarget(
      name: "ReportTests",
      dependencies: ["Report", "Audit", "Disclosure", "TableStructure", "PageContent", "CCatalogue", "TestSupport"]),
    .testTarget(name: "HarvestTests", dependencies: ["Harvest", "CCurl", "PageContent", "Report"]),
    .testTarget(name: "CorpusTests", dependencies: ["Report", "Audit", "Disclosure", "PageContent", "TestSupport"]),
    .testTarget(
      name: "CommandTests", dependencies: ["juesuan", "Harvest", "Report", "Audit", "Disclosure", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx20
)
