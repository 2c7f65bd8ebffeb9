#include "client/semantics/semantic_tree.h"

#include <utility>

#include "shared/base/ensure.h"

namespace cm {

void SemanticTree::begin_frame() {
  shown_ = std::move(nodes_);
  shown_places_ = std::move(places_);
  nodes_.clear();
  places_.clear();
}

void SemanticTree::add(Node node) {
  ENSURE(node.id != 0, "0 stands for the host");
  ENSURE(node.parent == 0 || places_.count(node.parent) > 0, "parents come before their children");
  ENSURE(!is_interactive(node.role) || !node.name.empty(),
         "what can be pressed or edited has a name");
  const bool is_new = places_.emplace(node.id, nodes_.size()).second;
  ENSURE(is_new, "an id stands for one node of a frame");
  nodes_.push_back(std::move(node));
}

void SemanticTree::set_content_size(NodeId scroller, float w, float h) {
  const auto place = places_.find(scroller);
  ENSURE(place != places_.end(), "the scroller was added in this frame");
  nodes_[place->second].content_w = w;
  nodes_[place->second].content_h = h;
}

SemanticChanges SemanticTree::end_frame() {
  SemanticChanges changes;
  Children order;
  for (const Node& node : nodes_) {
    order[node.parent].push_back(node.id);
    const auto before = shown_places_.find(node.id);
    if (before == shown_places_.end() || !(shown_[before->second] == node))
      changes.updated.push_back(node);
  }
  for (auto node = shown_.rbegin(); node != shown_.rend();
       ++node) {  // children before their parents
    if (places_.count(node->id) == 0) changes.removed.push_back(node->id);
  }
  const auto add_order = [&](NodeId parent) {
    const auto now = order.find(parent);
    if (now == order.end()) return;
    const auto before = order_.find(parent);
    if (before == order_.end() || before->second != now->second)
      changes.order.emplace_back(parent, now->second);
  };
  add_order(0);
  for (const Node& node : nodes_) add_order(node.id);
  order_ = std::move(order);
  shown_.clear();
  shown_places_.clear();
  return changes;
}

const Node* SemanticTree::find(NodeId id) const {
  const auto place = places_.find(id);
  return place == places_.end() ? nullptr : &nodes_[place->second];
}

}  // namespace cm
