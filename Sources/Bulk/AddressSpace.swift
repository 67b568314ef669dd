import Glibc
import PageContent

/// How much address space this process has, and had at most, in bytes. Unlike what is resident it counts every request
/// that the system granted, touched or not.
struct AddressSpace {
  var size = 0
  var peak = 0

  static func current() -> AddressSpace {
    var space = AddressSpace()
    let descriptor = open("/proc/self/status", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return space }
    defer { close(descriptor) }
    for line in (Descriptor.read(descriptor, count: 8192) ?? []).split(separator: UInt8(ascii: "\n")) {
      if line.starts(with: "VmPeak:".utf8) { space.peak = kilobytes(line) << 10 }
      if line.starts(with: "VmSize:".utf8) { space.size = kilobytes(line) << 10 }
    }
    return space
  }

  private static func kilobytes(_ line: ArraySlice<UInt8>) -> Int {
    line.reduce(0) { (48...57).contains($1) ? $0 * 10 + Int($1 - 48) : $0 }
  }
}
