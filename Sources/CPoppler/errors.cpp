#include "errors.h"
#include "CPoppler.h"

#include <Error.h>
#include <GlobalParams.h>

#include <cstdio>
#include <new>

namespace jsp {

namespace {

struct ErrorLog {
  uint32_t count = 0;
  // A plain array, so that nothing is allocated (and nothing can throw) inside the callback.
  char first[200] = "";
};

thread_local ErrorLog errorLog;

void recordError(ErrorCategory category, Goffset, const char *message) {
  // By Poppler's own definition the output is probably right in spite of these.
  if (category == errSyntaxWarning || category == errConfig) {
    return;
  }
  if (errorLog.count++ == 0) {
    std::snprintf(errorLog.first, sizeof errorLog.first, "%s", message ? message : "");
  }
}

}  // namespace

void initialisePoppler() {
  // Never destroyed: other threads may still be drawing while the process exits, and Poppler's global parameters must
  // outlive every document.
  static GlobalParamsIniter *const initer = new GlobalParamsIniter(recordError);
  (void)initer;
}

void resetErrors() { forgetErrors(0); }

uint32_t errorCount() { return errorLog.count; }

void forgetErrors(uint32_t kept) {
  errorLog.count = kept;
  if (kept == 0) {
    errorLog.first[0] = '\0';
  }
}

const char *firstError() { return errorLog.first; }

}  // namespace jsp

void jsp_on_memory_failure(void (*handler)(void)) { std::set_new_handler(handler); }
