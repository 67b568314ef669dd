// For inet_aton, which reads addresses in all their old spellings.
#define _DEFAULT_SOURCE 1

#include "addresses.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdint.h>
#include <string.h>
#include <strings.h>

#include "CCurl.h"

/// The blocks that IANA's registry of special-purpose addresses does not call globally reachable.
static bool is_private_v4(uint32_t address) {
  static const struct {
    uint32_t prefix;
    int bits;
  } blocks[] = {
      {0x00000000, 8},   // this network
      {0x0A000000, 8},   // private
      {0x64400000, 10},  // shared by carriers
      {0x7F000000, 8},   // loopback
      {0xA9FE0000, 16},  // link-local
      {0xAC100000, 12},  // private
      {0xC0000000, 24},  // protocol assignments
      {0xC0A80000, 16},  // private
      {0xC6120000, 15},  // benchmarking
      {0xE0000000, 3},   // multicast, reserved, broadcast
  };
  for (size_t index = 0; index < sizeof blocks / sizeof blocks[0]; index++) {
    if ((address ^ blocks[index].prefix) >> (32 - blocks[index].bits) == 0) return true;
  }
  return false;
}

static uint32_t word(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static bool is_private_v6(const uint8_t *bytes) {
  static const uint8_t zeros[12];
  static const uint8_t mapped[12] = {[10] = 0xFF, [11] = 0xFF};
  static const uint8_t translated[12] = {0x00, 0x64, 0xFF, 0x9B};
  // Loopback, unspecified, and IPv4 in its disguises.
  if (memcmp(bytes, zeros, 12) == 0 || memcmp(bytes, mapped, 12) == 0 || memcmp(bytes, translated, 12) == 0) {
    return is_private_v4(word(bytes + 12));
  }
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return is_private_v4(word(bytes + 2));
  // Global unicast is 2000::/3; the rest is unique-local, link-local, multicast or unassigned.
  return (bytes[0] & 0xE0) != 0x20;
}

bool address_text(const struct sockaddr *address, char *text, size_t size) {
  switch (address->sa_family) {
    case AF_INET: {
      struct sockaddr_in v4;
      memcpy(&v4, address, sizeof v4);
      return inet_ntop(AF_INET, &v4.sin_addr, text, (socklen_t)size) != NULL;
    }
    case AF_INET6: {
      struct sockaddr_in6 v6;
      memcpy(&v6, address, sizeof v6);
      return inet_ntop(AF_INET6, &v6.sin6_addr, text, (socklen_t)size) != NULL;
    }
    default: return false;
  }
}

bool ccurl_is_private(const char *literal) {
  struct in_addr v4;
  if (inet_pton(AF_INET, literal, &v4) == 1) return is_private_v4(ntohl(v4.s_addr));
  struct in6_addr v6;
  if (inet_pton(AF_INET6, literal, &v6) == 1) return is_private_v6(v6.s6_addr);
  return false;
}

bool ccurl_is_private_name(const char *host) {
  struct in_addr v4;
  // Also 127.1, 0x7f000001 and 2130706433.
  if (inet_aton(host, &v4) != 0) return is_private_v4(ntohl(v4.s_addr));
  static const char own[] = "localhost";
  size_t length = strlen(host), own_length = sizeof own - 1;
  if (length >= own_length && strcasecmp(host + length - own_length, own) == 0) {
    return length == own_length || host[length - own_length - 1] == '.';
  }
  return ccurl_is_private(host);
}
