// The query parameters that mean something: `as_of`, `lang`, the filters of the resource list, and
// those of an embed and of oEmbed.
//
// Plain values and pure functions, safe to call from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/result.h"
#include "base/zone.h"
#include "http/message.h"
#include "render/embed_choice.h"
#include "render/language.h"
#include "render/oembed.h"
#include "render/problem.h"
#include "render/resource_filter.h"

namespace toolkitd::http {

// The instant that `as_of` names: an RFC 3339 instant, or a day, which stands for its start in `zone`. Nothing where
// it is not given; a bad parameter where it is given twice, or cannot be read.
base::Result<std::optional<base::Instant>, render::BadParameter> as_of(const Request& request, const base::Zone& zone);

// The filters chosen, each one of `allowed`. Views into `allowed`. A bad parameter where one is given twice, or is not
// allowed.
base::Result<render::FilterChoice, render::BadParameter> resource_filters(const Request& request,
                                                                          const render::FilterValues& allowed);

// The language that `lang` names. Nothing where it is not given; a bad parameter where it is given twice, or is none
// that the service has words in.
base::Result<std::optional<render::Language>, render::BadParameter> lang(const Request& request);

// In which language a problem is told to the one who sent a request.
struct ProblemLanguage {
    render::Language language = render::kUsualLanguage;
    bool by_field = true;  // and not by the address
};

// The one that `lang` names; where it names none, the one that Accept-Language prefers.
ProblemLanguage problem_language(const Request& request);

// How an embed is wanted: `theme` of a page, `heading` of a fragment, and `sections` of either. Views into the request
// and into constants. A bad parameter where one is given twice, or is not allowed; which sections there are is not
// known here.
base::Result<render::EmbedChoice, render::BadParameter> embed_choice(const Request& request, render::EmbedForm form);

// What a consumer of oEmbed asks for. Views into the request and into constants.
struct OembedChoice {
    std::string_view url;
    std::string_view format = render::kOembedFormats.front();
    std::optional<int> max_width;
    std::optional<int> max_height;
};

// A bad parameter where one is given twice, where there is no `url`, or a size is no whole number. A size of 0, and an
// empty size or format, count as not given, as WordPress and others send them. Any format is taken, for one that is not
// known has a status of its own.
base::Result<OembedChoice, render::BadParameter> oembed_choice(const Request& request);

// The query of an address, read as that of a request.
std::vector<Parameter> query_of(std::string_view address);

}  // namespace toolkitd::http
