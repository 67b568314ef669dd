#define _GNU_SOURCE
#include "CHelper.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

void jsh_remove(const char *folder) {
  char *const paths[] = {(char *)folder, nullptr};
  FTS *tree = fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR | FTS_NOSTAT, nullptr);
  if (!tree) {
    return;
  }
  for (FTSENT *entry; (entry = fts_read(tree)) != nullptr;) {
    switch (entry->fts_info) {
    case FTS_D: break;
    case FTS_DP: rmdir(entry->fts_path); break;
    default: unlink(entry->fts_path); break;
    }
  }
  fts_close(tree);
}

// MARK: the program

static void limit(int resource, rlim_t value) {
  struct rlimit limits;
  // A worker's own limit is a soft one, which its helpers need not obey.
  if (getrlimit(resource, &limits) == 0) {
    limits.rlim_cur = limits.rlim_max == RLIM_INFINITY || value < limits.rlim_max ? value : limits.rlim_max;
    setrlimit(resource, &limits);
  }
}

[[noreturn]] static void become(const char *program, char *const *arguments, char *const *environment,
                                const char *folder, jsh_limits limits) {
  setpgid(0, 0);
  // Documents name addresses; none is asked. Where the system does not allow it, the program's own settings hold alone.
  unshare(CLONE_NEWUSER | CLONE_NEWNET);
  // Afterwards, since new rights take it away.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_DATA, limits.memory);
  limit(RLIMIT_FSIZE, limits.file_size);
  limit(RLIMIT_CPU, limits.processor_seconds);
  limit(RLIMIT_STACK, 8 << 20);
  if (chdir(folder) == 0) {
    execve(program, arguments, environment);
  }
  _exit(JSH_NOT_RUN);
}

// MARK: its keeper

// A process of its own outlives whoever wants the program run, be he killed, to end the program and to tidy up.
static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void standApart(int line) {
  setsid();
  for (int number = 1; number < NSIG; ++number) {
    signal(number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  // Nobody waits for a pipe that this process happens to hold open.
  dup2(line, 3);
  close_range(4, ~0U, 0);
  const int nowhere = open("/dev/null", O_RDWR);
  for (int stream = 0; stream < 3; ++stream) {
    dup2(nowhere, stream);
  }
  close(nowhere);
  fcntl(3, F_SETFD, FD_CLOEXEC);
}

[[noreturn]] static void keep(const char *program, char *const *arguments, char *const *environment,
                              const char *folder, jsh_limits limits) {
  const pid_t process = fork();
  if (process == 0) {
    become(program, arguments, environment, folder, limits);
  }
  if (process < 0) {
    _exit(JSH_NOT_RUN);
  }
  setpgid(process, process);
  const double end = now() + limits.wall_seconds;
  int code = JSH_TIMEOUT;
  bool isAlone = false;
  while (now() < end) {
    int status = 0;
    if (waitpid(process, &status, WNOHANG) == process) {
      code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
      break;
    }
    // The line ends with the process that holds its other end; else this waits a little.
    struct pollfd line = {.fd = 3};
    if (poll(&line, 1, 20) > 0) {
      isAlone = true;
      break;
    }
  }
  kill(-process, SIGKILL);
  while (waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
  }
  if (isAlone) {
    jsh_remove(folder);
  }
  _exit(code);
}

int jsh_run(const char *program, char *const *arguments, char *const *environment, const char *folder,
            jsh_limits limits) {
  int line[2];
  if (pipe2(line, O_CLOEXEC) != 0) {
    return JSH_NOT_RUN;
  }
  const pid_t keeper = fork();
  if (keeper == 0) {
    standApart(line[0]);
    keep(program, arguments, environment, folder, limits);
  }
  close(line[0]);
  int status = 0;
  int code = JSH_NOT_RUN;
  if (keeper > 0) {
    pid_t ended;
    do {
      ended = waitpid(keeper, &status, 0);
    } while (ended < 0 && errno == EINTR);
    if (ended == keeper && WIFEXITED(status)) {
      code = WEXITSTATUS(status);
    }
  }
  close(line[1]);
  return code;
}
