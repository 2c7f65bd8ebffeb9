// XML in pieces, without namespaces, entities and document types. Wraps expat.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace cm {

class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}
  std::optional<std::string_view> find(std::string_view name) const;  // by name without prefix
  std::string_view get(std::string_view name) const { return find(name).value_or(""); }

 private:
  const char** pairs_;
};

// Names come without their prefix ("x:row" is "row").
class XmlSink {
 public:
  virtual ~XmlSink() = default;
  virtual void begin_element(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end_element(std::string_view name) = 0;
  virtual void take_text(std::string_view text) = 0;  // of one element in any number of pieces
};

class XmlParser {
 public:
  explicit XmlParser(XmlSink& sink);  // the sink must outlive the parser
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  // False when it is not well-formed or has a document type; then nothing more is read. The sink
  // sees all that came before.
  bool feed(std::string_view bytes);
  bool finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cm
