#if arch(wasm32)
  import Diagnostics
  import Quantities
  import Reports

  // How the page's script speaks to the engine: it hands over a list of fields, each a length of four bytes and its bytes, and
  // reads one answer. There is one engine an instance of the module; a page that wants another makes another instance.

  nonisolated(unsafe) private var desk = Desk()
  nonisolated(unsafe) private var answered: [UInt8] = []

  /// Room for a request, which `answer` takes over.
  @_expose(wasm, "reserve")
  @_cdecl("reserve")
  public func reserve(_ count: Int32) -> UnsafeMutablePointer<UInt8> {
    UnsafeMutablePointer<UInt8>.allocate(capacity: Int(count) + 1)
  }

  /// Does what the request asks for; tells how many bytes the answer has.
  @_expose(wasm, "answer")
  @_cdecl("answer")
  public func answer(_ start: UnsafeMutablePointer<UInt8>, _ count: Int32) -> Int32 {
    var request = Request(Array(UnsafeBufferPointer(start: start, count: Int(count))))
    start.deallocate()
    answered = desk.answer(&request)
    return Int32(truncatingIfNeeded: answered.count)
  }

  /// Where the answer stands, until the next request.
  @_expose(wasm, "answered")
  @_cdecl("answered")
  public func answerPlace() -> UnsafePointer<UInt8>? {
    answered.withUnsafeBufferPointer { $0.baseAddress }
  }
#endif
