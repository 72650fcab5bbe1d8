// The fuzz targets: each takes any bytes, and throws BrokenProperty where a property does not hold for them.
//
// Deterministic: the same input always does the same. For one thread at a time.
#pragma once

#include <string_view>

namespace toolkitd::fuzz {

// Lines of fields; preconditions and their dates (http/conditional, base/instant).
void conditional(std::string_view input);

// Two bytes that choose how the bytes arrive and how they end, and a client's bytes (http/connection,
// http/body_skipper).
void connection(std::string_view input);

// A content file: its parts and its front matter (content/front_matter, content/yaml, content/text_file).
void front_matter(std::string_view input);

// The head of a request (http/head).
void head(std::string_view input);

// A content file's text (content/markdown, content/prose_checks, content/plain_text).
void markdown(std::string_view input);

// One byte that chooses which codings there are, and lines that are each one Accept-Encoding (http/negotiation).
void negotiation(std::string_view input);

// A request's target (http/target, http/query, base/instant, base/partial_date).
void query(std::string_view input);

}  // namespace toolkitd::fuzz
