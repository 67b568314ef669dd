import Bulk

/// The arguments of most calls, a file and at most `-o` with another, taken as they stand.
///
/// The parser of arguments builds a description of all options first, which takes as long as a tenth of a small report:
/// it is asked where there is anything else.
struct PlainArguments {
  private(set) var file = ""
  private(set) var output: String?

  init?(_ arguments: some Sequence<String>) {
    var arguments = arguments.makeIterator()
    while let argument = arguments.next() {
      if argument == "-o", output == nil, let name = arguments.next(), !name.starts(with: "-") {
        output = name
      } else if file.isEmpty, !argument.starts(with: "-") {
        file = argument
      } else {
        return nil
      }
    }
    if file.isEmpty { return nil }
  }
}

/// A command whose options all have a value of their own accord.
protocol PlainCommand: ReadingCommand {
  init(_ arguments: PlainArguments)
}

extension ExtractCommand: PlainCommand {
  init(_ arguments: PlainArguments) {
    self.init()
    (input, output, limits) = (Input(arguments), Output(arguments), OptionalLimits(RunLimits()))
    (trace, traceAllPages) = (nil, false)
  }
}

extension CheckCommand: PlainCommand {
  init(_ arguments: PlainArguments) {
    self.init()
    (input, output, limits) = (Input(arguments), Output(arguments), OptionalLimits(RunLimits()))
    (format, previous) = (.text, nil)
  }
}

extension Input {
  fileprivate init(_ arguments: PlainArguments) {
    self.init()
    (file, password, quiet) = (arguments.file, nil, false)
  }
}

extension Output {
  fileprivate init(_ arguments: PlainArguments) {
    self.init()
    output = arguments.output
  }
}

extension OptionalLimits {
  fileprivate init(_ values: RunLimits) {
    self.init()
    var limits = ReadingLimits()
    (limits.memory, limits.timeout) = (values.megabytes, values.seconds)
    (self.limits, noLimits) = (limits, false)
  }
}
