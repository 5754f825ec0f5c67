import Foundation

// PageBuilder WORK OUTPUT TOOLCHAIN RUNTIME ASSET... --room NAME USED,USED FILE... --room NAME USED,USED FILE...
//
// Compiles the rooms, each after those that it uses, for wasm32, links them, and writes a Swift file that holds the linked module and the assets as text.
// TOOLCHAIN is - where there is none that can: then the file holds no module.

let arguments = Array(CommandLine.arguments.dropFirst())
guard arguments.count >= 4 else {
  fail("usage: PageBuilder WORK OUTPUT TOOLCHAIN RUNTIME ASSET... --room NAME USED,USED FILE...")
}
var parts = arguments.dropFirst(4).split(separator: "--room", omittingEmptySubsequences: false).map { Array($0) }
let assets = parts.removeFirst()
let rooms = parts.map { Room(name: $0[0], uses: $0[1].split(separator: ",").map { String($0) }, files: Array($0.dropFirst(2))) }

var module: [UInt8]?
if arguments[2] != "-" {
  let compilation = Compilation(
    work: URL(fileURLWithPath: arguments[0]), toolchain: URL(fileURLWithPath: arguments[2]),
    runtime: URL(fileURLWithPath: arguments[3]))
  // Whoever works on a room can go on; the checks that need the engine fail.
  do { module = try compilation.link(rooms) } catch {
    warn(error.message + ": this build has no engine for self-check pages (pdca page)")
  }
}
let text = AssetFile.text(module: module, assets: assets)
do { try AssetFile.replace(arguments[1], with: text) } catch { fail("\(arguments[1]) cannot be written: \(error)") }

func warn(_ message: String) { FileHandle.standardError.write(Data(("warning: " + message + "\n").utf8)) }

/// Ends the build with a message.
func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data(("error: " + message + "\n").utf8))
  exit(1)
}
