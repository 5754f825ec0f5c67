import Facts
import Reports
import Rulebook
enum ExampleRunner { static func run(_ r: Rulebook, areas: AreaTable?) -> [ExampleRun] { [] } }
extension ExampleRun { var passed: Bool { mismatches.isEmpty } }
