import Glibc

/// Waits until one of several descriptors can be read, and tells which can.
struct PollSet {
  private var ready: Set<Int32> = []

  init(_ descriptors: [Int32], milliseconds: Int32) {
    var events = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    // A signal ends the waiting early; whoever loops comes back.
    guard poll(&events, nfds_t(events.count), milliseconds) > 0 else { return }
    ready = Set(events.filter { $0.revents != 0 }.map(\.fd))
  }

  func contains(_ descriptor: Int32) -> Bool { ready.contains(descriptor) }
}
