// HTTP by libcurl, which is loaded when it is first needed: linked, it and the thirty libraries behind it would more than
// double the time in which every command starts.
#ifndef JUESUAN_CCURL_H
#define JUESUAN_CCURL_H

#include <stdbool.h>
#include <stddef.h>

/// Loads libcurl; NULL where that succeeded, else why not.
const char *ccurl_load(void);

/// Transfers that run beside each other, driven by one thread.
typedef struct ccurl_session ccurl_session;

/// NULL where libcurl is not loaded, or memory is short.
ccurl_session *ccurl_session_new(void);

/// What is asked for, and who takes the answer. All that it points to must live until `ccurl_start` returns, the context
/// until the transfer's end is told.
typedef struct {
  const char *address;
  /// Lines such as "Range: bytes=5-".
  const char *const *headers;
  size_t header_count;
  const char *user_agent;
  /// Certificates to trust instead of the system's; NULL for those.
  const char *ca_file;
  long connect_milliseconds;
  long total_milliseconds;
  /// A transfer that is slower than this for so long is given up; 0 for none.
  long slowest_bytes_per_second;
  long slowest_seconds;
  /// Whether the answer may come compressed. It is decompressed in any case.
  bool takes_compressed;
  /// The proxy to ask, as curl writes one; empty for none. What the environment says does not count.
  const char *proxy;
  void *context;
  /// Whether an IP address, as text, may be connected to; false refuses it. Not asked of a proxy's.
  bool (*connects)(void *context, const char *address);
  /// Takes a line of the head, with its line end; false ends the transfer.
  bool (*header)(void *context, const char *bytes, size_t count);
  /// Takes a piece of the body; false ends the transfer.
  bool (*body)(void *context, const char *bytes, size_t count);
} ccurl_request;

/// False where the transfer could not be set up.
bool ccurl_start(ccurl_session *session, const ccurl_request *request);

/// How a transfer ended.
typedef enum {
  CCURL_ANSWERED,
  CCURL_NOT_RESOLVED,
  CCURL_NOT_CONNECTED,
  CCURL_TIMED_OUT,
  CCURL_TOO_SLOW,
  /// Fewer bytes came than were announced, or the connection broke.
  CCURL_INCOMPLETE,
  CCURL_CERTIFICATE,
  /// All addresses of the host were refused.
  CCURL_REFUSED_ADDRESS,
  /// A callback returned false.
  CCURL_STOPPED,
  CCURL_OTHER,
} ccurl_end;

typedef struct {
  void *context;
  ccurl_end end;
  long status;
  /// The IP address that was connected to last, as text; empty where none was.
  char address[64];
  /// libcurl's own words; empty where it answered.
  char message[256];
} ccurl_result;

/// Moves data, and waits at most so long for more to come.
bool ccurl_wait(ccurl_session *session, int milliseconds);

/// Takes one ended transfer; false where there is none.
bool ccurl_next(ccurl_session *session, ccurl_result *result);

/// Whether an IP address, as text, is one that only a host or a network of its own can reach.
bool ccurl_is_private(const char *literal);

/// Whether a host's name is such an address in any spelling that resolvers take, as 127.1 is, or names the own host.
bool ccurl_is_private_name(const char *host);

#endif
