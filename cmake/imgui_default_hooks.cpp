// Dear ImGui, built with its test hooks, calls these four on every item. A test that wants to see
// the items defines its own; every other native program gets these empty ones.
#include "imgui.h"
#include "imgui_internal.h"

#define CM_WEAK __attribute__((weak))
CM_WEAK void ImGuiTestEngineHook_ItemAdd(ImGuiContext*, ImGuiID, const ImRect&,
                                         const ImGuiLastItemData*) {}
CM_WEAK void ImGuiTestEngineHook_ItemInfo(ImGuiContext*, ImGuiID, const char*,
                                          ImGuiItemStatusFlags) {}
CM_WEAK void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}
CM_WEAK const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) {
  return nullptr;
}
