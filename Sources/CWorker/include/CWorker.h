// What a worker process asks of the system that Swift cannot reach: limits that end it, and a word on why it ended.
#ifndef JUESUAN_CWORKER_H
#define JUESUAN_CWORKER_H

#include <stddef.h>

enum {
  // The exit code of a worker that wanted more memory than it may have.
  JSW_OUT_OF_MEMORY = 97
};

// Makes the calling process a worker: it ends when its parent does, leaves no core file, hears no interrupt from the
// terminal, and ends with JSW_OUT_OF_MEMORY where memory fails that must not.
//
// `memory` bounds its private memory in bytes, as the kernel counts it (RLIMIT_DATA).
void jsw_become_worker(size_t memory);

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
