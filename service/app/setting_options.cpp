#include "app/setting_options.h"

#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <set>
#include <string_view>
#include <utility>

#include "app/content_survey.h"
#include "app/metrics_server.h"
#include "app/security_settings.h"
#include "content/address.h"
#include "content/nearest.h"
#include "http/descriptor.h"
#include "telemetry/log.h"

namespace toolkitd::app {
namespace {

constexpr std::string_view kPrefix = "TOOLKITD_";
constexpr std::array kByteOrderMark{'\xEF', '\xBB', '\xBF'};  // which Windows puts in front of a text
constexpr const char* kSettings = "Settings, read again on SIGHUP";
constexpr const char* kAtStart = "Settings that a running server keeps as they were at its start";

std::string variable_of(std::string setting) {
    std::transform(setting.begin(), setting.end(), setting.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return std::string(kPrefix) + setting;
}

std::string flag_of(std::string setting) {
    std::replace(setting.begin(), setting.end(), '_', '-');
    return "--" + setting;
}

// Digits alone: CLI11 reads "010" as eight, and nothing at all as zero.
std::string valid_count(const std::string& text) {
    const bool digits =
        !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return digits && (text == "0" || text.front() != '0') ? std::string() : "`" + text + "` is no whole number";
}

class Options {
public:
    explicit Options(CLI::App& app) : app_(app) {}

    template <typename Value>
    CLI::Option* add(const std::string& setting, Value& value, const std::string& description) {
        return dress(app_.add_option(flag_of(setting), value, description), setting)->capture_default_str();
    }

    CLI::Option* add_seconds(const std::string& setting, std::chrono::seconds& value, const std::string& description) {
        return add_count(setting, value, description, "SECONDS");
    }

    CLI::Option* add_milliseconds(const std::string& setting, std::chrono::milliseconds& value,
                                  const std::string& description) {
        return add_count(setting, value, description, "MILLISECONDS");
    }

private:
    template <typename Duration>
    CLI::Option* add_count(const std::string& setting, Duration& value, const std::string& description,
                           const char* unit) {
        const auto set = [&value](const std::uint32_t& count) { value = Duration{count}; };
        return dress(app_.add_option_function<std::uint32_t>(flag_of(setting), set, description), setting)
            ->type_name(unit)
            ->check(valid_count)
            ->default_str(std::to_string(value.count()));
    }

    static CLI::Option* dress(CLI::Option* option, const std::string& setting) {
        return option->envname(variable_of(setting))->group(kSettings);
    }

    CLI::App& app_;
};

// Has a running server keep what the option was at its start.
void at_start(CLI::Option* option) { option->group(kAtStart); }

std::string valid_level(const std::string& word) {
    return telemetry::level_from(word) ? std::string() : "`" + word + "` is none of debug, info, warning, error, off";
}

std::string valid_format(const std::string& word) {
    return telemetry::format_from(word) ? std::string() : "`" + word + "` is none of text, json";
}

std::string valid_public_url(const std::string& url) {
    const bool absolute = url.starts_with("https://") || url.starts_with("http://");
    const bool plain = std::all_of(url.begin(), url.end(), [](char c) {
        return c > ' ' && c < '\x7f' && c != '"' && c != '<' && c != '>' && c != '\\' && c != '?' && c != '#';
    });
    if (url.empty() || (absolute && plain && content::is_web_address(url) && !url.ends_with('/'))) return {};
    return "`" + url + "` is no address that begins with http:// or https:// and ends without a slash";
}

// Sources of a CSP's frame-ancestors, and no way out of the directive.
std::string valid_ancestors(const std::string& sources) {
    const bool plain = std::all_of(sources.begin(), sources.end(),
                                   [](char c) { return c >= ' ' && c < '\x7f' && c != ';' && c != ',' && c != '"'; });
    if (plain && sources.find_first_not_of(' ') != std::string::npos) return {};
    return "`" + sources + "` is no list of sources such as `'self' https://portal.example`";
}

void add_security_options(Options& options, render::SecurityContact& security) {
    options.add("security_contact", security.contact, "Whom to tell of a weakness, for security.txt")
        ->type_name("ADDRESS")
        ->check(valid_security_contact);
    options.add("security_expires", security.expires, "Until when security_contact holds; needed with it")
        ->type_name("INSTANT")
        ->check(valid_security_expires);
    options.add("security_policy", security.policy, "Where it says how reports are dealt with")
        ->type_name("URL")
        ->check(valid_security_policy);
    options.add("security_languages", security.languages, "In which languages reports are read, such as `en, es`")
        ->type_name("TAGS")
        ->check(valid_security_languages);
}

void add_cache_options(Options& options, http::CacheSettings& cache) {
    options.add_seconds("max_age", cache.max_age, "For which a copy is fresh");
    options.add_seconds("stale_while_revalidate", cache.stale_while_revalidate, "Longer, while a new one is fetched");
    options.add_seconds("stale_if_error", cache.stale_if_error, "Longer, while the service is away");
    options.add_seconds("not_found_max_age", cache.not_found_max_age, "For which a 404 is fresh");
    options.add_seconds("redirect_max_age", cache.redirect_max_age, "For which a redirect is fresh");
    options.add_seconds("cdn_max_age", cache.cdn_max_age, "For which CDNs keep content; 0: no fields for CDNs");
}

std::string valid_address(const std::string& address) {
    if (address.empty() || read_address(address)) return {};
    return "`" + address + "` is no address such as 127.0.0.1:9464, [::1]:9464 or :9464";
}

void add_metrics_options(Options& options, Settings& settings) {
    at_start(options.add("metrics", settings.metrics, "Whether there is /metrics, for Prometheus")->type_name("BOOL"));
    at_start(options
                 .add("metrics_address", settings.metrics_address,
                      "Where /metrics is, and nowhere else, such as 127.0.0.1:9464; empty: where everything is")
                 ->type_name("HOST:PORT")
                 ->check(valid_address));
    options
        .add("metrics_public", settings.metrics_public,
             "Whether /metrics answers everyone; false: requests from this machine that no proxy forwarded")
        ->type_name("BOOL");
}

void add_log_options(Options& options, Settings& settings) {
    options.add("log_level", settings.log_level, "debug, info, warning, error or off")
        ->type_name("LEVEL")
        ->check(valid_level);
    options.add("access_log", settings.access_log, "Whether each request is logged, without a word of who asked")
        ->type_name("BOOL");
    at_start(options.add("log_format", settings.log_format, "text or json")->type_name("FORMAT")->check(valid_format));
}

void add_transport_options(Options& options, http::TransportSettings& transport) {
    at_start(options.add("host", transport.host, "The address to listen on")->type_name("HOST"));
    at_start(options.add("port", transport.port, "The port to listen on; 0: any that is free")
                 ->type_name("PORT")
                 ->check(valid_count)
                 ->check(CLI::Range(0, 65535)));
    at_start(options.add("threads", transport.loops, "How many threads serve; 0: one a core")
                 ->type_name("N")
                 ->check(valid_count)
                 ->check(CLI::Range(0, 256)));
    at_start(options.add("backlog", transport.backlog, "How many connections may wait to be taken")
                 ->type_name("N")
                 ->check(valid_count)
                 ->check(CLI::Range(1, 65535)));
    at_start(
        options
            .add("keep_alive_requests", transport.keep_alive_requests, "After how many requests a connection is closed")
            ->type_name("N")
            ->check(valid_count)
            ->check(CLI::Range(1, 1'000'000'000)));
    at_start(options.add_milliseconds("request_time", transport.request_time, "For a request to arrive"));
    at_start(options.add_milliseconds("idle_time", transport.idle_time, "For a connection without a request"));
    at_start(options.add_milliseconds("write_time", transport.write_time, "For a client to take its answer"));
}

std::vector<std::string> known(const CLI::App& app, std::string (*spell)(std::string)) {
    std::vector<std::string> names;
    for (const auto* option : app.get_options()) {
        if (option->get_envname().empty()) continue;
        std::string name = option->get_single_name();
        std::replace(name.begin(), name.end(), '-', '_');
        names.push_back(spell(name));
    }
    return names;
}

std::string as_it_is(std::string setting) { return setting; }

// What is wrong with the values, or nothing. An option that has been set already keeps what it has.
std::optional<std::string> set(CLI::Option& option, const std::vector<std::string>& values) {
    if (option.count() > 0) return std::nullopt;
    try {
        option.add_result(values);
        option.run_callback();
    } catch (const CLI::ParseError& error) {
        return error.what();
    }
    return std::nullopt;
}

std::optional<std::string> set_from_file(CLI::App& app, const CLI::ConfigItem& item, const std::string& path) {
    if (item.name == "++") return path + ": there are no sections here; take `[" + item.parents.back() + "]` away";
    const std::string key = item.fullname();
    const auto names = known(app, as_it_is);
    if (std::find(names.begin(), names.end(), key) == names.end()) {
        return unknown_name(path + ": the setting", key, names);
    }
    const auto fault = set(*app.get_option(flag_of(key)), item.inputs);
    if (fault) return path + ": the setting `" + key + "`: " + *fault;
    return std::nullopt;
}

// CLI11 reads the variables itself; its later versions pass over a value that the option cannot have.
std::optional<std::string> set_from_variable(CLI::App& app, const std::string& name, const std::string& value) {
    if (value.empty()) return std::nullopt;
    const auto options = app.get_options([&name](const auto* option) { return option->get_envname() == name; });
    const auto fault = set(*options.front(), {value});
    if (fault) return "the environment variable `" + name + "`: " + *fault;
    return std::nullopt;
}

bool is_being_written(const std::string& path) {
    const http::Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    return file.open() && writer_of(file.number()) == Writer::open;
}

}  // namespace

std::string unknown_name(const std::string& what, const std::string& name, const std::vector<std::string>& known) {
    const auto near = content::nearest(name, known);
    const std::string hint = near ? "; did you mean `" + *near + "`?" : "; toolkitd --help lists those that are known";
    return what + " `" + name + "` is not known" + hint;
}

void add_setting_options(CLI::App& app, Settings& settings) {
    Options options(app);
    options.add("content", settings.content, "The folder of content files")->type_name("DIR");
    at_start(options
                 .add("state_dir", settings.state_dir,
                      "Where the last content that passed is kept, for a start at which the present one has faults; "
                      "empty: systemd's STATE_DIRECTORY, where there is one")
                 ->type_name("DIR"));
    options.add("public_url", settings.public_url, "What links begin with; empty: links are paths")
        ->type_name("URL")
        ->check(valid_public_url);
    options.add("primary_regulation", settings.primary_regulation, "The regulation behind /v1/regulation-status")
        ->type_name("ID");
    options.add("frame_ancestors", settings.frame_ancestors, "Who may show the embeds in a frame, as in a CSP")
        ->type_name("SOURCES")
        ->check(valid_ancestors);
    options.add("embeds", settings.embeds, "Whether toolkits are served as HTML, too, at /embed: true or false")
        ->type_name("BOOL");
    add_security_options(options, settings.security);
    add_cache_options(options, settings.cache);
    add_log_options(options, settings);
    add_metrics_options(options, settings);
    add_transport_options(options, settings.transport);
    at_start(options
                 .add("core_dumps", settings.core_dumps,
                      "Allow core dumps and debuggers, for development: they see what readers send")
                 ->type_name("BOOL"));
    auto& draining = settings.draining;
    at_start(options.add_seconds("drain_delay", draining.delay,
                                 "From SIGTERM, when it is not ready any more, to the end of listening"));
    at_start(options.add_seconds("drain_time", draining.time, "From then on, for what was asked to be answered"));
}

SettingValues setting_values(const CLI::App& app) {
    SettingValues values;
    for (const auto* option : app.get_options([](const auto* each) { return !each->get_envname().empty(); })) {
        std::string name = option->get_single_name();
        std::replace(name.begin(), name.end(), '-', '_');
        const auto given = option->reduced_results();
        values[name] = {given.empty() ? option->get_default_str() : given.back(), option->get_group() == kAtStart};
    }
    return values;
}

std::optional<std::string> read_environment(CLI::App& app) {
    const auto names = known(app, variable_of);
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view text(*entry);
        const auto end = text.find('=');
        if (!text.starts_with(kPrefix) || end == std::string_view::npos) continue;
        const std::string name(text.substr(0, end));
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            return unknown_name("the environment variable", name, names);
        }
        if (auto fault = set_from_variable(app, name, std::string(text.substr(end + 1)))) return fault;
    }
    return std::nullopt;
}

std::optional<SettingsFault> read_settings_file(CLI::App& app, const std::string& path) {
    const std::string cannot = "cannot read the settings file " + path + ": ";
    if (std::filesystem::is_directory(path)) return SettingsFault{cannot + "it is a folder", true};
    if (is_being_written(path)) return SettingsFault{cannot + "a process has it open for writing", true};
    try {
        std::ifstream file(path, std::ios::binary);
        if (!file) throw CLI::FileError::Missing(path);
        if (std::array<char, 3> mark{}; !file.read(mark.data(), mark.size()) || mark != kByteOrderMark) {
            file.clear();
            file.seekg(0);
        }
        std::set<std::string> given;
        for (const auto& item : CLI::ConfigTOML().from_config(file)) {
            const bool is_setting = item.name != "++" && item.name != "--";
            if (is_setting && (item.inputs.size() > 1 || !given.insert(item.fullname()).second)) {
                return SettingsFault{path + ": the setting `" + item.fullname() +
                                     "`: it takes one value, and is given several"};
            }
            if (auto fault = set_from_file(app, item, path)) return SettingsFault{std::move(*fault)};
        }
    } catch (const CLI::FileError& error) {
        return SettingsFault{cannot + error.what(), true};
    } catch (const CLI::Error& error) {
        return SettingsFault{cannot + error.what()};
    }
    return std::nullopt;
}

}  // namespace toolkitd::app
