import Disclosure
import PageContent

/// A column of the dataset. From these come the SQLite tables, the heads of the CSV files, the Data Package, the rows for
/// other engines, and the page that documents them.
public struct DatasetColumn: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case text, integer, flag
    /// An amount in yuan, exact. SQLite knows no decimals: there it is stored as `fen`, and shown as `yuan`.
    case yuan
    /// A JSON array.
    case list
  }

  public var name: String
  public var kind: Kind
  /// Whether it is there in every row.
  public var isRequired: Bool
  public var chinese: String
  public var english: String
}

/// A table of the dataset, as it is described.
public struct DatasetTable: Sendable, Hashable {
  public var name: String
  public var chinese: String
  public var english: String
  public var columns: [DatasetColumn]
  /// Names of the columns that tell its rows apart; rows are sorted by them.
  public var key: [String]
  public var references: [Reference]
  /// Whether it holds rows of documents, or a code list that is the same in every dataset.
  public var isOfDocuments: Bool

  /// The key of another table that some of the columns hold.
  public struct Reference: Sendable, Hashable {
    public var columns: [String]
    public var table: String
    public var tableColumns: [String]
  }
}

/// What stands in a column of a row.
package enum Value: Sendable, Hashable {
  case null
  case integer(Int)
  case flag(Bool)
  /// A text, or the JSON of a list.
  case text(String)
  /// An amount: its digits, and how many of them stand after the point.
  case yuan(Int64, scale: UInt8)
  /// One of more digits than that, which no real report has.
  indirect case longYuan(ExactNumber)

  init(yuan: ExactNumber) {
    if let digits = Int64(exactly: yuan.mantissa), let scale = UInt8(exactly: yuan.scale) {
      self = .yuan(digits, scale: scale)
    } else {
      self = .longYuan(yuan)
    }
  }

  /// The amount; nil for what is none.
  package var yuan: ExactNumber? {
    switch self {
    case .yuan(let digits, let scale): ExactNumber(mantissa: Int128(digits), scale: Int(scale))
    case .longYuan(let yuan): yuan
    case .null, .integer, .flag, .text: nil
    }
  }
}
