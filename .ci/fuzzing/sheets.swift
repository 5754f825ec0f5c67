/// The door through which libFuzzer comes; what it calls stands in Tests/Fuzzing/ReadSheets.swift.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  readSheets(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
