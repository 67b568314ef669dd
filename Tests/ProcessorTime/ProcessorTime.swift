import Glibc

/// The processor time, in seconds, that some work takes on this thread. Unlike the time on the wall it does not depend on
/// what else the machine does, so that a test may hold work to it.
package func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
  let start = threadTime()
  try work()
  return threadTime() - start
}

private func threadTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
