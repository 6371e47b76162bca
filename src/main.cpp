// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include "cli/run.hpp"

int main(int count, char** arguments) {
  mallopt(M_ARENA_MAX, 1);  // threads share one heap: jobs are few and long, and a heap for each costs more than waiting does
  return tilstand::cli::run(count, arguments);
}
