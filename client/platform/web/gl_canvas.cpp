#include "client/platform/web/gl_canvas.h"

#include <GLES3/gl3.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "client/platform/web/browser.h"

namespace cm {
namespace {

constexpr char kGlslVersion[] = "#version 300 es";

}  // namespace

bool GlCanvas::open() {
  alive_ = browser::make_gl_context() && ImGui_ImplOpenGL3_Init(kGlslVersion);
  return alive_;
}

void GlCanvas::resize(int device_w, int device_h) {
  device_w_ = device_w;
  device_h_ = device_h;
  browser::resize_canvas(device_w, device_h);
}

void GlCanvas::upload_fonts() {
  if (alive_) ImGui_ImplOpenGL3_DestroyDeviceObjects();  // the next begin_frame makes them anew
}

void GlCanvas::begin_frame() {
  if (alive_) ImGui_ImplOpenGL3_NewFrame();
}

// Transparent where nothing is drawn: the page's own background, of the same colour, shows there.
void GlCanvas::present() {
  if (!alive_) return;
  glViewport(0, 0, device_w_, device_h_);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(0, 0, 0, 0);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void GlCanvas::lose() {
  if (!alive_) return;
  ImGui_ImplOpenGL3_Shutdown();  // its GL objects died with the context; deleting them does nothing
  alive_ = false;
}

void GlCanvas::restore() {
  if (alive_) return;
  alive_ = ImGui_ImplOpenGL3_Init(kGlslVersion);
}

}  // namespace cm
