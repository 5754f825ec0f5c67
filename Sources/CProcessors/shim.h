#pragma once
#ifdef __linux__
#include <pthread.h>

// Linux has these in its C library, but the headers hide them from those who have not asked for its extensions. A set is a bit
// for each processor; each returns 0, or an error number.
int current_processor(void) __asm__("sched_getcpu");
int get_processors(pthread_t thread, size_t bytes, unsigned long *set) __asm__("pthread_getaffinity_np");
int set_processors(pthread_t thread, size_t bytes, const unsigned long *set) __asm__("pthread_setaffinity_np");
#endif
