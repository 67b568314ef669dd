#ifndef JUESUAN_ADDRESSES_H
#define JUESUAN_ADDRESSES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/socket.h>

/// An IP address as text; false for addresses of another kind, or where it has no room.
bool address_text(const struct sockaddr *address, char *text, size_t size);

#endif
