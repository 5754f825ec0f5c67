#ifndef PACKER_H
#define PACKER_H

#include <stddef.h>
#include <stdint.h>

/// Packs bytes as a raw LZMA stream (lc 2, lp 0, pb 0) without a mark at its end: whoever unpacks it knows the size.
///
/// Returns the number of bytes written to `out`, or 0 where there is not room enough for them.
size_t pack_lzma(const uint8_t *bytes, size_t count, uint8_t *out, size_t room);

#endif
