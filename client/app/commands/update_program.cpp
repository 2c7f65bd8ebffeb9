#include "client/app/commands/commands.h"
#include "client/app/editor.h"

namespace cm {

// The page is loaded again: what is typed is kept first.
void run_command(AppContext& app, const UpdateProgram&) {
  keep_draft_now(app);
  app.platform.update_program();
}

}  // namespace cm
