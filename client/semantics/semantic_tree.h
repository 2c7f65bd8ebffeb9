// The tree of one frame, in traversal order, and what changed since the frame before.
#pragma once

#include <unordered_map>
#include <vector>

#include "client/semantics/node.h"

namespace cm {

struct SemanticChanges {
  std::vector<Node> updated;  // new or different, parents before children, in traversal order
  std::vector<NodeId> removed;
  std::vector<std::pair<NodeId, std::vector<NodeId>>>
      order;  // parents whose children changed order
  bool empty() const { return updated.empty() && removed.empty() && order.empty(); }
};

class SemanticTree {
 public:
  void begin_frame();
  // ENSUREs that the id is new in this frame, the parent was added before, and interactive nodes
  // have names.
  void add(Node node);
  // Of a scroller added in this frame, once its content was laid out.
  void set_content_size(NodeId scroller, float w, float h);
  SemanticChanges end_frame();        // against the last frame
  const Node* find(NodeId id) const;  // in this frame; null when absent
  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  using Children = std::unordered_map<NodeId, std::vector<NodeId>>;

  std::vector<Node> nodes_;                         // of this frame, in traversal order
  std::unordered_map<NodeId, std::size_t> places_;  // … where each stands
  std::vector<Node> shown_;                         // of the frame before
  std::unordered_map<NodeId, std::size_t> shown_places_;
  Children order_;  // children by parent, of the frame before
};

}  // namespace cm
