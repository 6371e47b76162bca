// SPDX-License-Identifier: Apache-2.0
// Runs a door without a fuzzing engine: every file of its corpus, then a number of rounds of spoilt ones.
// usage: <door> FOLDER ROUNDS
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <new>

#include "base/file.hpp"
#include "fuzz/door.hpp"
#include "fuzz/mutate.hpp"

namespace {

using namespace tilstand;
namespace fs = std::filesystem;

constexpr unsigned longest_seconds = 20;                 // for one input; more is taken for a hang
[[maybe_unused]] constexpr rlim_t most_memory = 2UL << 30;

struct Corpus {
  std::vector<std::string> names, inputs;
};

Corpus read_corpus(const fs::path& folder) {
  Corpus corpus;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) corpus.names.push_back(entry.path().filename().string());
  std::sort(corpus.names.begin(), corpus.names.end());
  for (const std::string& name : corpus.names) corpus.inputs.push_back(read_file((folder / name).string()).value_or(""));
  return corpus;
}

/// Input number `at`: the corpus first, then spoilt files.
std::string input(const Corpus& corpus, std::uint64_t at) {
  return at < corpus.inputs.size() ? corpus.inputs[at] : fuzz::mutated(corpus.inputs, at);
}

/// The child's work; `at` is seen by the parent, so that it knows which input ended the child.
void run_all(const Corpus& corpus, std::uint64_t count, std::atomic<std::uint64_t>& at) {
#ifndef __SANITIZE_ADDRESS__  // whose shadow alone passes any limit
  const rlimit limit{most_memory, most_memory};
  setrlimit(RLIMIT_AS, &limit);
#endif
  for (; at < count; ++at) {
    const std::string bytes = input(corpus, at);
    alarm(longest_seconds);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  alarm(0);
}

int tell(const Corpus& corpus, std::uint64_t at, int status) {
  std::ofstream("found-input", std::ios::binary) << input(corpus, at);
  const std::string name = at < corpus.names.size() ? corpus.names[at] : "round " + std::to_string(at);
  std::fprintf(stderr, "%s: the reader ended with status %d; the input is in %s\n", name.c_str(), status, fs::absolute("found-input").c_str());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const Corpus corpus = read_corpus(arguments[1]);
  if (corpus.inputs.empty()) return std::fputs("the corpus is empty\n", stderr), 1;
  const std::uint64_t inputs = corpus.inputs.size() + std::strtoull(arguments[2], nullptr, 10);
  void* shared = mmap(nullptr, sizeof(std::atomic<std::uint64_t>), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) return 2;
  auto& at = *new (shared) std::atomic<std::uint64_t>(0);
  const pid_t child = fork();
  if (child == 0) {
    run_all(corpus, inputs, at);
    std::exit(0);  // ends the scratch folders too
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (status != 0 || at != inputs) return tell(corpus, at, status);
  std::printf("%llu inputs read, %zu of them from the corpus\n", static_cast<unsigned long long>(inputs), corpus.inputs.size());
  return 0;
}
