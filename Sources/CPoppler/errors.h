// What Poppler complains about, per thread: its error callback is not told which document it is about.
#ifndef JUESUAN_ERRORS_H
#define JUESUAN_ERRORS_H

#include <cstdint>

namespace jsp {

// Sets Poppler up once for the life of the process. Safe to call from any thread, as often as one likes.
void initialisePoppler();

void resetErrors();
uint32_t errorCount();
// Keeps only the first ones, as if the others had not been reported.
void forgetErrors(uint32_t kept);
const char *firstError();

}  // namespace jsp

#endif
