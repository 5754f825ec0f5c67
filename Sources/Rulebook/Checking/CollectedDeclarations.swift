import Diagnostics
import RuleLanguage

/// The declarations of a rulebook by kind, each list in the order of the files.
struct CollectedDeclarations {
  /// Something that belongs to the item declared before it.
  struct Belonging<Syntax> {
    let syntax: Syntax
    /// A position in `items`.
    let item: Int?
    /// A position in `tables`, where it is a row of one.
    var table: Int?
  }

  private(set) var programs: [ProgramSyntax] = []
  private(set) var units: [UnitDeclaration] = []
  private(set) var scales: [ScaleSyntax] = []
  private(set) var items: [ItemSyntax] = []
  private(set) var indicators: [Belonging<IndicatorSyntax>] = []
  private(set) var tables: [Belonging<TableSyntax>] = []
  private(set) var measures: [MeasureSyntax] = []
  private(set) var parameters: [ParameterSyntax] = []
  private(set) var groups: [GroupSyntax] = []
  private(set) var breakdowns: [BreakdownSyntax] = []
  private(set) var targets: [Belonging<TargetSyntax>] = []
  private(set) var waivers: [WaiverSyntax] = []
  private(set) var overalls: [OverallSyntax] = []
  private(set) var examples: [ExampleSyntax] = []
  /// Where each declaration stands, the rows of tables included.
  private(set) var places: [Place] = []
  /// Where the rulebook begins.
  var start: Place? { places.first }

  init(_ declarations: [Declaration]) {
    for declaration in declarations {
      places.append(declaration.place)
      if case .table(let table) = declaration { places += table.rows.map { $0.place } }
      add(declaration)
    }
  }

  private mutating func add(_ declaration: Declaration) {
    let item = items.isEmpty ? nil : items.count - 1
    switch declaration {
    case .program(let program): programs.append(program)
    case .include: break
    case .unit(let unit): units.append(unit)
    case .scale(let scale): scales.append(scale)
    case .item(let item): items.append(item)
    case .indicator(let indicator): indicators.append(Belonging(syntax: indicator, item: item))
    case .table(let table):
      for row in table.rows { indicators.append(Belonging(syntax: row, item: item, table: tables.count)) }
      tables.append(Belonging(syntax: table, item: item))
    case .measure(let measure): measures.append(measure)
    case .parameter(let parameter): parameters.append(parameter)
    case .group(let group): groups.append(group)
    case .breakdown(let breakdown): breakdowns.append(breakdown)
    case .target(let target): targets.append(Belonging(syntax: target, item: item))
    case .waiver(let waiver): waivers.append(waiver)
    case .overall(let overall): overalls.append(overall)
    case .example(let example): examples.append(example)
    }
  }
}

extension Declaration {
  fileprivate var place: Place {
    switch self {
    case .program(let program): program.place
    case .include(let path): path.place
    case .unit(let unit): unit.name.place
    case .scale(let scale): scale.place
    case .item(let item): item.place
    case .indicator(let indicator): indicator.place
    case .table(let table): table.place
    case .measure(let measure): measure.place
    case .parameter(let parameter): parameter.place
    case .group(let group): group.place
    case .breakdown(let breakdown): breakdown.place
    case .target(let target): target.place
    case .waiver(let waiver): waiver.place
    case .overall(let overall): overall.place
    case .example(let example): example.place
    }
  }
}
