// What stands under a list's search box: the ways to choose what it shows, and the filters that are
// set, each to be taken out. Of any list.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

enum class ListLook { Cards, Table };  // a table's columns and rows can be chosen

struct ListBar {
  const ListState& list;
  ListLook look = ListLook::Cards;
  bool may_change = false;  // then many rows can be edited at once
};

float list_bar_height(const Frame& frame, const ListBar& bar, float width);
void draw_list_bar(Frame& frame, const Rect& rect, const ListBar& bar);

}  // namespace cm::ui
