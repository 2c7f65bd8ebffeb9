// ui_screenshots FOLDER [light|dark|high_contrast] [NAME…]: every sample state at the three widths,
// as PNG files.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "tests/ui/sample_states.h"
#include "tests/ui/ui_harness.h"

int main(int argc, char** argv) {
  const std::string folder = argc > 1 ? argv[1] : ".";
  const std::string theme_name = argc > 2 ? argv[2] : "light";
  const cm::ThemeName theme = theme_name == "dark"            ? cm::ThemeName::Dark
                              : theme_name == "high_contrast" ? cm::ThemeName::HighContrast
                                                              : cm::ThemeName::Light;
  const auto wanted = [&](const std::string& name) {
    return argc <= 3 ||
           std::any_of(argv + 3, argv + argc, [&](const char* each) { return name == each; });
  };
  for (const auto& [name, state] : cm::samples::all()) {
    if (!wanted(name)) continue;
    for (const cm::PageSize size : cm::kPageSizes) {
      cm::Page page(size, theme, size.w < 600 ? 2.0f : 1.0f);
      page.show(state);
      const std::string path = folder + "/" + name + "_" +
                               std::to_string(static_cast<int>(size.w)) + "_" + theme_name + ".png";
      page.save_picture(path);
      std::printf("%s\n", path.c_str());
    }
  }
  return 0;
}
