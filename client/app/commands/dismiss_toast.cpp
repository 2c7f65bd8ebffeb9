#include "client/app/commands/commands.h"
#include "client/app/toast.h"

namespace cm {

void run_command(AppContext& app, const DismissToast&) {
  hide_toast(app);
}

}  // namespace cm
