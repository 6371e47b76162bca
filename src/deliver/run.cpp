// SPDX-License-Identifier: Apache-2.0
#include "deliver/run.hpp"

#include <algorithm>

#include "base/moment.hpp"
#include "deliver/lock.hpp"

namespace tilstand::deliver {
namespace {

using registry::State;

State state_of(channel::State state) {
  switch (state) {
    case channel::State::sent: return State::sent;
    case channel::State::delivered: return State::delivered;
    case channel::State::refused: return State::refused;
    case channel::State::failed: return State::failed;
    case channel::State::uncertain: break;
  }
  return State::uncertain;
}

bool is_over(State state) { return state == State::sent || state == State::delivered; }

bool is_refused(State state) { return state == State::refused || state == State::bounced; }

bool is_mine(const SendingLock& lock, const registry::Register& reg, Diagnostics& diagnostics) {
  if (lock.got() == SendingLock::Got::yes) return true;
  if (lock.got() == SendingLock::Got::held_by_another)
    diagnostics.error("deliver.busy", "another program is sending from the register \"" + reg.path() + "\"", {}, "nothing was sent; run the command again when the other has ended");
  else
    diagnostics.error("registry.cannot-write", "no file can be made beside the register \"" + reg.path() + "\"", {}, "nothing was sent; see that its folder can be written");
  return false;
}

/// One run.
class Sender {
 public:
  Sender(registry::Register& reg, const World& world, Diagnostics& diagnostics) : reg_(reg), world_(world), diagnostics_(diagnostics) {}

  bool stopped() const { return stopped_; }

  /// Attempts a parcel; what is known of it afterwards stands in it.
  void attempt(Item& item) {
    registry::Delivery& delivery = item.reserved.delivery;
    const recipients::Way way = item.reserved.recipient.way;
    std::vector<registry::SentFile> files;
    for (const channel::Attachment& one : item.parcel.attachments) files.push_back({one.name, one.sha256});
    const auto begun = reg_.begin(delivery.message_id, delivery.attempts, name_of(way), files, world_.clock(), diagnostics_);
    stopped_ = !begun;
    if (stopped_) return;
    if (*begun == registry::Added::already) return look_again(item);
    ++delivery.attempts;
    delivery.channel = name_of(way);
    delivery.payload = registry::payload_of(files);
    channel::Outcome outcome = world_.channel(way)->send(item.parcel);
    // An attempt that has failed says nothing about an earlier one whose end nobody knows.
    if (outcome.state == channel::State::failed && delivery.may_have_gone) outcome.state = channel::State::uncertain;
    delivery.may_have_gone = delivery.may_have_gone || (outcome.state != channel::State::failed && outcome.state != channel::State::refused);
    note(delivery, outcome);
  }

  void note(registry::Delivery& delivery, const channel::Outcome& outcome) {
    const registry::Moment now = world_.clock();
    const registry::Event event{state_of(outcome.state), without_addresses(outcome.detail), outcome.receipt, delivery.attempts, {}};
    delivery.state = event.state;
    delivery.detail = event.detail;
    delivery.recorded = utc_text(now);
    stopped_ = !reg_.record(delivery.message_id, event, now, diagnostics_);
  }

 private:
  /// Somebody else has attempted it meanwhile: what they know counts.
  void look_again(Item& item) {
    const auto all = reg_.deliveries(item.reserved.delivery.occasion, diagnostics_);
    stopped_ = !all;
    if (stopped_) return;
    for (const registry::Delivery& one : *all)
      if (one.message_id == item.reserved.delivery.message_id) item.reserved.delivery = one;
  }

  registry::Register& reg_;
  const World& world_;
  Diagnostics& diagnostics_;
  bool stopped_ = false;
};

bool have_channels(const std::vector<Item*>& items, const World& world, Diagnostics& diagnostics) {
  bool all = true;
  for (const Item* item : items) {
    const recipients::Recipient& recipient = item->reserved.recipient;
    if (world.channel(recipient.way)) continue;
    all = false;
    diagnostics.error("deliver.no-channel", "the recipient \"" + recipient.id + "\" gets its parcel by " + name_of(recipient.way) + ", which isn't set up", recipient.span,
                      "nothing was sent; describe the channel in the file of --channels");
  }
  return all;
}

void report(const Item& item, Diagnostics& diagnostics) {
  const recipients::Recipient& recipient = item.reserved.recipient;
  const registry::Delivery& delivery = item.reserved.delivery;
  const std::string who = "the parcel to \"" + recipient.id + "\" ", why = delivery.detail.empty() ? "" : ": " + delivery.detail;
  if (delivery.state == State::failed) diagnostics.error("deliver.failed", who + "could not be sent" + why, recipient.span, "run the command again later: only what hasn't arrived is sent");
  if (is_refused(delivery.state))
    diagnostics.error("deliver.refused", who + (delivery.state == State::bounced ? "has come back" : "was refused") + why, recipient.span, "mend the cause, then run the command again with --retry-refused");
  if (delivery.state == State::uncertain || delivery.state == State::begun)
    diagnostics.error("deliver.uncertain", who + "may have been sent or not" + why, recipient.span, "run the command again: it is sent under the same id");
}

}  // namespace

std::string without_addresses(const std::string& text) {
  constexpr const char* ends = " \t\r\n,;()[]\"'";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t word = std::min(text.find_first_of(ends, at), text.size());
    const std::string one = text.substr(at, word - at);
    out += one.find('@') == std::string::npos ? one : "…";
    if (word < text.size()) out += text[word];
    at = word + 1;
  }
  return out;
}

void run(std::vector<Item>& items, registry::Register& reg, const Limits& limits, const World& world, Diagnostics& diagnostics) {
  const SendingLock lock(reg.path());
  if (!is_mine(lock, reg, diagnostics)) return;
  std::vector<Item*> open;
  for (Item& item : items) {
    const State state = item.reserved.delivery.state;
    if (!is_over(state) && (limits.retry_refused || !is_refused(state))) open.push_back(&item);
  }
  if (!have_channels(open, world, diagnostics)) return;
  Sender sender(reg, world, diagnostics);
  int wait = limits.first_wait;
  for (int round = 1; round <= limits.attempts && !open.empty(); ++round) {
    if (round > 1) {
      world.sleep(wait);
      wait = std::min(2 * wait, limits.longest_wait);
    }
    for (Item* item : open) {
      sender.attempt(*item);
      if (sender.stopped()) return;  // what can't be recorded isn't sent
    }
    const auto is_done = [](const Item* item) { return is_over(item->reserved.delivery.state) || is_refused(item->reserved.delivery.state); };
    open.erase(std::remove_if(open.begin(), open.end(), is_done), open.end());
  }
  for (const Item& item : items) report(item, diagnostics);
}

void poll(std::vector<Reserved>& reserved, registry::Register& reg, const World& world, Diagnostics& diagnostics) {
  const SendingLock lock(reg.path());
  if (!is_mine(lock, reg, diagnostics)) return;
  Sender sender(reg, world, diagnostics);
  for (Reserved& one : reserved) {
    const State state = one.delivery.state;
    channel::Channel* const channel = world.channel(one.recipient.way);
    const bool is_open = state == State::sent || state == State::uncertain || state == State::begun;
    if (!is_open || channel == nullptr || one.delivery.channel != name_of(one.recipient.way)) continue;
    const auto outcome = channel->status(one.delivery.message_id);
    if (outcome && outcome->state != channel::State::uncertain && state_of(outcome->state) != state) sender.note(one.delivery, *outcome);
    if (sender.stopped()) return;
  }
}

void bounce(const std::string& message_id, const std::string& reason, registry::Register& reg, registry::Moment now, Diagnostics& diagnostics) {
  const SendingLock lock(reg.path());
  if (!is_mine(lock, reg, diagnostics)) return;
  const auto events = reg.events(message_id, diagnostics);
  if (!events) return;
  const registry::Event& last = events->back();
  if (!is_over(last.state) && last.state != State::uncertain && last.state != State::begun) {
    diagnostics.error("deliver.not-sent", "the parcel " + message_id + " can't have come back: its state is " + name_of(last.state), {}, "see tilstand archive show");
    return;
  }
  reg.record(message_id, {State::bounced, without_addresses(reason), {}, last.attempt, {}}, now, diagnostics);
}

}  // namespace tilstand::deliver
