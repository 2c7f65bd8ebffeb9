// Goal: the DOM mirror gets exactly what changed, and a node that people could not name or reach is
// refused. Method: small trees by hand.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "client/semantics/semantic_tree.h"
#include "shared/base/ensure.h"

namespace cm {
namespace {

Node a_node(NodeId id, NodeId parent, NodeRole role, std::string name) {
  Node node;
  node.id = id;
  node.parent = parent;
  node.role = role;
  node.name = std::move(name);
  return node;
}

std::vector<NodeId> ids(const std::vector<Node>& nodes) {
  std::vector<NodeId> out;
  for (const Node& node : nodes) out.push_back(node.id);
  return out;
}

using Ids = std::vector<NodeId>;

SemanticChanges show(SemanticTree& tree, const std::vector<Node>& nodes) {
  tree.begin_frame();
  for (const Node& node : nodes) tree.add(node);
  return tree.end_frame();
}

}  // namespace

TEST_CASE("node id: is never 0, follows its key and its parent") {
  std::set<NodeId> seen;
  for (int i = 0; i < 10000; ++i) seen.insert(node_id(node_id("customers"), std::to_string(i)));
  CHECK(seen.size() == 10000);
  CHECK(seen.count(0) == 0);
  CHECK(node_id("gstin") == node_id("gstin"));
  CHECK(node_id(1, "gstin") != node_id(2, "gstin"));
}

TEST_CASE("semantic tree: the first frame sends everything, parents first, with their order") {
  SemanticTree tree;
  const auto changes =
      show(tree, {a_node(1, 0, NodeRole::Main, ""), a_node(2, 1, NodeRole::Button, "Save"),
                  a_node(3, 1, NodeRole::Text, "Saved")});
  CHECK(ids(changes.updated) == Ids{1, 2, 3});
  CHECK(changes.removed.empty());
  REQUIRE(changes.order.size() == 2);
  CHECK(changes.order[0] == std::pair<NodeId, Ids>{0, {1}});
  CHECK(changes.order[1] == std::pair<NodeId, Ids>{1, {2, 3}});
}

TEST_CASE("semantic tree: an equal frame sends nothing") {
  SemanticTree tree;
  const std::vector<Node> nodes{a_node(1, 0, NodeRole::Main, ""),
                                a_node(2, 1, NodeRole::Button, "Save")};
  show(tree, nodes);
  CHECK(show(tree, nodes).empty());
  CHECK(show(tree, nodes).empty());
}

TEST_CASE("semantic tree: sends only the node that differs") {
  SemanticTree tree;
  show(tree, {a_node(1, 0, NodeRole::Main, ""), a_node(2, 1, NodeRole::Button, "Save")});
  Node busy = a_node(2, 1, NodeRole::Button, "Save");
  busy.busy = true;
  const auto changes = show(tree, {a_node(1, 0, NodeRole::Main, ""), busy});
  CHECK(ids(changes.updated) == Ids{2});
  CHECK(changes.order.empty());
}

TEST_CASE("semantic tree: a removed branch goes, children before parents") {
  SemanticTree tree;
  show(tree, {a_node(1, 0, NodeRole::Main, ""), a_node(2, 1, NodeRole::Dialog, "Sure?"),
              a_node(3, 2, NodeRole::Button, "Yes")});
  const auto changes = show(tree, {a_node(1, 0, NodeRole::Main, "")});
  CHECK(changes.removed == Ids{3, 2});
  CHECK(changes.updated.empty());
}

TEST_CASE("semantic tree: a new order of the same children is sent as order alone") {
  SemanticTree tree;
  const Node list = a_node(1, 0, NodeRole::List, "Customers");
  show(tree, {list, a_node(2, 1, NodeRole::ListItem, "A"), a_node(3, 1, NodeRole::ListItem, "B")});
  const auto changes = show(
      tree, {list, a_node(3, 1, NodeRole::ListItem, "B"), a_node(2, 1, NodeRole::ListItem, "A")});
  CHECK(changes.updated.empty());
  REQUIRE(changes.order.size() == 1);
  CHECK(changes.order[0] == std::pair<NodeId, Ids>{1, {3, 2}});
}

TEST_CASE("semantic tree: finds the nodes of this frame only") {
  SemanticTree tree;
  show(tree, {a_node(1, 0, NodeRole::Main, ""), a_node(2, 1, NodeRole::Button, "Save")});
  REQUIRE(tree.find(2) != nullptr);
  CHECK(tree.find(2)->name == "Save");
  show(tree, {a_node(1, 0, NodeRole::Main, "")});
  CHECK(tree.find(2) == nullptr);
}

TEST_CASE("semantic tree: refuses a nameless button, an id used twice, and an orphan") {
  SemanticTree tree;
  tree.begin_frame();
  tree.add(a_node(1, 0, NodeRole::Main, ""));
  for (const NodeRole role :
       {NodeRole::Button, NodeRole::Link, NodeRole::TextField, NodeRole::TextArea,
        NodeRole::Checkbox, NodeRole::Combobox, NodeRole::Option, NodeRole::Row}) {
    CHECK_THROWS_AS(tree.add(a_node(9, 1, role, "")), Bug);
  }
  CHECK_THROWS_AS(tree.add(a_node(1, 0, NodeRole::Text, "again")), Bug);
  CHECK_THROWS_AS(tree.add(a_node(2, 77, NodeRole::Text, "lost")), Bug);
}

}  // namespace cm
