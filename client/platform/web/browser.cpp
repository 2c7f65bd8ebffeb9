#include "client/platform/web/browser.h"

#include <emscripten.h>

EM_JS(double, cm_now_ms, (), { return Date.now(); });

EM_JS(void, cm_fill_random, (void* bytes, int count), {
  for (let at = 0; at < count; at += 65536)  // the most getRandomValues takes at once
    crypto.getRandomValues(HEAPU8.subarray(bytes + at, bytes + Math.min(count, at + 65536)));
});

EM_JS(void, cm_post, (const char* json), { Module["host"]["post"](UTF8ToString(json)); });

EM_JS(void, cm_send_http, (unsigned id, const char* method, const char* path, const char* body), {
  Module["host"]["http"](id, UTF8ToString(method), UTF8ToString(path), UTF8ToString(body));
});

EM_JS(void, cm_wake_at, (double at_ms), { Module["host"]["wakeAt"](at_ms); });
EM_JS(void, cm_request_frames, (int count), { Module["host"]["frames"](count); });

EM_JS(void, cm_stop, (const char* code, const char* text), {
  Module["host"]["stop"](UTF8ToString(code), UTF8ToString(text));
});

// emscripten's own way to a context looks for a selector in a document, which a worker has not.
EM_JS(int, cm_make_gl_context, (), {
  const attributes = {majorVersion : 2, minorVersion : 0, alpha : true, depth : false, stencil : false,
    antialias : false, premultipliedAlpha : true, powerPreference : "low-power", enableExtensionsByDefault : true};
  const handle = GL.createContext(Module["canvas"], attributes);
  if (!handle) return 0;
  GL.makeContextCurrent(handle);
  return handle;
});

EM_JS(void, cm_resize_canvas, (int w, int h), {
  const canvas = Module["canvas"];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
});

namespace cm::browser {

UnixMs now_ms() { return static_cast<UnixMs>(cm_now_ms()); }
void fill_random(void* bytes, std::size_t count) { cm_fill_random(bytes, static_cast<int>(count)); }
void post_to_page(const std::string& json) { cm_post(json.c_str()); }

void send_http(const HttpRequest& request) {
  cm_send_http(request.id, request.method.c_str(), request.path.c_str(), request.body.c_str());
}

void wake_at(UnixMs at_ms) { cm_wake_at(static_cast<double>(at_ms)); }
void request_frames(int count) { cm_request_frames(count); }
void stop(const std::string& code, const std::string& text) { cm_stop(code.c_str(), text.c_str()); }
bool make_gl_context() { return cm_make_gl_context() != 0; }
void resize_canvas(int device_w, int device_h) { cm_resize_canvas(device_w, device_h); }

}  // namespace cm::browser
