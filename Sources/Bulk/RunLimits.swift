/// What one file may cost.
///
/// A worker reads many files, and what the ones before left in its memory must not decide about the next. So every
/// outcome near a limit is taken from a worker that reads nothing else: a shared one gives up a file that takes more than
/// half of the memory or a quarter of the time, and what a new one, alone with it, says counts. Alone it gets a little
/// less than the shared one has: whatever fails for want of memory in a shared worker fails alone too, and whatever a
/// shared one does with ease succeeds alone with the same bytes.
package struct RunLimits: Hashable, Sendable {
  /// The memory of a process that reads, in MB (2^20 bytes).
  package var megabytes: Int
  /// Processor time for one file: unlike the wall's clock it does not count what else the machine does.
  package var seconds: Int

  package static let leastMegabytes = 96

  package init(megabytes: Int = 256, seconds: Int = 30) {
    self.megabytes = megabytes
    self.seconds = seconds
  }

  private var bytes: Int { megabytes << 20 }

  /// The rest of `megabytes` is for what is not private: the program and its libraries.
  func privateMemory(alone: Bool) -> Int { alone ? bytes / 4 * 3 : bytes / 8 * 7 }

  /// Of a process that reads one file on several threads. Their stacks count in full, although little of them is used.
  var privateMemoryOfReader: Int { bytes / 8 * 7 }

  /// By how much a shared worker's address space may have grown at its peak.
  var easyGrowth: Int { bytes / 2 }

  /// By how much it may have grown when a file is done.
  var lastingGrowth: Int { bytes / 8 }

  /// For one picture of a page, out of those that all pictures of a file have.
  var pictureSeconds: Double { Double(seconds) / 3 }

  func processorSeconds(alone: Bool) -> Double { alone ? Double(seconds) : Double(seconds) / 4 }

  /// After this time a file hangs: it waits for something that does not come.
  func wallSeconds(alone: Bool) -> Double { 60 + 10 * processorSeconds(alone: alone) }

  /// Whether what succeeded under the other limits succeeds under these.
  func isAtLeast(_ other: RunLimits) -> Bool { megabytes >= other.megabytes && seconds >= other.seconds }
}
