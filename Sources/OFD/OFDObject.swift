/// What is drawn, in millimetres.
enum OFDObject {
  case text(OFDText)
  case path(OFDPath)
  case image(OFDBox)
  /// What a resource draws, by its id.
  case composite(id: String, matrix: OFDMatrix)
}

/// A colour in red, green and blue from 0 to 255; of other colour spaces only black and white are told.
struct OFDColour: Hashable {
  var red = 0.0
  var green = 0.0
  var blue = 0.0

  var isPale: Bool { red + green + blue > 3 * 128 }

  func isLike(_ other: OFDColour) -> Bool {
    abs(red - other.red) + abs(green - other.green) + abs(blue - other.blue) < 12
  }

  static let white = OFDColour(red: 255, green: 255, blue: 255)

  /// nil where no numbers say it.
  init?(value: String?) {
    let numbers = value.map { OFDNumbers.all($0, atMost: 4) } ?? []
    switch numbers.count {
    case 1: self.init(red: numbers[0], green: numbers[0], blue: numbers[0])
    case 3: self.init(red: numbers[0], green: numbers[1], blue: numbers[2])
    case 4:
      // Cyan, magenta, yellow and black.
      let light = { (ink: Double) in 255 * (1 - min(1, (ink + numbers[3]) / 255)) }
      self.init(red: light(numbers[0]), green: light(numbers[1]), blue: light(numbers[2]))
    default: return nil
    }
  }

  init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init() {}
}

struct OFDText {
  struct Code {
    var x: Double
    var y: Double
    var deltaX: String?
    var deltaY: String?
    var text = ""
  }

  /// From the text's own space to that of what it lies in.
  var matrix: OFDMatrix
  var size: Double
  var horizontalScale = 1.0
  var isBold = false
  /// Neither filled nor stroked, or transparent.
  var isInvisible = false
  var colour = OFDColour()
  /// The turns of the line that the characters follow, in degrees.
  var readDirection = 0
  var codes: [Code] = []
}

struct OFDPath {
  var matrix: OFDMatrix
  var lineWidth: Double
  var isStroked: Bool
  var isFilled: Bool
  var strokeColour = OFDColour()
  var fillColour: OFDColour?
  var data = ""
}
