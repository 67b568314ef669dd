import CNettle

/// The SHA-256 of some bytes, in lower-case hexadecimal.
public func sha256(of bytes: [UInt8]) -> String {
  var digest = SHA256Digest()
  digest.update(bytes)
  return digest.hexadecimal()
}

/// The SHA-256 of bytes that come piece by piece.
package struct SHA256Digest {
  private var context = sha256_ctx()

  package init() { nettle_sha256_init(&context) }

  package mutating func update(_ bytes: [UInt8]) { nettle_sha256_update(&context, bytes.count, bytes) }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    nettle_sha256_update(&context, bytes.count, bytes.assumingMemoryBound(to: UInt8.self).baseAddress)
  }

  /// The digest of all bytes so far, in lower-case hexadecimal.
  package mutating func hexadecimal() -> String {
    let digest = [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_SIZE)) { buffer, count in
      nettle_sha256_digest(&context, buffer.count, buffer.baseAddress)
      count = buffer.count
    }
    let digits = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: digest.count * 2) { buffer in
      for (index, byte) in digest.enumerated() {
        buffer[2 * index] = digits[Int(byte >> 4)]
        buffer[2 * index + 1] = digits[Int(byte & 15)]
      }
      return digest.count * 2
    }
  }
}
