// An LZMA encoder that is slow and packs well: it runs once a build. The format is Igor Pavlov's, as described in the LZMA
// specification of his LZMA SDK; each block of input is coded in the way that costs the fewest bits by the probabilities as
// they are at its beginning.

#include "packer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
  states = 12,
  literal_bits = 2,
  shortest = 2,
  longest = 273,
  block = 4096,
  chain_steps = 400,
  probability_one = 2048,
  price_unit = 16,
};

typedef uint16_t probability;

typedef struct {
  probability choice, second_choice, low[8], middle[8], high[256];
} length_model;

typedef struct {
  probability is_match[states], is_repeat[states], is_repeat0[states], is_repeat1[states], is_repeat2[states], is_long_repeat[states];
  probability slot[4][64], special[128], align[16];
  length_model length, repeat_length;
  probability literal[1 << literal_bits][0x300];
} model;

// What may come next: `back` is -1 for a byte, 0 to 3 for one of the last distances, else a distance and 4. A length of 1 with
// the last distance is a byte repeated from there.
typedef struct {
  uint32_t price;
  uint32_t from, length;
  int64_t back;
  uint32_t state, distances[4];
} node;

typedef struct {
  uint32_t length, distance;
} match;

typedef struct {
  const uint8_t *bytes;
  size_t count;
  uint8_t *out;
  size_t written, room;
  uint64_t low;
  uint32_t range;
  uint8_t held;
  uint64_t held_count;
  model model;
  uint32_t state, distances[4];
  int32_t *chain, *heads, *pair_heads;
  size_t indexed;
  uint32_t length_prices[2][longest + 1], slot_prices[4][64], near_prices[4][128], align_prices[16];
} packer;

static uint32_t bit_prices[probability_one >> 4];

// The coder

static void emit(packer *p, uint8_t byte) {
  if (p->written < p->room) p->out[p->written] = byte;
  p->written += 1;
}

static void shift_low(packer *p) {
  if (p->low < 0xff000000u || p->low > 0xffffffffu) {
    uint8_t carry = (uint8_t)(p->low >> 32);
    uint8_t byte = p->held;
    do {
      emit(p, (uint8_t)(byte + carry));
      byte = 0xff;
    } while (--p->held_count != 0);
    p->held = (uint8_t)(p->low >> 24);
  }
  p->held_count += 1;
  p->low = (p->low & 0x00ffffff) << 8;
}

static void code(packer *p, probability *one, unsigned bit) {
  uint32_t bound = (p->range >> 11) * *one;
  if (bit == 0) {
    p->range = bound;
    *one = (probability)(*one + ((probability_one - *one) >> 5));
  } else {
    p->low += bound;
    p->range -= bound;
    *one = (probability)(*one - (*one >> 5));
  }
  while (p->range < 1u << 24) {
    p->range <<= 8;
    shift_low(p);
  }
}

static void code_plain(packer *p, uint32_t value, unsigned count) {
  while (count-- > 0) {
    p->range >>= 1;
    if ((value >> count) & 1) p->low += p->range;
    while (p->range < 1u << 24) {
      p->range <<= 8;
      shift_low(p);
    }
  }
}

static void code_tree(packer *p, probability *tree, unsigned bits, uint32_t value) {
  uint32_t place = 1;
  while (bits-- > 0) {
    unsigned bit = (value >> bits) & 1;
    code(p, &tree[place], bit);
    place = place << 1 | bit;
  }
}

static void code_reversed(packer *p, probability *tree, unsigned bits, uint32_t value) {
  uint32_t place = 1;
  for (unsigned n = 0; n < bits; n += 1) {
    unsigned bit = (value >> n) & 1;
    code(p, &tree[place], bit);
    place = place << 1 | bit;
  }
}

// Prices: sixteenths of a bit

static uint32_t price(probability one, unsigned bit) { return bit_prices[(bit ? probability_one - one : one) >> 4]; }

static uint32_t tree_price(const probability *tree, unsigned bits, uint32_t value) {
  uint32_t place = 1, sum = 0;
  while (bits-- > 0) {
    unsigned bit = (value >> bits) & 1;
    sum += price(tree[place], bit);
    place = place << 1 | bit;
  }
  return sum;
}

static uint32_t reversed_price(const probability *tree, unsigned bits, uint32_t value) {
  uint32_t place = 1, sum = 0;
  for (unsigned n = 0; n < bits; n += 1) {
    unsigned bit = (value >> n) & 1;
    sum += price(tree[place], bit);
    place = place << 1 | bit;
  }
  return sum;
}

static uint32_t length_price(const length_model *lengths, uint32_t length) {
  uint32_t rest = length - shortest;
  if (rest < 8) return price(lengths->choice, 0) + tree_price(lengths->low, 3, rest);
  uint32_t sum = price(lengths->choice, 1);
  if (rest < 16) return sum + price(lengths->second_choice, 0) + tree_price(lengths->middle, 3, rest - 8);
  return sum + price(lengths->second_choice, 1) + tree_price(lengths->high, 8, rest - 16);
}

// A distance counts from 0. Its slot tells its highest two bits and how many follow.
static unsigned slot_of(uint32_t distance) {
  if (distance < 4) return distance;
  unsigned high = 31 - (unsigned)__builtin_clz(distance);
  return high * 2 + ((distance >> (high - 1)) & 1);
}

static void weigh(packer *p) {
  model *m = &p->model;
  for (uint32_t length = shortest; length <= longest; length += 1) {
    p->length_prices[0][length] = length_price(&m->length, length);
    p->length_prices[1][length] = length_price(&m->repeat_length, length);
  }
  for (unsigned n = 0; n < 16; n += 1) p->align_prices[n] = reversed_price(m->align, 4, n);
  for (unsigned kind = 0; kind < 4; kind += 1) {
    for (unsigned slot = 0; slot < 64; slot += 1) {
      p->slot_prices[kind][slot] = tree_price(m->slot[kind], 6, slot) + (slot >= 14 ? (slot / 2 - 5) * price_unit : 0);
    }
    for (uint32_t distance = 0; distance < 128; distance += 1) {
      unsigned slot = slot_of(distance);
      uint32_t sum = p->slot_prices[kind][slot];
      if (slot >= 4) {
        unsigned bits = slot / 2 - 1;
        uint32_t base = (2 | (slot & 1)) << bits;
        sum += reversed_price(m->special + base - slot, bits, distance - base);
      }
      p->near_prices[kind][distance] = sum;
    }
  }
}

static unsigned length_kind(uint32_t length) { return length < 6 ? length - shortest : 3; }

static uint32_t distance_price(const packer *p, uint32_t distance, uint32_t length) {
  unsigned kind = length_kind(length);
  if (distance < 128) return p->near_prices[kind][distance];
  return p->slot_prices[kind][slot_of(distance)] + p->align_prices[distance & 15];
}

static probability *literals(packer *p, size_t place) {
  uint8_t before = place == 0 ? 0 : p->bytes[place - 1];
  return p->model.literal[before >> (8 - literal_bits)];
}

static uint32_t literal_price(packer *p, size_t place, uint32_t state, uint32_t distance) {
  probability *tree = literals(p, place);
  uint8_t byte = p->bytes[place];
  if (state < 7) return tree_price(tree, 8, byte);
  uint32_t sum = 0, at = 1, offset = 0x100, known = p->bytes[place - distance - 1];
  for (int n = 7; n >= 0; n -= 1) {
    known <<= 1;
    unsigned bit = (byte >> n) & 1;
    sum += price(tree[offset + (known & offset) + at], bit);
    at = at << 1 | bit;
    offset &= ~(known ^ (bit ? ~0u : 0u)) & 0x100 ? 0x100 : 0;
  }
  return sum;
}

// Matches

static uint32_t hash(const uint8_t *bytes) { return (bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16) * 2654435761u >> 14; }

static void index_up_to(packer *p, size_t place) {
  for (; p->indexed < place; p->indexed += 1) {
    size_t at = p->indexed;
    if (at + 3 > p->count) continue;
    uint32_t key = hash(p->bytes + at);
    p->chain[at] = p->heads[key];
    p->heads[key] = (int32_t)at;
    p->pair_heads[p->bytes[at] | p->bytes[at + 1] << 8] = (int32_t)at;
  }
}

static uint32_t common(const packer *p, size_t place, size_t earlier) {
  size_t most = p->count - place < longest ? p->count - place : longest;
  uint32_t length = 0;
  while (length < most && p->bytes[place + length] == p->bytes[earlier + length]) length += 1;
  return length;
}

// Longer and longer matches, each as near as it is to be found.
static unsigned find(packer *p, size_t place, match *found) {
  index_up_to(p, place);
  unsigned count = 0;
  uint32_t best = shortest - 1;
  if (place + 3 > p->count) return 0;
  int32_t pair = p->pair_heads[p->bytes[place] | p->bytes[place + 1] << 8];
  if (pair >= 0) {
    best = common(p, place, (size_t)pair);
    found[count++] = (match){best, (uint32_t)(place - (size_t)pair - 1)};
  }
  int32_t earlier = p->heads[hash(p->bytes + place)];
  for (int step = 0; step < chain_steps && earlier >= 0; step += 1, earlier = p->chain[earlier]) {
    if (place + best < p->count && p->bytes[earlier + (int32_t)best] != p->bytes[place + best]) continue;
    uint32_t length = common(p, place, (size_t)earlier);
    if (length <= best) continue;
    best = length;
    found[count++] = (match){length, (uint32_t)(place - (size_t)earlier - 1)};
    if (length == longest) break;
  }
  return count;
}

// Steps

static uint32_t after_literal(uint32_t state) { return state < 4 ? 0 : state < 10 ? state - 3 : state - 6; }

static void step(uint32_t *state, uint32_t distances[4], int64_t back, uint32_t length) {
  if (back < 0) {
    *state = after_literal(*state);
  } else if (back < 4) {
    *state = length == 1 ? (*state < 7 ? 9 : 11) : (*state < 7 ? 8 : 11);
    uint32_t distance = distances[back];
    for (int64_t n = back; n > 0; n -= 1) distances[n] = distances[n - 1];
    distances[0] = distance;
  } else {
    *state = *state < 7 ? 7 : 10;
    for (int n = 3; n > 0; n -= 1) distances[n] = distances[n - 1];
    distances[0] = (uint32_t)(back - 4);
  }
}

static void code_length(packer *p, length_model *lengths, uint32_t length) {
  uint32_t rest = length - shortest;
  code(p, &lengths->choice, rest >= 8);
  if (rest < 8) return code_tree(p, lengths->low, 3, rest);
  code(p, &lengths->second_choice, rest >= 16);
  if (rest < 16) return code_tree(p, lengths->middle, 3, rest - 8);
  code_tree(p, lengths->high, 8, rest - 16);
}

static void code_literal(packer *p, size_t place) {
  probability *tree = literals(p, place);
  uint8_t byte = p->bytes[place];
  if (p->state < 7) return code_tree(p, tree, 8, byte);
  uint32_t at = 1, offset = 0x100, known = p->bytes[place - p->distances[0] - 1];
  for (int n = 7; n >= 0; n -= 1) {
    known <<= 1;
    unsigned bit = (byte >> n) & 1;
    code(p, &tree[offset + (known & offset) + at], bit);
    at = at << 1 | bit;
    offset &= ~(known ^ (bit ? ~0u : 0u)) & 0x100 ? 0x100 : 0;
  }
}

static void code_distance(packer *p, uint32_t distance, uint32_t length) {
  model *m = &p->model;
  unsigned slot = slot_of(distance);
  code_tree(p, m->slot[length_kind(length)], 6, slot);
  if (slot < 4) return;
  unsigned bits = slot / 2 - 1;
  uint32_t base = (2 | (slot & 1)) << bits;
  if (slot < 14) return code_reversed(p, m->special + base - slot, bits, distance - base);
  code_plain(p, (distance - base) >> 4, bits - 4);
  code_reversed(p, m->align, 4, distance & 15);
}

static void code_step(packer *p, size_t place, int64_t back, uint32_t length) {
  model *m = &p->model;
  uint32_t state = p->state;
  code(p, &m->is_match[state], back >= 0);
  if (back < 0) {
    code_literal(p, place);
  } else if (back >= 4) {
    code(p, &m->is_repeat[state], 0);
    code_length(p, &m->length, length);
    code_distance(p, (uint32_t)(back - 4), length);
  } else {
    code(p, &m->is_repeat[state], 1);
    code(p, &m->is_repeat0[state], back > 0);
    if (back == 0) {
      code(p, &m->is_long_repeat[state], length > 1);
    } else {
      code(p, &m->is_repeat1[state], back > 1);
      if (back > 1) code(p, &m->is_repeat2[state], back > 2);
    }
    if (length > 1) code_length(p, &m->repeat_length, length);
  }
  step(&p->state, p->distances, back, length);
}

// The cheapest way through a block

static void reach(node *nodes, uint32_t from, uint32_t length, int64_t back, uint32_t cost) {
  node *next = &nodes[from + length];
  if (cost >= next->price) return;
  next->price = cost;
  next->from = from;
  next->length = length;
  next->back = back;
}

static void go_on(packer *p, node *nodes, uint32_t at, size_t place, uint32_t room) {
  model *m = &p->model;
  node *here = &nodes[at];
  uint32_t state = here->state, cost = here->price;
  reach(nodes, at, 1, -1, cost + price(m->is_match[state], 0) + literal_price(p, place, state, here->distances[0]));
  uint32_t matched = cost + price(m->is_match[state], 1), repeated = matched + price(m->is_repeat[state], 1);
  for (int64_t n = 0; n < 4; n += 1) {
    if (here->distances[n] >= place) continue;
    uint32_t length = common(p, place, place - here->distances[n] - 1);
    if (length > room) length = room;
    uint32_t which = n == 0 ? price(m->is_repeat0[state], 0)
      : price(m->is_repeat0[state], 1) + (n == 1 ? price(m->is_repeat1[state], 0)
        : price(m->is_repeat1[state], 1) + price(m->is_repeat2[state], n > 2));
    if (n == 0 && length >= 1) reach(nodes, at, 1, 0, repeated + which + price(m->is_long_repeat[state], 0));
    uint32_t sum = repeated + which + (n == 0 ? price(m->is_long_repeat[state], 1) : 0);
    for (uint32_t l = shortest; l <= length; l += 1) reach(nodes, at, l, n, sum + p->length_prices[1][l]);
  }
  match found[longest];
  unsigned count = find(p, place, found);
  uint32_t plain = matched + price(m->is_repeat[state], 0), length = shortest;
  for (unsigned n = 0; n < count; n += 1) {
    for (; length <= found[n].length && length <= room; length += 1) {
      uint32_t sum = plain + p->length_prices[0][length] + distance_price(p, found[n].distance, length);
      reach(nodes, at, length, (int64_t)found[n].distance + 4, sum);
    }
  }
}

static void pack_block(packer *p, node *nodes, size_t start, uint32_t size) {
  weigh(p);
  for (uint32_t n = 0; n <= size; n += 1) nodes[n].price = UINT32_MAX;
  nodes[0] = (node){.price = 0, .state = p->state};
  memcpy(nodes[0].distances, p->distances, sizeof p->distances);
  for (uint32_t at = 0; at < size; at += 1) {
    if (at > 0) {
      node *here = &nodes[at], *before = &nodes[here->from];
      here->state = before->state;
      memcpy(here->distances, before->distances, sizeof here->distances);
      step(&here->state, here->distances, here->back, here->length);
    }
    go_on(p, nodes, at, start + at, size - at);
  }
  // The way back, turned round: each node then tells where it goes.
  uint32_t at = size, next = 0;
  while (at > 0) {
    uint32_t from = nodes[at].from;
    nodes[at].state = next;
    next = at;
    at = from;
  }
  while (at < size) {
    node *reached = &nodes[next];
    code_step(p, start + at, reached->back, reached->length);
    at = next;
    next = reached->state;
  }
}

size_t pack_lzma(const uint8_t *bytes, size_t count, uint8_t *out, size_t room) {
  for (int n = 0; n < probability_one >> 4; n += 1) {
    bit_prices[n] = (uint32_t)lround(-log2((n * 16 + 8) / (double)probability_one) * price_unit);
  }
  packer *p = calloc(1, sizeof *p);
  node *nodes = calloc(block + 1, sizeof *nodes);
  size_t written = 0;
  if (p && nodes) {
    *p = (packer){.bytes = bytes, .count = count, .out = out, .room = room, .range = UINT32_MAX, .held_count = 1};
    probability *all = (probability *)&p->model;
    for (size_t n = 0; n < sizeof p->model / sizeof *all; n += 1) all[n] = probability_one / 2;
    size_t keys = (size_t)1 << 18;
    p->chain = malloc((count + 1) * sizeof *p->chain);
    p->heads = malloc(keys * sizeof *p->heads);
    p->pair_heads = malloc(65536 * sizeof *p->pair_heads);
    if (p->chain && p->heads && p->pair_heads) {
      memset(p->heads, 0xff, keys * sizeof *p->heads);
      memset(p->pair_heads, 0xff, 65536 * sizeof *p->pair_heads);
      for (size_t start = 0; start < count; start += block) {
        pack_block(p, nodes, start, (uint32_t)(count - start < block ? count - start : block));
      }
      for (int n = 0; n < 5; n += 1) shift_low(p);
      written = p->written <= room ? p->written : 0;
    }
    free(p->chain);
    free(p->heads);
    free(p->pair_heads);
  }
  free(nodes);
  free(p);
  return written;
}
