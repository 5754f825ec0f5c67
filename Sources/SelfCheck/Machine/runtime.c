// What compiled Swift asks of the world below it, for a page of wasm32 that has no C library: memory from one growing
// block, a few byte loops, and 128-bit multiplication. Built without a C library's headers on purpose.

typedef __SIZE_TYPE__ size_t;
typedef unsigned char byte;

// The linker puts this where the program's own data ends.
extern byte __heap_base;

static const size_t page_size = 65536;

// Every block lies behind a head of 16 bytes that holds its room, so that all blocks are aligned to 16.
typedef struct head {
  size_t room;
  struct head *next;
} __attribute__((aligned(16))) head;

// Free blocks by size: list k holds blocks with room for exactly 16 << k bytes. A block never changes its size, so that
// freeing and reserving are a few steps each, whatever order the program does them in.
static head *free_blocks[28];
static size_t heap_top = 0;

static void *take(size_t room) {
  if (heap_top == 0) heap_top = ((size_t)&__heap_base + 15) & ~(size_t)15;
  size_t whole = room + sizeof(head);
  size_t end = heap_top + whole;
  if (end < heap_top) return 0;
  size_t held = __builtin_wasm_memory_size(0) * page_size;
  if (end > held) {
    size_t pages = (end - held + page_size - 1) / page_size;
    if (__builtin_wasm_memory_grow(0, pages) == (size_t)-1) return 0;
  }
  head *block = (head *)heap_top;
  heap_top = end;
  block->room = room;
  return block + 1;
}

void *malloc(size_t count) {
  unsigned list = 0;
  while (list < 28 && ((size_t)16 << list) < count) list += 1;
  if (list == 28) return 0;
  head *block = free_blocks[list];
  if (block) {
    free_blocks[list] = block->next;
    return block + 1;
  }
  return take((size_t)16 << list);
}

void free(void *start) {
  if (!start) return;
  head *block = (head *)start - 1;
  unsigned list = 0;
  while (((size_t)16 << list) < block->room) list += 1;
  block->next = free_blocks[list];
  free_blocks[list] = block;
}

int posix_memalign(void **result, size_t alignment, size_t count) {
  // Swift asks for more than 16 only for types that the core does not have.
  if (alignment > 16) return 22;
  *result = malloc(count);
  return *result ? 0 : 12;
}

// With -mbulk-memory each of these is one instruction; -fno-builtin keeps the compiler from making a call of it again.
void *memcpy(void *to, const void *from, size_t count) { return __builtin_memcpy(to, from, count); }

void *memmove(void *to, const void *from, size_t count) { return __builtin_memmove(to, from, count); }

void *memset(void *to, int value, size_t count) { return __builtin_memset(to, value, count); }

int memcmp(const void *left, const void *right, size_t count) {
  const byte *a = left;
  const byte *b = right;
  for (size_t place = 0; place < count; place += 1) {
    if (a[place] != b[place]) return a[place] < b[place] ? -1 : 1;
  }
  return 0;
}

// Seeds the hashing of dictionaries and sets. Always the same: no result may depend on it, and a run can be repeated.
void arc4random_buf(void *start, size_t count) {
  byte *bytes = start;
  for (size_t place = 0; place < count; place += 1) bytes[place] = (byte)(place * 151 + 7);
}

// Halves away from zero, which `nearest` (the instruction) does not do. From 2^52 on every number is whole.
double round(double value) {
  double size = __builtin_fabs(value);
  if (!(size < 4503599627370496.0)) return value;
  double below = __builtin_floor(size);
  double whole = size - below >= 0.5 ? below + 1 : below;
  return __builtin_copysign(whole, value);
}

// The low 128 bits of a product of two 128-bit numbers, from 32-bit halves: to multiply them directly would call this.
__int128 __multi3(__int128 left, __int128 right) {
  typedef unsigned long long word;
  typedef unsigned __int128 wide;
  word a = (word)(wide)left, b = (word)(wide)right;
  word a0 = a & 0xffffffff, a1 = a >> 32, b0 = b & 0xffffffff, b1 = b >> 32;
  word low = a0 * b0;
  word middle = a1 * b0 + (low >> 32);
  word other = a0 * b1 + (middle & 0xffffffff);
  word high = a1 * b1 + (middle >> 32) + (other >> 32);
  high += (word)((wide)left >> 64) * b + a * (word)((wide)right >> 64);
  word bottom = (other << 32) | (low & 0xffffffff);
  return (__int128)(((wide)high << 64) | bottom);
}
