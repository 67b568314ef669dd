// What a worker process asks of the system that Swift cannot reach: limits that end it, and a word on why it ended.
#ifndef JUESUAN_CWORKER_H
#define JUESUAN_CWORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

enum {
  // The exit code of a worker that wanted more memory than it may have.
  JSW_OUT_OF_MEMORY = 97
};

// Makes the calling process a worker: it ends when its parent does, leaves no core file, hears no interrupt from the
// terminal, and ends with JSW_OUT_OF_MEMORY where memory fails that must not.
//
// `memory` bounds its private memory in bytes, as the kernel counts it (RLIMIT_DATA).
void jsw_become_worker(size_t memory);

// Forks a process that does what its caller does next, under limits: it ends when its parent does, leaves no core file,
// and ends as a worker does where memory fails. `memory` as above. To be called where there is no other thread.
//
// Returns 0 in the new process and its id in the calling one, or -1 with errno.
pid_t jsw_fork_reader(size_t memory);

// What a forked process leaves for its parent to know, however it ends; 0 at first.
void jsw_note(unsigned char value);
unsigned char jsw_noted(void);

// Whether a time limit that is reached waits: what is written meanwhile is written whole.
void jsw_hold_time_limit(bool isHeld);

// Ends a worker that gets no memory.
void jsw_end_for_memory(void);

// Ends the process with SIGPROF once it has used this much processor time from now. What else the machine does counts
// little against it, as it would on the wall's clock. 0 takes the limit away.
void jsw_limit_time(double seconds);

// The pipe on which the numbers of the signals that ask to stop (SIGINT, SIGTERM, SIGHUP) arrive, one byte each, or -1.
// Those that are ignored stay so. SIGPIPE is ignored from now on.
int jsw_catch_stop_signals(void);

// The build id of a loaded library by a part of its path, or of the program itself (null): what the linker made of its
// content. Returns its length; 0 where it has none, or one longer than `capacity`.
size_t jsw_build_id(const char *library, unsigned char *bytes, size_t capacity);

// The cores that this process may run on.
int jsw_core_count(void);

#endif
