import ArgumentParser

@main
struct Juesuan: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "juesuan")
}
