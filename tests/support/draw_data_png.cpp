#include "tests/support/draw_data_png.h"

#include <imgui.h>
#include <zlib.h>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <stdexcept>

namespace cm {
namespace {

struct Texture {
  unsigned char* pixels = nullptr;
  int w = 0, h = 0;
};

struct Sample {
  float r = 0, g = 0, b = 0, a = 0;
};

Sample texel(const Texture& texture, int x, int y) {
  x = std::clamp(x, 0, texture.w - 1);
  y = std::clamp(y, 0, texture.h - 1);
  const unsigned char* p = texture.pixels + 4 * (y * texture.w + x);
  return {p[0] / 255.0f, p[1] / 255.0f, p[2] / 255.0f, p[3] / 255.0f};
}

// Only alpha varies in a font atlas.
Sample bilinear(const Texture& texture, float u, float v) {
  const float x = u * static_cast<float>(texture.w) - 0.5f,
              y = v * static_cast<float>(texture.h) - 0.5f;
  const int x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
  const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
  Sample s = texel(texture, x0, y0);
  const float top = s.a * (1 - fx) + texel(texture, x0 + 1, y0).a * fx;
  const float bottom =
      texel(texture, x0, y0 + 1).a * (1 - fx) + texel(texture, x0 + 1, y0 + 1).a * fx;
  s.a = top * (1 - fy) + bottom * fy;
  return s;
}

struct Clip {
  int x0, y0, x1, y1;
};

float edge(const ImVec2& a, const ImVec2& b, float x, float y) {
  return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
}

// Pixels on a shared edge belong to one of its triangles.
bool owns_edge(const ImVec2& a, const ImVec2& b) {
  return (a.y == b.y && b.x > a.x) || b.y < a.y;
}

void blend(std::uint8_t* p, const Sample& c) {
  const float colors[3] = {c.r, c.g, c.b};
  for (int i = 0; i < 3; ++i)
    p[i] = static_cast<std::uint8_t>(colors[i] * c.a * 255.0f +
                                     static_cast<float>(p[i]) * (1 - c.a) + 0.5f);
}

class Rasteriser {
 public:
  Rasteriser(Picture& picture, const Texture& texture) : picture_(picture), texture_(texture) {}

  void triangle(const ImDrawVert* v[3], float scale, const Clip& clip) {
    ImVec2 p[3];
    for (int i = 0; i < 3; ++i) p[i] = {v[i]->pos.x * scale, v[i]->pos.y * scale};
    float area = edge(p[0], p[1], p[2].x, p[2].y);
    if (area == 0) return;
    if (area < 0) {
      std::swap(p[1], p[2]);
      std::swap(v[1], v[2]);
      area = -area;
    }
    const int x0 =
        std::max(clip.x0, static_cast<int>(std::floor(std::min({p[0].x, p[1].x, p[2].x}))));
    const int x1 =
        std::min(clip.x1, static_cast<int>(std::ceil(std::max({p[0].x, p[1].x, p[2].x}))));
    const int y0 =
        std::max(clip.y0, static_cast<int>(std::floor(std::min({p[0].y, p[1].y, p[2].y}))));
    const int y1 =
        std::min(clip.y1, static_cast<int>(std::ceil(std::max({p[0].y, p[1].y, p[2].y}))));
    for (int y = y0; y < y1; ++y) {
      for (int x = x0; x < x1; ++x) pixel(v, p, area, x, y);
    }
  }

 private:
  void pixel(const ImDrawVert* v[3], const ImVec2 p[3], float area, int x, int y) {
    const float cx = static_cast<float>(x) + 0.5f, cy = static_cast<float>(y) + 0.5f;
    float w[3];
    for (int i = 0; i < 3; ++i) {
      const ImVec2 &a = p[(i + 1) % 3], &b = p[(i + 2) % 3];
      w[i] = edge(a, b, cx, cy);
      if (w[i] < 0 || (w[i] == 0 && !owns_edge(a, b))) return;
      w[i] /= area;
    }
    float u = 0, t = 0;
    Sample color;
    for (int i = 0; i < 3; ++i) {
      const ImU32 c = v[i]->col;
      u += w[i] * v[i]->uv.x;
      t += w[i] * v[i]->uv.y;
      color.r += w[i] * static_cast<float>((c >> IM_COL32_R_SHIFT) & 0xFF) / 255;
      color.g += w[i] * static_cast<float>((c >> IM_COL32_G_SHIFT) & 0xFF) / 255;
      color.b += w[i] * static_cast<float>((c >> IM_COL32_B_SHIFT) & 0xFF) / 255;
      color.a += w[i] * static_cast<float>((c >> IM_COL32_A_SHIFT) & 0xFF) / 255;
    }
    color.a *= bilinear(texture_, u, t).a;
    if (color.a > 0) blend(&picture_.rgba[4 * static_cast<std::size_t>(y * picture_.w + x)], color);
  }

  Picture& picture_;
  const Texture& texture_;
};

void put32(std::string& out, std::uint32_t v) {
  for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(v >> shift);
}

void put_chunk(std::string& out, const std::string& type, const std::string& body) {
  put32(out, static_cast<std::uint32_t>(body.size()));
  const std::string both = type + body;
  out += both;
  put32(out, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(both.data()),
                                              static_cast<uInt>(both.size()))));
}

}  // namespace

std::uint32_t Picture::pixel(int x, int y) const {
  const std::uint8_t* p = &rgba[4 * static_cast<std::size_t>(y * w + x)];
  return (static_cast<std::uint32_t>(p[0]) << 16) | (static_cast<std::uint32_t>(p[1]) << 8) | p[2];
}

Picture draw_in_software(const ImDrawData& data) {
  const float scale = data.FramebufferScale.x;
  Picture picture;
  picture.w = static_cast<int>(std::lround(data.DisplaySize.x * scale));
  picture.h = static_cast<int>(std::lround(data.DisplaySize.y * scale));
  picture.rgba.assign(static_cast<std::size_t>(picture.w) * static_cast<std::size_t>(picture.h) * 4,
                      255);
  Texture texture;
  ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&texture.pixels, &texture.w, &texture.h);
  Rasteriser rasteriser(picture, texture);
  for (const ImDrawList* list : data.CmdLists) {
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const Clip clip{
          std::max(0, static_cast<int>(std::lround(command.ClipRect.x * scale))),
          std::max(0, static_cast<int>(std::lround(command.ClipRect.y * scale))),
          std::min(picture.w, static_cast<int>(std::lround(command.ClipRect.z * scale))),
          std::min(picture.h, static_cast<int>(std::lround(command.ClipRect.w * scale)))};
      for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        const ImDrawVert* v[3];
        for (unsigned k = 0; k < 3; ++k) {
          const ImDrawIdx index = list->IdxBuffer[static_cast<int>(command.IdxOffset + i + k)];
          v[k] = &list->VtxBuffer[static_cast<int>(command.VtxOffset + index)];
        }
        rasteriser.triangle(v, scale, clip);
      }
    }
  }
  return picture;
}

void save_png(const Picture& picture, const std::string& path) {
  std::string raw;
  const std::size_t stride = static_cast<std::size_t>(picture.w) * 4;
  for (std::size_t y = 0; y < static_cast<std::size_t>(picture.h); ++y) {
    raw += '\0';
    raw.append(reinterpret_cast<const char*>(&picture.rgba[y * stride]), stride);
  }
  uLongf size = compressBound(static_cast<uLong>(raw.size()));
  std::string packed(size, '\0');
  compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
            reinterpret_cast<const Bytef*>(raw.data()), static_cast<uLong>(raw.size()), 6);
  packed.resize(size);
  std::string head;
  put32(head, static_cast<std::uint32_t>(picture.w));
  put32(head, static_cast<std::uint32_t>(picture.h));
  head += std::string("\x08\x06\0\0\0", 5);
  std::string png = "\x89PNG\r\n\x1a\n";
  put_chunk(png, "IHDR", head);
  put_chunk(png, "IDAT", packed);
  put_chunk(png, "IEND", "");
  std::FILE* file = std::fopen(path.c_str(), "wb");
  const bool written =
      file != nullptr && std::fwrite(png.data(), 1, png.size(), file) == png.size();
  if (file == nullptr || std::fclose(file) != 0 || !written)
    throw std::runtime_error("cannot write " + path);
}

}  // namespace cm
