// HTML as the embeds need it: in the page of this service, or in one that somebody else has made.
//
// Pure functions, safe to call from any thread. For the presenters of this folder.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "render/embed_choice.h"
#include "render/language.h"

namespace toolkitd::render {

// HTML in which every text is escaped.
using Html = std::string;

// A link that takes nothing of the reader along. In a page for frames it opens a tab of its own, for most sites refuse
// to be shown in a frame, and one that is shown would stand where the toolkit was; a fragment leaves that to its host.
Html link(std::string_view href, const Html& words, EmbedForm form);

// The safe HTML of Markdown, word for word, with its links as above and its headings from `level` on without a gap.
Html fitted(std::string_view html, EmbedForm form, int level);

// Words of a language, among those of another: ` lang="en"` for a tag, or an element around a text, where they differ.
std::string lang_attribute(std::string_view language, Language among);
Html text_in(std::string_view text, std::string_view language, Language among);

// "<time datetime="2024-08-28">August 28, 2024</time>"
Html written_day(std::chrono::year_month_day day, Language language);

}  // namespace toolkitd::render
