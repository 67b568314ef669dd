// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "juesuan",
  products: [
    .executable(name: "juesuan", targets: ["juesuan"]),
    .library(name: "Disclosure", targets: ["PageContent", "TableStructure", "Disclosure"]),
    .library(name: "Audit", targets: ["Audit", "Report"]),
    .library(name: "Dataset", targets: ["Dataset"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
  ],
  targets: [
    .systemLibrary(name: "CPopplerLibrary", pkgConfig: "poppler", providers: [.apt(["libpoppler-private-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .target(name: "CLibrary", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CArchive", dependencies: ["CLibrary"]),
    .target(name: "CGumbo", dependencies: ["CLibrary"]),
    .target(name: "CPoppler", dependencies: ["CPopplerLibrary"]),
    .target(name: "CCatalogue", exclude: ["resources"]),
    .target(name: "PageContent", dependencies: ["CPoppler", "CNettle"]),
    .target(name: "TableStructure", dependencies: ["PageContent"]),
    .target(name: "Containers", dependencies: ["PageContent", "CArchive", "CExpat"]),
    .target(name: "CHelper"),
    .target(name: "Conversion", dependencies: ["PageContent", "CHelper"]),
    .target(name: "Office", dependencies: ["Conversion", "Containers", "TableStructure", "PageContent"]),
    .target(name: "HTML", dependencies: ["TableStructure", "PageContent", "CGumbo"]),
    .target(name: "OFD", dependencies: ["Containers", "PageContent"]),
    .target(
      name: "Disclosure",
      dependencies: ["HTML", "OFD", "Office", "Containers", "TableStructure", "PageContent", "CCatalogue"]
    ),
    .target(name: "Audit", dependencies: ["Disclosure", "PageContent", "CCatalogue"]),
    .target(name: "Report", dependencies: ["Audit", "Disclosure", "TableStructure", "PageContent", "CCatalogue"]),
    .target(name: "CWorker"),
    .target(
      name: "Bulk",
      dependencies: ["Report", "Audit", "Disclosure", "HTML", "Containers", "PageContent", "CLibrary", "CWorker"]),
    .target(
      name: "Dataset",
      dependencies: [
        "Report", "Audit", "Disclosure", "PageContent", "CCatalogue",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "CCurl", dependencies: ["CLibrary"]),
    .target(
      name: "Harvest",
      dependencies: ["Report", "Disclosure", "HTML", "Office", "TableStructure", "PageContent", "CCatalogue", "CCurl"]),
    .executableTarget(
      name: "juesuan",
      dependencies: [
        "Bulk", "Dataset", "Harvest", "Report", "Audit", "Disclosure", "HTML", "Office", "Containers", "TableStructure",
        "PageContent",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(name: "TestSupport", dependencies: ["Report"], path: "Tests/TestSupport"),
    .target(name: "ProcessorTime", path: "Tests/ProcessorTime"),
    .testTarget(name: "PageContentTests", dependencies: ["PageContent", "TestSupport", "ProcessorTime"]),
    .testTarget(name: "TableStructureTests", dependencies: ["TableStructure", "PageContent", "ProcessorTime"]),
    .testTarget(name: "ContainersTests", dependencies: ["Containers", "PageContent", "TestSupport"]),
    .testTarget(
      name: "OfficeTests",
      dependencies: ["Office", "Conversion", "CHelper", "Containers", "TableStructure", "PageContent", "TestSupport"]),
    .testTarget(name: "HTMLTests", dependencies: ["HTML", "TableStructure", "PageContent", "TestSupport"]),
    .testTarget(name: "OFDTests", dependencies: ["OFD", "PageContent", "TestSupport"]),
    .testTarget(
      name: "DisclosureTests", dependencies: ["Disclosure", "TableStructure", "PageContent", "ProcessorTime"]),
    .testTarget(name: "AuditTests", dependencies: ["Audit", "Report", "Disclosure", "TableStructure", "PageContent"]),
    .testTarget(
      name: "ReportTests",
      dependencies: ["Report", "Audit", "Disclosure", "TableStructure", "PageContent", "CCatalogue", "TestSupport"]),
    .testTarget(name: "BulkTests", dependencies: ["Bulk", "Report", "PageContent", "TestSupport"]),
    .testTarget(
      name: "DatasetTests",
      dependencies: [
        "Dataset", "Report", "Audit", "Disclosure", "PageContent", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "HarvestTests", dependencies: ["Harvest", "CCurl", "PageContent", "TestSupport", "ProcessorTime"]),
    .testTarget(
      name: "CorpusTests", dependencies: ["Report", "Audit", "Disclosure", "PageContent", "TestSupport"],
      exclude: ["Formats"]),
    .testTarget(
      name: "CommandTests",
      dependencies: ["juesuan", "Bulk", "Harvest", "Report", "Audit", "Disclosure", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx20
)
