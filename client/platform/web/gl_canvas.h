// The page's canvas as what ImGui draws on: WebGL 2, sized in device pixels, able to lose its context.
#pragma once

namespace cm {

class GlCanvas {
 public:
  // Makes the context and the ImGui backend. False when the browser has no WebGL 2.
  bool open();
  void resize(int device_w, int device_h);
  void upload_fonts();      // after the atlas was rebuilt
  void begin_frame();
  void present();           // ImGui's draw data of this frame; nothing while the context is lost
  void lose();
  void restore();

 private:
  bool alive_ = false;
  int device_w_ = 1, device_h_ = 1;
};

}  // namespace cm
