#include "client/app/commands/commands.h"

namespace cm {

void run_command(AppContext& app, const SyncNow&) {
  if (app.state.session) app.sync.handle(SyncRequested{});
}

}  // namespace cm
