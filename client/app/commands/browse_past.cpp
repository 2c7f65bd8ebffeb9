#include "client/app/commands/commands.h"
#include "client/app/past.h"
#include "client/app/past_words.h"

namespace cm {
namespace {

constexpr std::size_t kShownMore = 20;

}  // namespace

void run_command(AppContext& app, const ShowPast& action) {
  show_past(app, action.record);
}

void run_command(AppContext& app, const ShowMorePast&) {
  if (!app.state.past) return;
  app.state.past->shown += kShownMore;
  app.state.past->entries = describe_past(app, *app.state.past);
}

void run_command(AppContext& app, const EditPastDate& action) {
  if (!app.state.past) return;
  (action.second ? app.state.past->second_date : app.state.past->first_date) = action.text;
}

void run_command(AppContext& app, const ComparePast&) {
  if (app.state.past) compare_past(app);
}

}  // namespace cm
