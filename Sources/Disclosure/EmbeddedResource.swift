import CCatalogue

/// A resource file that is embedded in the binary.
package enum EmbeddedResource {
  /// Its bytes, which live as long as the process.
  package static func bytes(
    _ resource: (UnsafeMutablePointer<Int>) -> UnsafePointer<CChar>?
  ) -> UnsafeBufferPointer<UInt8> {
    var length = 0
    let text = resource(&length)
    return UnsafeBufferPointer(start: UnsafeRawPointer(text)?.assumingMemoryBound(to: UInt8.self), count: length)
  }
}
