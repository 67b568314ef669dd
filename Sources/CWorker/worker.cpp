#include "CWorker.h"

#include <fcntl.h>
#include <malloc.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <initializer_list>
#include <new>

namespace {

void limit(__rlimit_resource resource, rlim_t value) {
  rlimit limits{};
  if (getrlimit(resource, &limits) == 0) {
    limits.rlim_cur = limits.rlim_max == RLIM_INFINITY || value < limits.rlim_max ? value : limits.rlim_max;
    setrlimit(resource, &limits);
  }
}

void endForMemory() { _exit(JSW_OUT_OF_MEMORY); }

// Swift's runtime traps where it gets no memory, Poppler aborts: only errno still tells that from a mistake.
void tellWhy(int signal) {
  if (errno == ENOMEM) {
    endForMemory();
  }
  raise(signal);
}

void installCrashHandler() {
  // Deep recursion leaves no room on the stack for the handler.
  static char stack[64 * 1024];
  stack_t alternative{};
  alternative.ss_sp = stack;
  alternative.ss_size = sizeof stack;
  sigaltstack(&alternative, nullptr);
  for (int signal : {SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE}) {
    struct sigaction action {};
    action.sa_handler = tellWhy;
    // The second time it ends the process, as it would have at first.
    action.sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER;
    sigaction(signal, &action, nullptr);
  }
}

// Who started the process may have blocked signals, and what is blocked stays so.
void unblock(std::initializer_list<int> signals) {
  sigset_t set;
  sigemptyset(&set);
  for (int signal : signals) {
    sigaddset(&set, signal);
  }
  sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

int stopPipe = -1;

void passOn(int signal) {
  const int saved = errno;
  const char byte = static_cast<char>(signal);
  [[maybe_unused]] const ssize_t written = write(stopPipe, &byte, 1);
  errno = saved;
}

}  // namespace

void jsw_become_worker(size_t memory) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGINT, SIG_IGN);
  signal(SIGPROF, SIG_DFL);
  unblock({SIGPROF, SIGTERM, SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE});
  // One heap, which gives back what is free: a second one reserves address space by the 64 MB, and what earlier files
  // left behind would count against later ones.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 4 << 20);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_DATA, memory);
  std::set_new_handler(endForMemory);
  installCrashHandler();
}

void jsw_limit_time(double seconds) {
  errno = 0;
  itimerval timer{};
  const double whole = std::floor(seconds);
  timer.it_value.tv_sec = static_cast<time_t>(whole);
  timer.it_value.tv_usec = static_cast<suseconds_t>((seconds - whole) * 1e6);
  setitimer(ITIMER_PROF, &timer, nullptr);
}

int jsw_catch_stop_signals(void) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
    return -1;
  }
  stopPipe = ends[1];
  signal(SIGPIPE, SIG_IGN);
  for (int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action {};
    if (sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) {
      continue;
    }
    action = {};
    action.sa_handler = passOn;
    action.sa_flags = SA_RESTART;
    sigaction(signal, &action, nullptr);
  }
  unblock({SIGINT, SIGTERM, SIGHUP});
  return ends[0];
}

int jsw_core_count(void) {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  if (sched_getaffinity(0, sizeof cores, &cores) == 0) {
    return CPU_COUNT(&cores);
  }
  const long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online > 0 ? static_cast<int>(online) : 1;
}
