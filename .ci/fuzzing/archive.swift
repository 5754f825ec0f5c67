/// The door through which libFuzzer comes; what it calls stands in Tests/Fuzzing/ReadArchive.swift.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  readArchive(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
