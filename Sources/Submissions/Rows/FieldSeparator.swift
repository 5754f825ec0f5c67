/// The separator of a file: of those outside quotes on the first line that holds any, the most frequent; a comma when no line does.
func detectSeparator(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
  var counts = SeparatorCounts()
  var isQuoted = false
  for byte in bytes {
    if byte == quotationMark {
      isQuoted.toggle()
    } else if !isQuoted && (byte == lineFeed || byte == carriageReturn) {
      if !counts.areZero { return counts.mostFrequent }
    } else if !isQuoted {
      counts.count(byte)
    }
  }
  // A quote that never closes hides the rest of the file: then quotes mean nothing here.
  if isQuoted && counts.areZero {
    for byte in bytes {
      if (byte == lineFeed || byte == carriageReturn) && !counts.areZero { break }
      counts.count(byte)
    }
  }
  return counts.mostFrequent
}

/// How often each of the bytes that may stand between the fields of a row was seen.
private struct SeparatorCounts {
  private var commas = 0
  private var tabs = 0
  private var semicolons = 0

  var areZero: Bool { commas == 0 && tabs == 0 && semicolons == 0 }

  @inline(__always)
  mutating func count(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: ","): commas += 1
    case UInt8(ascii: "\t"): tabs += 1
    case UInt8(ascii: ";"): semicolons += 1
    default: break
    }
  }

  /// Of equally many, the likelier one.
  var mostFrequent: UInt8 {
    if commas >= max(tabs, semicolons) { return UInt8(ascii: ",") }
    return tabs >= semicolons ? UInt8(ascii: "\t") : UInt8(ascii: ";")
  }
}
