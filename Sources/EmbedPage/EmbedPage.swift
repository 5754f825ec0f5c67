import Foundation
import PackagePlugin

/// Compiles the engine for the browser within `swift build`, and hands it to the target as source text.
///
/// Debug and release builds share what is made here, and an up-to-date build runs nothing. A toolchain that cannot compile for
/// wasm32 builds everything else: the program then says that it has no engine for pages.
@main
struct EmbedPage: BuildToolPlugin {
  private static let triple = "wasm32-unknown-none-wasm"
  /// Formats that no page writes: to compile them would take time for nothing.
  private static let leftOut = ["/Reports/HTML/", "/Reports/Programs/"]

  func createBuildCommands(context: PluginContext, target: Target) async throws -> [Command] {
    guard let page = target as? SourceModuleTarget else { return [] }
    guard let engine = try context.package.targets(named: ["SelfCheck"]).first as? SourceModuleTarget else { return [] }
    // Each room after those that it uses.
    let rooms = engine.recursiveTargetDependencies.compactMap { $0 as? SourceModuleTarget } + [engine]
    let assets = ["page.css", "engine.js", "page.js"].map { page.directoryURL.appending(path: "Assets/" + $0) }
    let runtime = engine.directoryURL.appending(path: "Machine/runtime.c")
    let output = context.pluginWorkDirectoryURL.appending(path: "PageAssets.swift")
    var arguments = [context.pluginWorkDirectoryURL.path, output.path, toolchain(context) ?? "-", runtime.path]
    arguments += assets.map { $0.path }
    var inputs = assets + [runtime]
    for room in rooms {
      let files = room.sourceFiles(withSuffix: ".swift").map { $0.url }
        .filter { file in !EmbedPage.leftOut.contains { file.path.contains($0) } }.sorted { $0.path < $1.path }
      inputs += files
      let uses = room.dependencies.compactMap { dependency in
        if case .target(let used) = dependency { used.name } else { nil }
      }
      arguments += ["--room", room.name, uses.joined(separator: ",")] + files.map { $0.path }
    }
    return [
      .buildCommand(
        displayName: "Compiling the engine for the self-check page",
        executable: try context.tool(named: "PageBuilder").url, arguments: arguments, inputFiles: inputs, outputFiles: [output])
    ]
  }

  /// The folder of a toolchain that can compile for wasm32; nothing, with a warning, where there is none.
  private func toolchain(_ context: PluginContext) -> String? {
    // For whoever works on other rooms and builds often.
    if ProcessInfo.processInfo.environment["PDCA_PAGE"] == "off" { return nil }
    guard let compiler = try? context.tool(named: "swiftc").url else {
      PackagePlugin.Diagnostics.warning("no swiftc is found: this build has no engine for self-check pages (pdca page)")
      return nil
    }
    let folder = compiler.resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
    let library = folder.appending(path: "lib/swift/embedded/Swift.swiftmodule/" + EmbedPage.triple + ".swiftmodule")
    let linker = folder.appending(path: "bin/wasm-ld")
    for needed in [library, linker] where !FileManager.default.fileExists(atPath: needed.path) {
      PackagePlugin.Diagnostics.warning(
        "the toolchain has no \(needed.path): this build has no engine for self-check pages (pdca page); all else is as usual")
      return nil
    }
    return folder.path
  }
}
