#ifndef JUESUAN_LIBRARY_H
#define JUESUAN_LIBRARY_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// The header wraps these in macros.
#undef curl_easy_setopt
#undef curl_easy_getinfo
#undef curl_multi_setopt

/// The functions of libcurl that are used.
#define CCURL_FUNCTIONS(X) \
  X(curl_global_init)      \
  X(curl_easy_init)        \
  X(curl_easy_setopt)      \
  X(curl_easy_getinfo)     \
  X(curl_easy_strerror)    \
  X(curl_easy_cleanup)     \
  X(curl_slist_append)     \
  X(curl_slist_free_all)   \
  X(curl_multi_init)       \
  X(curl_multi_add_handle) \
  X(curl_multi_remove_handle) \
  X(curl_multi_perform)    \
  X(curl_multi_poll)       \
  X(curl_multi_info_read)

#define CCURL_POINTER(name) __typeof__(name) *name;
struct ccurl_library {
  CCURL_FUNCTIONS(CCURL_POINTER)
};
#undef CCURL_POINTER

/// All functions, once `ccurl_load` succeeded.
extern struct ccurl_library library;
extern bool library_is_loaded;

#endif
