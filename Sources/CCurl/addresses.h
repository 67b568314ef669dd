#ifndef JUESUAN_ADDRESSES_H
#define JUESUAN_ADDRESSES_H

#include <stdbool.h>
#include <sys/socket.h>

/// Whether only a host or a network of its own can reach an address.
bool is_private(const struct sockaddr *address);

#endif
