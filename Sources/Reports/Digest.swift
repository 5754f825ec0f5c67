/// SHA-256 as FIPS 180-4 defines it: reports name the exact bytes that they were made from.
package struct SHA256 {
  private var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  private var schedule = [UInt32](repeating: 0, count: 64)
  /// The bytes of the block that is not full yet.
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  package init() {}

  /// The digest of the bytes, as 64 hexadecimal digits.
  package static func hexadecimal(of bytes: [UInt8]) -> String {
    var digest = SHA256()
    digest.update(bytes)
    return digest.finish()
  }

  /// Takes in more bytes.
  package mutating func update(_ bytes: [UInt8]) {
    length &+= UInt64(bytes.count)
    bytes.withUnsafeBufferPointer { buffer in
      var offset = 0
      if !pending.isEmpty {
        offset = min(64 - pending.count, buffer.count)
        pending.append(contentsOf: buffer[..<offset])
        guard pending.count == 64 else { return }
        let block = pending
        block.withUnsafeBufferPointer { process($0, at: 0) }
        pending.removeAll(keepingCapacity: true)
      }
      while buffer.count - offset >= 64 {
        process(buffer, at: offset)
        offset += 64
      }
      pending.append(contentsOf: buffer[offset...])
    }
  }

  /// Ends the message; the receiver takes no more bytes.
  package mutating func finish() -> String {
    let bits = length &* 8
    var tail: [UInt8] = [0x80]
    while (pending.count + tail.count) % 64 != 56 { tail.append(0) }
    for shift in stride(from: 56, through: 0, by: -8) { tail.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift))) }
    update(tail)
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for word in state {
      for shift in stride(from: 28, through: 0, by: -4) { text.append(digits[Int(word >> UInt32(shift) & 15)]) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Through pointers: looking after arrays took two thirds of the time, and reports name files of many megabytes.
  private mutating func process(_ buffer: UnsafeBufferPointer<UInt8>, at offset: Int) {
    schedule.withUnsafeMutableBufferPointer { schedule in
      SHA256.constants.withUnsafeBufferPointer { constants in
        state.withUnsafeMutableBufferPointer { state in
          SHA256.fill(schedule, buffer, at: offset)
          SHA256.mix(state, schedule, constants)
        }
      }
    }
  }

  @inline(__always)
  private static func fill(
    _ schedule: UnsafeMutableBufferPointer<UInt32>, _ buffer: UnsafeBufferPointer<UInt8>, at offset: Int
  ) {
    for index in 0..<16 {
      let place = offset + 4 * index
      schedule[index] =
        UInt32(buffer[place]) << 24 | UInt32(buffer[place + 1]) << 16 | UInt32(buffer[place + 2]) << 8 | UInt32(buffer[place + 3])
    }
    for index in 16..<64 {
      let (old, recent) = (schedule[index - 15], schedule[index - 2])
      let small = rotated(old, 7) ^ rotated(old, 18) ^ (old >> 3)
      let great = rotated(recent, 17) ^ rotated(recent, 19) ^ (recent >> 10)
      schedule[index] = schedule[index - 16] &+ small &+ schedule[index - 7] &+ great
    }
  }

  @inline(__always)
  private static func mix(
    _ state: UnsafeMutableBufferPointer<UInt32>, _ schedule: UnsafeMutableBufferPointer<UInt32>,
    _ constants: UnsafeBufferPointer<UInt32>
  ) {
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let great = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let first = h &+ great &+ ((e & f) ^ (~e & g)) &+ constants[index] &+ schedule[index]
      let small = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let second = small &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    state[0] &+= a
    state[1] &+= b
    state[2] &+= c
    state[3] &+= d
    state[4] &+= e
    state[5] &+= f
    state[6] &+= g
    state[7] &+= h
  }

  @inline(__always)
  private static func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 { value >> count | value << (32 &- count) }

  /// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let constants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
