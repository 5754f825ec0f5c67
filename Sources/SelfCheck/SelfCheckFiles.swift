/// A file as the caller hands it over: the path that messages name, and its bytes.
package struct NamedFile: Sendable {
  package let path: String
  package let bytes: [UInt8]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A rulebook as files: the first one, those that it includes by their paths inside the rulebook's folder, and the areas.
package struct RulebookFiles: Sendable {
  package let root: String
  /// What stands before a path inside the folder, for messages.
  package let folder: String
  package let rules: [NamedFile]
  package let areas: NamedFile

  package init(root: String, folder: String, rules: [NamedFile], areas: NamedFile) {
    self.root = root
    self.folder = folder
    self.rules = rules
    self.areas = areas
  }

  func shown(_ path: String) -> String { folder + path }

  func bytes(_ path: String) -> [UInt8]? { rules.first { $0.path.utf8.elementsEqual(path.utf8) }?.bytes }
}
