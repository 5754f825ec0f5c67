import PDCAEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// A reader that closes its end early, such as `head`, ends the writing, not the program's word on what it found.
signal(SIGPIPE, SIG_IGN)
UnfinishedFile.removeWhenEnded()

do throws(Arguments.Fault) {
  var command = Command(try Arguments(Array(CommandLine.arguments.dropFirst())))
  exit(command.run().rawValue)
} catch {
  let text = Terminal.language == .japanese ? error.japanese : error.english
  Files.writeAll(Array("pdca: \(text)\n".utf8), to: 2)
  exit(ExitStatus.wrongUsage.rawValue)
}
