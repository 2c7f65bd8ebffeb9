// One monochrome icon set on a 24 px grid, drawn as strokes. An icon never stands alone for a
// meaning: a word or an accessible name goes with it.
#pragma once

#include "client/ui/painter.h"

namespace cm::ui {

enum class Icon {
  None,
  Customers,
  Sync,
  Conflict,
  Search,
  Plus,
  Back,
  Close,
  Check,
  Warning,
  Error,
  Offline,
  User,
  Menu,
  Pin,
  Phone,
  Lock,
  ChevronDown,
  ChevronUp,
  ChevronRight,
  Cloud,
  Device,
  Clock,
  Restore,
  Mark,
  Tree,
  Truck,
  Box,
  Tag,
  Building,
  Book,
  Target,
  More,
  Move,
  Trash,
  Unlink,
  Filter,
  Columns,
  Bookmark,
  Pencil,
};

// In a square of `size` with its middle at the middle of the rectangle.
void draw_icon(Painter& paint, Icon icon, const Rect& rect, float size, Color color);

}  // namespace cm::ui
