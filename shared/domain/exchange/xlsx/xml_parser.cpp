#include "shared/domain/exchange/xlsx/xml_parser.h"

#include <expat.h>

#include "shared/base/ensure.h"

namespace cm {
namespace {

constexpr int kDepthMax = 256;

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char** pair = pairs_; *pair; pair += 2) {
    if (without_prefix(pair[0]) == name) return pair[1];
  }
  return std::nullopt;
}

struct XmlParser::State {
  XmlSink& sink;
  XML_Parser parser;
  int depth = 0;

  static State& of(void* user) { return *static_cast<State*>(user); }
  static void XMLCALL begin(void* user, const char* name, const char** attributes) {
    State& state = of(user);
    if (++state.depth > kDepthMax)
      XML_StopParser(state.parser, XML_FALSE);
    else
      state.sink.begin_element(without_prefix(name), XmlAttributes(attributes));
  }
  static void XMLCALL end(void* user, const char* name) {
    --of(user).depth;
    of(user).sink.end_element(without_prefix(name));
  }
  static void XMLCALL text(void* user, const char* characters, int length) {
    of(user).sink.take_text({characters, static_cast<std::size_t>(length)});
  }
  // A workbook has no document type; one that has is made to declare entities.
  static void XMLCALL refuse_doctype(void* user, const char*, const char*, const char*, int) {
    XML_StopParser(of(user).parser, XML_FALSE);
  }
};

XmlParser::XmlParser(XmlSink& sink) : state_(new State{sink, XML_ParserCreate(nullptr)}) {
  ENSURE(state_->parser, "a parser can be made");
  XML_SetUserData(state_->parser, state_.get());
  XML_SetElementHandler(state_->parser, State::begin, State::end);
  XML_SetCharacterDataHandler(state_->parser, State::text);
  XML_SetStartDoctypeDeclHandler(state_->parser, State::refuse_doctype);
}

XmlParser::~XmlParser() {
  XML_ParserFree(state_->parser);
}

bool XmlParser::feed(std::string_view bytes) {
  return XML_Parse(state_->parser, bytes.data(), static_cast<int>(bytes.size()), XML_FALSE) ==
         XML_STATUS_OK;
}

bool XmlParser::finish() {
  return XML_Parse(state_->parser, nullptr, 0, XML_TRUE) == XML_STATUS_OK;
}

}  // namespace cm
