/// The namespaces that matter, in the transitional spelling (ECMA-376 first edition) and the strict one (ISO/IEC 29500-1).
enum Namespace: Sendable {
  case none, spreadsheet, relationshipReferences, packageRelationships, contentTypes, xml, other

  static func of(_ name: [UInt8]) -> Namespace {
    for (known, namespace) in table where name.count == known.utf8CodeUnitCount && name.begins(with: known) {
      return namespace
    }
    return name.isEmpty ? .none : .other
  }

  private static let table: [(StaticString, Namespace)] = [
    ("http://schemas.openxmlformats.org/spreadsheetml/2006/main", .spreadsheet),
    ("http://purl.oclc.org/ooxml/spreadsheetml/main", .spreadsheet),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", .relationshipReferences),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", .relationshipReferences),
    ("http://schemas.openxmlformats.org/package/2006/relationships", .packageRelationships),
    ("http://schemas.openxmlformats.org/package/2006/content-types", .contentTypes),
    ("http://www.w3.org/XML/1998/namespace", .xml),
  ]
}
