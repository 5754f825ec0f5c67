import Diagnostics
import Quantities
import RuleLanguage

// Work items. One that is declared again goes on with what belongs to it, once the repetition has been reported.

extension Checker {
  func checkItems() {
    var used = UsedNames()
    var positions: [String: Int] = [:]
    for item in declared.items {
      if isUnused(code: item.code, &used) {
        positions[NameFolding.fold(item.code.text)] = rulebook.items.count
        rulebook.items.append(Item(code: item.code.text, title: item.title?.text ?? ""))
      }
      itemPositions.append(positions[NameFolding.fold(item.code.text)])
    }
  }

  func itemPosition(_ declaration: Int?) -> Int? { declaration.flatMap { itemPositions[$0] } }
}
