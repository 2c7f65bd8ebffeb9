// What Dear ImGui wants drawn, drawn in software and saved as a PNG: for looking at screens without
// a browser, and for tests that need pixels.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct ImDrawData;

namespace cm {

struct Picture {
  int w = 0, h = 0;
  std::vector<std::uint8_t> rgba;           // w * h * 4
  std::uint32_t pixel(int x, int y) const;  // 0xRRGGBB
};

// At framebuffer scale. The font atlas must have been built; its RGBA pixels are the only texture.
Picture draw_in_software(const ImDrawData& data);
// Throws std::runtime_error when the file cannot be written.
void save_png(const Picture& picture, const std::string& path);

}  // namespace cm
