// The tree of one frame, in traversal order, and what changed since the frame before.
#pragma once

#include <unordered_map>
#include <vector>

#include "client/semantics/node.h"

namespace cm {

struct SemanticChanges {
  std::vector<Node> updated;     // new or different, parents before children, in traversal order
  std::vector<NodeId> removed;
  std::vector<std::pair<NodeId, std::vector<NodeId>>> order;  // parents whose children changed order
  bool empty() const { return updated.empty() && removed.empty() && order.empty(); }
};

class SemanticTree {
 public:
  void begin_frame();
  void add(Node node);           // ENSUREs that the id is new in this frame and interactive nodes have names
  SemanticChanges end_frame();   // against the last frame
  const Node* find(NodeId id) const;
  const std::vector<Node>& nodes() const { return nodes_; }

 private:
  std::vector<Node> nodes_;
  std::unordered_map<NodeId, Node> shown_;
  std::unordered_map<NodeId, std::vector<NodeId>> order_;
};

}  // namespace cm
