// SPDX-License-Identifier: Apache-2.0
#include "haru/sink.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <sys/resource.h>

#include "support/process.hpp"

namespace tilstand::haru {
namespace {

using support::Finished;
using support::Folder;
using support::holds;
using support::read_file;
using support::run;

constexpr const char* identifier = "00112233445566778899aabbccddeeff";

void put_pages(Sink& sink) {
  for (std::uint32_t page = 0; page < sink.page_count(); ++page) {
    const ObjectNumber content = sink.allocate();
    sink.put_stream(content, "", "0 0 m 9 9 l S\n");
    sink.put_page(page, "/MediaBox[0 0 99 99]/Resources<<>>/Contents " + reference(content));
  }
}

std::string shown(const std::string& path, ObjectNumber number) {
  return run("qpdf --show-object=" + std::to_string(number) + " '" + path + "'").output;
}

/// While it lives, no file may pass `size` bytes; a write past it fails as on a full disk.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t size) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit small = before_;
    small.rlim_cur = size;
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

TEST_CASE("what is put into a file is found in it by number", "[haru]") {
  Folder folder("sink");
  const std::string path = folder.file("a.pdf");
  Sink sink({path, "x", 1});
  const ObjectNumber early = sink.allocate(), stream = sink.allocate();
  put_pages(sink);
  for (int i = 0; i < 500; ++i) sink.put(sink.allocate(), "<</Number " + std::to_string(i) + ">>");
  const ObjectNumber last = sink.allocate();
  sink.put(last, "<</Kind/Last>>");
  sink.put(early, "[" + reference(last) + "]");
  sink.put_stream(stream, "/Kind/Stream", "some bytes", Packing::none);
  REQUIRE(sink.finish(identifier));
  CHECK(read_file(path).size() == sink.size());
  CHECK(shown(path, early) == "[ " + reference(last) + " ]\n");
  CHECK(shown(path, last) == "<< /Kind /Last >>\n");
  CHECK(holds(shown(path, stream), "/Kind /Stream"));
  const Finished check = run("qpdf --check '" + path + "'");
  INFO(check.output);
  CHECK(check.code == 0);
  CHECK(holds(run("qpdf --show-object=trailer '" + path + "'").output, "/ID [ <00112233445566778899aabbccddeeff> "));
}

TEST_CASE("pages that come later have their numbers from the start", "[haru]") {
  Folder folder("sink");
  const std::string path = folder.file("a.pdf");
  Sink sink({path, "x", 200});
  const ObjectNumber last = sink.page(199);
  CHECK(last != 0);
  CHECK(sink.page(200) == 0);
  put_pages(sink);
  REQUIRE(sink.finish(identifier));
  CHECK(run("qpdf --show-npages '" + path + "'").output == "200\n");
  CHECK(holds(run("qpdf --show-pages '" + path + "'").output, "page 200: " + reference(last)));
}

TEST_CASE("outline items nest and link annotations are objects of the file", "[haru]") {
  Folder folder("sink");
  const std::string path = folder.file("a.pdf");
  Sink sink({path, "x", 1});
  const int first = sink.add_outline_item(-1, "/Title(One)");
  const int inner = sink.add_outline_item(first, "/Title" + text_string("To – 😀"));
  sink.add_outline_item(-1, "/Title(Three)");
  CHECK(inner > first);
  const ObjectNumber link = sink.put_link("/Rect[1.5 2.25 3 4]/F 4");
  put_pages(sink);
  REQUIRE(sink.finish(identifier));
  const std::string annotation = shown(path, link);
  CHECK(holds(annotation, "/Subtype /Link"));
  CHECK(holds(annotation, "/Rect [ 1.5 2.25 3 4 ]"));
  const std::string outline = run("qpdf --json --json-key=outlines '" + path + "'").output;
  CHECK(holds(outline, "To – 😀"));
  CHECK_FALSE(holds(run("qpdf --qdf '" + path + "' -").output, "/Type /Outlines\n  /Title"));
}

TEST_CASE("a file takes its place only when it is finished", "[haru]") {
  Folder folder("sink");
  const std::string path = folder.file("a.pdf");
  {
    Sink sink({path, "x", 1});
    put_pages(sink);
    CHECK(folder.count() == 1);
    CHECK_FALSE(std::filesystem::exists(path));
  }
  CHECK(folder.count() == 0);
}

TEST_CASE("what a killed run left behind is overwritten", "[haru]") {
  Folder folder("sink");
  const std::string path = folder.file("a.pdf");
  std::ofstream(path + ".part-x") << std::string(100'000, 'x');
  Sink sink({path, "x", 1});
  put_pages(sink);
  REQUIRE(sink.finish(identifier));
  CHECK(folder.count() == 1);
  CHECK(run("qpdf --check '" + path + "'").code == 0);
}

TEST_CASE("parts of killed runs go, parts that still grow stay", "[haru]") {
  Folder folder("sink");
  const std::string path = folder.file("a.pdf");
  std::ofstream(path + ".part-old") << "left";
  std::ofstream(folder.file("b.pdf.part-old")) << "another's";
  Sink first({path, "x", 1});
  CHECK_FALSE(std::filesystem::exists(path + ".part-old"));
  put_pages(first);
  Sink second({path, "y", 1});
  put_pages(second);
  REQUIRE(first.finish(identifier));
  REQUIRE(second.finish(identifier));
  CHECK(run("qpdf --check '" + path + "'").code == 0);
  CHECK(folder.count() == 2);
}

TEST_CASE("a complete file changes nothing until it is put in its place", "[haru]") {
  Folder folder("sink");
  const std::string path = folder.file("a.pdf");
  std::ofstream(path) << "earlier";
  Sink sink({path, "x", 1});
  put_pages(sink);
  CHECK_FALSE(sink.commit());
  REQUIRE(sink.complete(identifier));
  CHECK(read_file(path) == "earlier");
  CHECK(read_file(sink.part()).size() == sink.size());
  REQUIRE(sink.commit());
  CHECK(run("qpdf --check '" + path + "'").code == 0);
}

TEST_CASE("a file has the same bytes whatever the number of threads", "[haru]") {
  Folder folder("sink");
  std::string noise;
  for (std::uint32_t i = 0, random = 1; i < 300'000; ++i, random = random * 1664525 + 1013904223) noise += static_cast<char>(random >> 28);
  std::vector<std::string> files;
  for (const unsigned jobs : {1U, 2U, 7U}) {
    ThreadPool pool(jobs);
    const std::string path = folder.file(std::to_string(jobs));
    Sink sink({path, "x", 1, &pool});
    for (std::size_t i = 0; i < 60; ++i) {
      const std::string_view some = std::string_view(noise).substr(i * 31, i % 7 == 0 ? 280'000 : i);
      sink.put_stream(sink.allocate(), "", some, i % 5 == 0 ? Packing::none : Packing::deflate);
      sink.put(sink.allocate(), "(" + std::to_string(i) + ")");
    }
    put_pages(sink);
    REQUIRE(sink.finish(identifier));
    files.push_back(read_file(path));
  }
  CHECK(files[0] == files[1]);
  CHECK(files[0] == files[2]);
}

TEST_CASE("a disk that fills is noticed and the part is removed", "[haru]") {
  Folder folder("sink");
  Sink sink({folder.file("a.pdf"), "x", 1});
  put_pages(sink);
  const SmallDisk disk(4000);
  std::string noise;
  for (std::uint32_t i = 0, random = 1; i < 100'000; ++i, random = random * 1664525 + 1013904223) noise += static_cast<char>(random >> 24);
  SECTION("in the middle") { sink.put_stream(sink.allocate(), "", noise); }
  SECTION("with the last bytes") { sink.put_stream(sink.allocate(), "", noise.substr(0, 6000)); }
  CHECK_FALSE(sink.finish(identifier));
  CHECK(holds(sink.failure(), "can't write"));
  CHECK(holds(sink.failure(), "File too large"));
  CHECK(folder.count() == 0);
}

TEST_CASE("a target that can't be replaced is a failure", "[haru]") {
  Folder folder("sink");
  std::filesystem::create_directory(folder.file("a.pdf"));
  Sink sink({folder.file("a.pdf"), "x", 1});
  put_pages(sink);
  CHECK_FALSE(sink.finish(identifier));
  CHECK(holds(sink.failure(), "can't rename"));
  CHECK(folder.count() == 1);
}

TEST_CASE("the first reason to fail is kept", "[haru]") {
  Folder folder("sink");
  Sink sink({folder.file("a.pdf"), "x", 1});
  sink.fail("one");
  sink.fail("two");
  sink.put(sink.allocate(), "null");
  CHECK(sink.failure() == "one");
  CHECK_FALSE(sink.finish(identifier));
}

}  // namespace
}  // namespace tilstand::haru
