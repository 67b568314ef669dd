import CHelper
import Glibc
import TestSupport
import Testing

/// Programs that are run under limits.
@Suite(.serialized) struct HelperTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ script: String, seconds: UInt32 = 20, fileSize: Int = 1 << 20) -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup("/bin/sh"), strdup("-c"), strdup(script), nil]
    defer { arguments.forEach { free($0) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    let limits = jsh_limits(memory: 1 << 28, file_size: fileSize, processor_seconds: 10, wall_seconds: seconds)
    return jsh_run("/bin/sh", &arguments, &environment, folder.path, limits)
  }

  @Test func exitCodes() {
    #expect(run("exit 3") == 3)
    #expect(run("kill -9 $$") == 128 + SIGKILL)
    #expect(run("ulimit -c; test -z \"$HOME\" && test $(pwd) = \(folder.path)") == 0)
  }

  /// What it has started ends with it.
  @Test func timeIsOver() throws {
    #expect(run("(sleep 3; touch late) & sleep 30", seconds: 1) == JSH_TIMEOUT)
    sleep(4)
    #expect(access("\(folder.path)/late", F_OK) != 0)
    #expect(run("(sleep 3; touch late) & exit 0") == 0)
    sleep(4)
    #expect(access("\(folder.path)/late", F_OK) != 0)
  }

  @Test func filesThatGrow() {
    #expect(run("head -c 100000 /dev/zero > big", fileSize: 1000) != 0)
  }

  /// Whoever wanted it run is killed: it ends, and its folder goes.
  @Test func callerEnds() throws {
    let inner = folder("inner")
    mkdir(inner, 0o700)
    let caller = fork()
    if caller == 0 {
      var arguments: [UnsafeMutablePointer<CChar>?] = [
        strdup("/bin/sh"), strdup("-c"), strdup("touch begun; sleep 30"), nil,
      ]
      var environment: [UnsafeMutablePointer<CChar>?] = [nil]
      let limits = jsh_limits(memory: 1 << 28, file_size: 1 << 20, processor_seconds: 10, wall_seconds: 20)
      _ = jsh_run("/bin/sh", &arguments, &environment, inner, limits)
      _exit(0)
    }
    for _ in 0..<100 where access("\(inner)/begun", F_OK) != 0 { usleep(100_000) }
    #expect(access("\(inner)/begun", F_OK) == 0)
    kill(caller, SIGKILL)
    waitpid(caller, nil, 0)
    for _ in 0..<100 where access(inner, F_OK) == 0 { usleep(100_000) }
    #expect(access(inner, F_OK) != 0)
  }
}
