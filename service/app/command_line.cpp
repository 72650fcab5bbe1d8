#include "app/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <vector>

#include "app/build_facts.h"
#include "app/setting_options.h"

namespace toolkitd::app {
namespace {

constexpr const char* kDefaultConfig = "config/service.toml";

// The options of every command, bound to what they fill.
class CommandLine {
public:
    CommandLine() {
        app_.require_subcommand(1);
        app_.set_version_flag("--version", version_line());
        app_.add_option("--config", config_, "The settings file [config/service.toml, where there is one]")
            ->type_name("FILE");
        add_setting_options(app_, invocation_.settings);
        add_commands();
        take_the_last();
        app_.footer(
            "Settings are read from the settings file, from the environment (TOOLKITD_PORT for --port, and so on) and\n"
            "from flags, in rising precedence. They may stand before or behind the command.");
    }

    base::Result<Invocation, Answered> read(int argc, const char* const* argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::Success& wanted) {
            std::ostringstream text;
            app_.exit(wanted, text, text);
            return tl::unexpected(Answered{text.str(), 0});
        } catch (const CLI::ParseError& error) {
            const bool strange = !app_.remaining(true).empty();
            return tl::unexpected(wrong(strange ? unexpected() : std::string(error.what()) + "; see toolkitd --help"));
        }
        if (const auto fault = read_environment(app_)) return tl::unexpected(wrong(*fault));
        if (const auto fault = read_config()) return tl::unexpected(wrong(fault->sentence, fault->unread));
        invocation_.command = command();
        invocation_.values = setting_values(app_);
        return invocation_;
    }

private:
    static Answered wrong(const std::string& sentence, bool unread = false) {
        return {"toolkitd: " + sentence + "\n", 2, unread};
    }

    // The first argument that means nothing, and what may have been meant.
    std::string unexpected() const {
        const auto arguments = app_.remaining(true);
        const auto option = std::find_if(arguments.begin(), arguments.end(),
                                         [](const std::string& argument) { return argument.starts_with('-'); });
        if (option != arguments.end())
            return unknown_name("the option", option->substr(0, option->find('=')), options());
        return unknown_name("the command or argument", arguments.front(), commands());
    }

    std::vector<std::string> options() const {
        std::vector<std::string> names;
        const auto add = [&](const CLI::App& app) {
            for (const auto* option : app.get_options()) names.push_back(option->get_name());
        };
        add(app_);
        for (const auto* command : app_.get_subcommands()) add(*command);
        return names;
    }

    std::vector<std::string> commands() const {
        std::vector<std::string> names;
        for (const auto* command : app_.get_subcommands([](const CLI::App*) { return true; })) {
            names.push_back(command->get_name());
        }
        return names;
    }

    void add_commands() {
        auto* serve = add_command("serve", "Serve the content over HTTP");
        serve->add_option("--rehearse", serve_.rehearse, "Start the clock at an instant, to watch a switch happen")
            ->type_name("T");
        auto* check = add_command("check", "Check the content files and list every error");
        check->add_option("folder", check_.folder, "The content folder, or one file in it [the setting `content`]")
            ->type_name("DIR|FILE");
        check
            ->add_option_function<std::string>(
                "--format", [this](const std::string& format) { check_.json = format == "json"; },
                "How to tell them: text or json [text]")
            ->check(CLI::IsMember({"text", "json"}))
            ->type_name("FORMAT");
        auto* show = add_command("show", "Print what the service would answer");
        show->add_option("path", show_.path, "A path, such as /v1/toolkits")->type_name("PATH");
        show->add_option("--as-of", show_.as_of, "At an instant, or a day")->type_name("T");
        show->add_flag("-i,--include", show_.with_fields, "Print the status line and the header fields, too");
        show->add_flag("--routes", show_.routes, "Print every path that the service has");
        add_mirror_commands();
        add_command("timeline", "Print every instant at which something changes, and what");
        add_command("health", "Ask the server at the configured address whether it is well");
    }

    // Of what is given twice, as by a script that adds its own to somebody else's. Several folders or paths are too
    // many.
    void take_the_last() {
        const auto take = [](CLI::App& app) {
            for (auto* option : app.get_options()) {
                if (!option->get_positional() && option->get_items_expected_max() > 0) option->take_last();
            }
        };
        take(app_);
        for (auto* command : app_.get_subcommands([](const CLI::App*) { return true; })) take(*command);
    }

    void add_mirror_commands() {
        auto* mirror = add_command("export", "Write every answer of every edition as files, for a static host");
        mirror
            ->add_option("folder", export_.folder,
                         "Where to: a folder that is new, empty, or an earlier export, which is replaced in one step")
            ->required()
            ->type_name("DIR");
        auto* verify = add_command("verify", "Say whether a mirror, or a service, says what the content says");
        verify
            ->add_option(
                "what", verify_.what,
                "The folder of an export, or an address such as https://toolkits.example. Ends with 0 where "
                "there is no difference, 1 where there is one, 2 where that could not be found out. Over https, the "
                "certificate must lead to an authority of this machine, or of the file that SSL_CERT_FILE names")
            ->required()
            ->type_name("DIR|URL");
        verify
            ->add_option_function<unsigned>(
                "--patience", [this](unsigned given) { verify_.patience = std::chrono::seconds(given); },
                "For how long to wait for each answer of an address [10]")
            ->check(CLI::Range(1, 600))
            ->type_name("SECONDS");
        verify
            ->add_option_function<unsigned>(
                "--max-time", [this](unsigned given) { verify_.max_time = std::chrono::seconds(given); },
                "Give up on an address after this time, whatever it is doing [600]")
            ->check(CLI::Range(1, 86400))
            ->type_name("SECONDS");
    }

    CLI::App* add_command(const std::string& name, const std::string& description) {
        auto* command = app_.add_subcommand(name, description)->fallthrough();
        command->footer("The settings (--port, --content and others) may stand here, too; toolkitd --help tells them.");
        return command;
    }

    std::optional<SettingsFault> read_config() {
        if (!config_.empty()) return read_settings_file(app_, config_);
        if (!std::filesystem::exists(kDefaultConfig)) return std::nullopt;
        return read_settings_file(app_, kDefaultConfig);
    }

    std::variant<Serve, Check, Show, Timeline, Probe, Export, Verify> command() const {
        if (app_.got_subcommand("serve")) return serve_;
        if (app_.got_subcommand("check")) return check_;
        if (app_.got_subcommand("show")) return show_;
        if (app_.got_subcommand("timeline")) return Timeline{};
        if (app_.got_subcommand("export")) return export_;
        if (app_.got_subcommand("verify")) return verify_;
        return Probe{};
    }

    CLI::App app_{"Publishes legal toolkits as JSON, right at every instant.", "toolkitd"};
    std::string config_;
    Invocation invocation_;
    Serve serve_;
    Check check_;
    Show show_;
    Export export_;
    Verify verify_;
};

}  // namespace

base::Result<Invocation, Answered> read_command_line(int argc, const char* const* argv) {
    return CommandLine().read(argc, argv);
}

}  // namespace toolkitd::app
