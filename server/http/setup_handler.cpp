#include "server/http/errors.h"
#include "server/http/routes.h"
#include "server/http/session_json.h"
#include "server/http/session_reply.h"
#include "shared/domain/acts/company.h"

namespace cm {

namespace {

// One sentence for each box that will not do.
std::string problems_of(const Findings& findings) {
  std::string text;
  for (const Finding& finding : findings) {
    if (finding.grade != Grade::Error) continue;
    text.append(text.empty() ? "" : " ").append(finding.text);
  }
  return text;
}

void save_company(const Company& company, const std::string& user, Services& services) {
  MasterPool::Lease lease(services.masters, MasterPool::Access::Write);
  lease->master.commit(make_company(company), ChangeSource::Form,
                       {user, Role::Administrator, lease->master.device()});
}

}  // namespace

// The company is checked before the link is used up, and made once the administrator is.
HttpReply handle_setup(const HttpRequest& request, Services& services) {
  const auto setup = decode_setup(request.body);
  if (!setup) return error_reply(setup.error().code, setup.error().text);
  std::optional<CompanyDraft> company;
  if (setup->company) {
    company = parse_company(*setup->company,
                            CompanyId(Uuid::make_v7(services.clock, services.sign_in.random())));
    const std::string problems = problems_of(company->findings);
    if (!problems.empty()) return error_reply("setup.company", problems);
  }
  const auto opened = [&] {
    MasterPool::Lease lease(services.masters, MasterPool::Access::Read);
    return services.sign_in.set_up(lease->identity, setup->token, setup->credentials,
                                   request.head.address);
  }();
  if (opened && company) save_company(company->company, opened->session.user, services);
  return session_reply(request, opened);
}

}  // namespace cm
