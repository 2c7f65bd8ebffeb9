// What the worker around this program does for it: Module.host of web/src/worker/host.ts, and the
// browser's own clock and randomness.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "client/platform/platform.h"

namespace cm::browser {

UnixMs now_ms();
void fill_random(void* bytes, std::size_t count);  // cryptographically secure

void post_to_page(const std::string& json);        // one message object of client/README.md
void send_http(const HttpRequest& request);        // answered by cm_http_answer
void wake_at(UnixMs at_ms);                        // answered by cm_wake; replaces any earlier one
void request_frames(int count);                    // cm_frame that many times, at the display's pace
void stop(const std::string& code, const std::string& text);  // the end: a plain panel; nothing is called again

// A WebGL 2 context on the canvas the page gave us, made current. False when there is none.
bool make_gl_context();
void resize_canvas(int device_w, int device_h);

}  // namespace cm::browser
