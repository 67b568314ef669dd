#define _GNU_SOURCE
#include "CWorker.h"

#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <math.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

// MARK: limits

// Recursion shall meet the end of the stack, not that of the memory.
static constexpr rlim_t mostStack = 8 << 20;

static void limit(int resource, rlim_t value) {
  struct rlimit limits;
  if (getrlimit(resource, &limits) == 0) {
    limits.rlim_cur = limits.rlim_max == RLIM_INFINITY || value < limits.rlim_max ? value : limits.rlim_max;
    setrlimit(resource, &limits);
  }
}

void jsw_end_for_memory(void) { _exit(JSW_OUT_OF_MEMORY); }

// MARK: signals

// Swift's runtime traps where it gets no memory, Poppler aborts: only errno still tells that from a mistake.
static void tellWhy(int number) {
  if (errno == ENOMEM) {
    jsw_end_for_memory();
  }
  raise(number);
}

static const int crashes[] = {SIGABRT, SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE};
static const int stops[] = {SIGINT, SIGTERM, SIGHUP};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void installCrashHandler(void) {
  // Deep recursion leaves no room on the stack for the handler.
  static char stack[64 * 1024];
  const stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternative, nullptr);
  for (size_t i = 0; i < COUNT(crashes); ++i) {
    // The second time it ends the process, as it would have at first.
    const struct sigaction action = {.sa_handler = tellWhy, .sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
    sigaction(crashes[i], &action, nullptr);
  }
}

// Who started the process may have blocked signals, and what is blocked stays so.
static void unblock(const int *signals, size_t count) {
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < count; ++i) {
    sigaddset(&set, signals[i]);
  }
  sigprocmask(SIG_UNBLOCK, &set, nullptr);
}

static int stopPipe = -1;

static void passOn(int number) {
  const int saved = errno;
  const char byte = (char)number;
  [[maybe_unused]] const ssize_t written = write(stopPipe, &byte, 1);
  errno = saved;
}

// MARK: processes under limits

static void obeyLimits(size_t memory) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  signal(SIGPROF, SIG_DFL);
  unblock((int[]){SIGPROF}, 1);
  unblock(crashes, COUNT(crashes));
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_DATA, memory);
  struct rlimit stack;
  if (getrlimit(RLIMIT_STACK, &stack) == 0 && stack.rlim_cur > mostStack) {
    limit(RLIMIT_STACK, mostStack);
  }
  installCrashHandler();
}

void jsw_become_worker(size_t memory) {
  signal(SIGINT, SIG_IGN);
  unblock((int[]){SIGTERM}, 1);
  // One heap, which gives back what is free: a second one reserves address space by the 64 MB, and what earlier files
  // left behind would count against later ones.
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_MMAP_THRESHOLD, 4 << 20);
  mallopt(M_TRIM_THRESHOLD, 4 << 20);
  obeyLimits(memory);
}

// Shared with the processes that are forked.
static unsigned char *note = nullptr;

pid_t jsw_fork_reader(size_t memory) {
  if (!note) {
    void *page = mmap(nullptr, sizeof *note, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (page == MAP_FAILED) {
      return -1;
    }
    note = page;
  }
  *note = 0;
  const pid_t parent = getpid();
  const pid_t process = fork();
  if (process != 0) {
    return process;
  }
  obeyLimits(memory);
  if (getppid() != parent) {
    _exit(JSW_OUT_OF_MEMORY);
  }
  // Libraries write their last words to the stream; our messages go to the descriptor.
  FILE *nowhere = fopen("/dev/null", "we");
  if (nowhere) {
    stderr = nowhere;
  }
  return 0;
}

void jsw_note(unsigned char value) {
  if (note) {
    *note = value;
  }
}

unsigned char jsw_noted(void) { return note ? *note : 0; }

void jsw_hold_time_limit(bool isHeld) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGPROF);
  sigprocmask(isHeld ? SIG_BLOCK : SIG_UNBLOCK, &set, nullptr);
}

// A timer is no child's: each process makes its own.
static timer_t timer;
static pid_t ownerOfTimer = 0;

void jsw_limit_time(double seconds) {
  // The clock of the scheduler: ITIMER_PROF counts ticks, of which a crowded machine misses two thirds.
  if (ownerOfTimer != getpid()) {
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGPROF};
    if (timer_create(CLOCK_PROCESS_CPUTIME_ID, &event, &timer) != 0) {
      const struct itimerval ticks = {.it_value = {.tv_sec = (time_t)ceil(seconds)}};
      setitimer(ITIMER_PROF, &ticks, nullptr);
      return;
    }
    ownerOfTimer = getpid();
  }
  const double whole = floor(seconds);
  const struct itimerspec spec = {.it_value = {.tv_sec = (time_t)whole, .tv_nsec = (long)((seconds - whole) * 1e9)}};
  timer_settime(timer, 0, &spec, nullptr);
}

int jsw_catch_stop_signals(void) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
    return -1;
  }
  stopPipe = ends[1];
  signal(SIGPIPE, SIG_IGN);
  for (size_t i = 0; i < COUNT(stops); ++i) {
    struct sigaction earlier;
    if (sigaction(stops[i], nullptr, &earlier) == 0 && earlier.sa_handler == SIG_IGN) {
      continue;
    }
    const struct sigaction action = {.sa_handler = passOn, .sa_flags = SA_RESTART};
    sigaction(stops[i], &action, nullptr);
  }
  unblock(stops, COUNT(stops));
  return ends[0];
}

int jsw_core_count(void) {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  if (sched_getaffinity(0, sizeof cores, &cores) == 0) {
    return CPU_COUNT(&cores);
  }
  const long online = sysconf(_SC_NPROCESSORS_ONLN);
  return online > 0 ? (int)online : 1;
}
