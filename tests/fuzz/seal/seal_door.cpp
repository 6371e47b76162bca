// SPDX-License-Identifier: Apache-2.0
// A PDF whose seals are looked at: its field, the signature, its time stamp, and the chains and revocation data that it holds.
#include "base/ensure.hpp"
#include "base/utf8.hpp"
#include "fuzz/door.hpp"
#include "seal/status.hpp"

namespace {

using namespace tilstand;

constexpr seal::Moment made = 1'795'544'100;  // when the corpus was sealed; its certificates were valid then

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::Scratch scratch;
  Sources sources;
  Diagnostics diagnostics;
  const std::string path = scratch.put("sealed.pdf", fuzz::text_of(data, size));
  const auto status = seal::status(path, {{TILSTAND_ROOT "/tests/fuzz/seal/trust.pem"}, made}, diagnostics);
  ensure(status.has_value() != diagnostics.has_errors());
  const auto prefix = seal::unsealed_prefix(path, diagnostics);
  fuzz::check(diagnostics, sources, false);
  ensure(!prefix || *prefix <= size);
  if (!status) return 0;
  for (const seal::Seal& one : status->seals) ensure((one.verdict == seal::Verdict::valid) == one.troubles.empty());
  ensure(!first_invalid_utf8(seal::to_text({*status})) && !first_invalid_utf8(seal::to_json({*status})));
  return 0;
}
