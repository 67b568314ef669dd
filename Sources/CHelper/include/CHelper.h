// Runs a program that does a part of the work, such as LibreOffice, under limits of its own and in a folder that is
// removed whatever happens.
#ifndef JUESUAN_CHELPER_H
#define JUESUAN_CHELPER_H

#include <stddef.h>

enum {
  // What `jsh_run` returns where the program took longer than it may, and where it could not be run.
  JSH_TIMEOUT = 124,
  JSH_NOT_RUN = 127
};

typedef struct {
  // Of each process that the program starts: private memory as the kernel counts it (RLIMIT_DATA), and the largest file.
  size_t memory;
  size_t file_size;
  // Processor time, and time on the wall's clock.
  unsigned processor_seconds;
  unsigned wall_seconds;
} jsh_limits;

// Runs a program to its end, with all that it starts in a process group that is killed when it has ended, when its time
// is over, or when the calling process ends, however that happens. It works in `folder`, reads from and writes to
// nothing that the caller has open, and reaches no network where the system allows to take that away.
//
// Where the caller ends meanwhile, `folder` is removed. Arguments and environment end with null.
//
// Returns the exit code in the manner of shells: 128 and the number of the signal where one ended it.
int jsh_run(const char *program, char *const *arguments, char *const *environment, const char *folder,
            jsh_limits limits);

// Removes a folder with all that is in it, without following links.
void jsh_remove(const char *folder);

#endif
