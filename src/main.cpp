// SPDX-License-Identifier: Apache-2.0
#include "cli/run.hpp"

int main(int count, char** arguments) { return tilstand::cli::run(count, arguments); }
