#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "addresses.h"
#include "library.h"

#include "CCurl.h"

struct ccurl_session {
  CURLM *multi;
};

struct transfer {
  ccurl_request request;
  struct curl_slist *headers;
  bool has_refused_address;
  char message[CURL_ERROR_SIZE];
};

ccurl_session *ccurl_session_new(void) {
  if (!library_is_loaded) return NULL;
  ccurl_session *session = calloc(1, sizeof *session);
  if (session == NULL) return NULL;
  session->multi = library.curl_multi_init();
  if (session->multi == NULL) {
    free(session);
    return NULL;
  }
  return session;
}

static size_t take_header(char *bytes, size_t size, size_t count, void *context) {
  const ccurl_request *request = &((struct transfer *)context)->request;
  return request->header(request->context, bytes, size * count) ? size * count : 0;
}

static size_t take_body(char *bytes, size_t size, size_t count, void *context) {
  const ccurl_request *request = &((struct transfer *)context)->request;
  return request->body(request->context, bytes, size * count) ? size * count : 0;
}

/// Shows the address that a name was resolved to, at the last moment before it is connected: a check of the name alone
/// would be answered one way and the connection another.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
  (void)purpose;
  struct transfer *transfer = context;
  char text[64];
  if (!address_text(&address->addr, text, sizeof text) ||
      !transfer->request.connects(transfer->request.context, text)) {
    transfer->has_refused_address = true;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static bool set_up(CURL *easy, struct transfer *transfer) {
  const ccurl_request *request = &transfer->request;
  for (size_t index = 0; index < request->header_count; index++) {
    struct curl_slist *longer = library.curl_slist_append(transfer->headers, request->headers[index]);
    if (longer == NULL) return false;
    transfer->headers = longer;
  }
  bool is_set = true;
#define SET(option, value) is_set = is_set && library.curl_easy_setopt(easy, option, value) == CURLE_OK
  SET(CURLOPT_ERRORBUFFER, transfer->message);
  SET(CURLOPT_PRIVATE, transfer);
  SET(CURLOPT_URL, request->address);
  SET(CURLOPT_PROTOCOLS_STR, "http,https");
  SET(CURLOPT_FOLLOWLOCATION, 0L);
  // One request at a time gains nothing by HTTP/2, and old servers lose by it.
  SET(CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
  SET(CURLOPT_USERAGENT, request->user_agent);
  SET(CURLOPT_HTTPHEADER, transfer->headers);
  // What comes compressed although that was not asked for is decompressed all the same.
  SET(CURLOPT_ACCEPT_ENCODING, request->takes_compressed ? "gzip, deflate" : "identity");
  SET(CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
  SET(CURLOPT_TIMEOUT_MS, request->total_milliseconds);
  SET(CURLOPT_LOW_SPEED_LIMIT, request->slowest_bytes_per_second);
  SET(CURLOPT_LOW_SPEED_TIME, request->slowest_seconds);
  SET(CURLOPT_HEADERFUNCTION, take_header);
  SET(CURLOPT_HEADERDATA, transfer);
  SET(CURLOPT_WRITEFUNCTION, take_body);
  SET(CURLOPT_WRITEDATA, transfer);
  if (request->ca_file != NULL) SET(CURLOPT_CAINFO, request->ca_file);
  // Empty, both turn off what the environment says: who asks has read it, and knows which requests go through a proxy.
  SET(CURLOPT_PROXY, request->proxy);
  SET(CURLOPT_NOPROXY, "");
  if (request->proxy[0] == '\0') {
    SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
    SET(CURLOPT_OPENSOCKETDATA, transfer);
  }
#undef SET
  return is_set;
}

static void discard(CURL *easy, struct transfer *transfer) {
  library.curl_easy_cleanup(easy);
  library.curl_slist_free_all(transfer->headers);
  free(transfer);
}

bool ccurl_start(ccurl_session *session, const ccurl_request *request) {
  struct transfer *transfer = calloc(1, sizeof *transfer);
  CURL *easy = transfer == NULL ? NULL : library.curl_easy_init();
  if (easy == NULL) {
    free(transfer);
    return false;
  }
  transfer->request = *request;
  if (!set_up(easy, transfer) || library.curl_multi_add_handle(session->multi, easy) != CURLM_OK) {
    discard(easy, transfer);
    return false;
  }
  return true;
}

bool ccurl_wait(ccurl_session *session, int milliseconds) {
  int running = 0;
  if (library.curl_multi_perform(session->multi, &running) != CURLM_OK) return false;
  if (milliseconds <= 0) return true;
  if (library.curl_multi_poll(session->multi, NULL, 0, milliseconds, NULL) != CURLM_OK) return false;
  return library.curl_multi_perform(session->multi, &running) == CURLM_OK;
}

static ccurl_end meaning(CURLcode code, const struct transfer *transfer) {
  switch (code) {
    case CURLE_OK: return CCURL_ANSWERED;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY: return CCURL_NOT_RESOLVED;
    case CURLE_COULDNT_CONNECT: return transfer->has_refused_address ? CCURL_REFUSED_ADDRESS : CCURL_NOT_CONNECTED;
    case CURLE_OPERATION_TIMEDOUT:
      // Both limits give this code; only the words tell which.
      return strncmp(transfer->message, "Operation too slow", 18) == 0 ? CCURL_TOO_SLOW : CCURL_TIMED_OUT;
    case CURLE_PARTIAL_FILE:
    case CURLE_GOT_NOTHING:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR: return CCURL_INCOMPLETE;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE: return CCURL_CERTIFICATE;
    case CURLE_WRITE_ERROR: return CCURL_STOPPED;
    default: return CCURL_OTHER;
  }
}

bool ccurl_next(ccurl_session *session, ccurl_result *result) {
  int left = 0;
  CURLMsg *message;
  while ((message = library.curl_multi_info_read(session->multi, &left)) != NULL) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL *easy = message->easy_handle;
    CURLcode code = message->data.result;
    char *private = NULL;
    library.curl_easy_getinfo(easy, CURLINFO_PRIVATE, &private);
    struct transfer *transfer = (struct transfer *)(void *)private;
    *result = (ccurl_result){.context = transfer->request.context, .end = meaning(code, transfer)};
    library.curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &result->status);
    char *connected = NULL;
    library.curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &connected);
    if (connected != NULL) strncpy(result->address, connected, sizeof result->address - 1);
    if (code != CURLE_OK) {
      const char *words = transfer->message[0] != '\0' ? transfer->message : library.curl_easy_strerror(code);
      strncpy(result->message, words, sizeof result->message - 1);
    }
    library.curl_multi_remove_handle(session->multi, easy);
    discard(easy, transfer);
    return true;
  }
  return false;
}
