import PageContent

/// A part of a page as it is printed.
public struct PagePicture: Sendable {
  /// The bytes of a PNG.
  public var png: [UInt8]
  /// The part of the page that it shows, in points.
  public var box: Box

  public init(png: [UInt8], box: Box) {
    self.png = png
    self.box = box
  }
}

/// How the places that findings speak of look in the file itself.
public struct PrintedPlaces {
  /// Whether the file has pages, and is at hand to draw them.
  let hasPictures: Bool
  /// A part of a page, by the page's number and a box in points, or why there is no picture of it.
  let picture: (Int, Box) -> Result<PagePicture, PictureFailure>
  /// A line of a text by its number from 1, without its line end.
  let line: (Int) -> String?

  /// Nothing but what the report says: the file itself is not at hand.
  public static var none: PrintedPlaces {
    PrintedPlaces(hasPictures: false, picture: { _, _ in .failure(.undrawable) }, line: { _ in nil })
  }

  public static func pages(_ picture: @escaping (Int, Box) -> Result<PagePicture, PictureFailure>) -> PrintedPlaces {
    PrintedPlaces(hasPictures: true, picture: picture, line: { _ in nil })
  }

  public static func lines(_ line: @escaping (Int) -> String?) -> PrintedPlaces {
    PrintedPlaces(hasPictures: false, picture: { _, _ in .failure(.undrawable) }, line: line)
  }
}
