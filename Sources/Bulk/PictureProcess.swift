import CWorker
import Glibc
import PageContent

/// Draws pictures of a file's pages in a process of its own: a picture that takes too much costs that picture only.
///
/// The process is forked when the first picture is wanted, and again after one that ended it. All pictures together have
/// the time of a file, and a second more each.
package final class PictureProcess {
  private let file: PDFFile
  private let limits: RunLimits?
  private var child: (process: pid_t, socket: Int32)?
  /// Processor time of the child, as it said last.
  private var secondsOfChild = 0.0
  private var pictureCount = 0

  /// - Parameter file: belongs to this from now on. No other thread may run while pictures are drawn.
  /// - Parameter limits: nil where pictures are drawn in this process, without limits.
  package init(_ file: PDFFile, limits: RunLimits?) {
    self.file = file
    self.limits = limits
  }

  deinit { _ = end() }

  package func picture(of page: Int, dpi: Double, crop: Box? = nil) -> Result<[UInt8], PictureFailure> {
    guard let limits else {
      return file.picture(of: page, dpi: dpi, crop: crop).map { .success($0) } ?? .failure(.undrawable)
    }
    pictureCount += 1
    let left = Double(limits.seconds + pictureCount) - Self.secondsOfEnded - secondsOfChild
    guard left > 0 else { return .failure(.timeout) }
    let request = PictureRequest(page: page, dpi: dpi, crop: crop, seconds: min(left, limits.pictureSeconds))
    guard let socket = socket(limits) else { return .failure(.memory) }
    guard Line.send(request, to: socket), let answer = Line.receive(PictureAnswer.self, from: socket),
      let png = Line.receive(answer.byteCount, from: socket)
    else {
      switch end() {
      case .timeout: return .failure(.timeout)
      case .memory: return .failure(.memory)
      default: return .failure(.crash)
      }
    }
    secondsOfChild = answer.seconds
    return png.isEmpty ? .failure(.undrawable) : .success(png)
  }

  /// The child's end of the line; nil where there is no process to be had.
  private func socket(_ limits: RunLimits) -> Int32? {
    if let child { return child.socket }
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { return nil }
    let process = jsw_fork_reader(limits.privateMemoryOfReader)
    if process == 0 {
      close(ends[0])
      answer(on: ends[1])
    }
    close(ends[1])
    guard process > 0 else {
      close(ends[0])
      return nil
    }
    child = (process, ends[0])
    return ends[0]
  }

  /// What the child does, until nobody asks any more.
  private func answer(on socket: Int32) -> Never {
    PDFFile.onMemoryFailure(jsw_end_for_memory)
    // Only processor time counts: the wall's clock also counts what else the machine does.
    var endless = PDFFile.PictureLimits()
    endless.deadlineSeconds = 1e6
    while let request = Line.receive(PictureRequest.self, from: socket) {
      jsw_limit_time(request.seconds)
      let png = file.picture(of: request.page, dpi: request.dpi, crop: request.crop, limits: endless) ?? []
      jsw_limit_time(0)
      let answer = PictureAnswer(byteCount: png.count, seconds: Self.seconds(Int32(RUSAGE_SELF.rawValue)))
      guard Line.send(answer, to: socket), Line.send(png, to: socket) else { break }
    }
    _exit(0)
  }

  private func end() -> ProcessEnd? {
    guard let child else { return nil }
    close(child.socket)
    self.child = nil
    secondsOfChild = 0
    return ProcessEnd(of: child.process)
  }

  /// Of all children that have ended: those that drew pictures.
  private static var secondsOfEnded: Double { seconds(Int32(RUSAGE_CHILDREN.rawValue)) }

  private static func seconds(_ whose: Int32) -> Double {
    var usage = rusage()
    getrusage(whose, &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
  }
}
