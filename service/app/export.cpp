#include <ostream>

#include "app/commands.h"
#include "app/record_mirror.h"
#include "app/report.h"
#include "mirror/folder.h"

namespace toolkitd::app {

int export_mirror(const Settings& settings, const Export& command, Output output) {
    if (const auto may = mirror::may_write(command.folder); !may) return cannot(may.error().sentence, output);
    const auto content = record_mirror(settings, base::SystemClock(), when_still(told_on(output.err)));
    if (!content) return cannot(content.error(), output);
    const auto tree = mirror::tree_of(content->recording, content->zone);
    const auto written = mirror::write_folder(tree, command.folder);
    if (!written) return cannot(written.error().sentence, output);
    output.out << command.folder << ": " << content->recording.places.size() << " addresses in "
               << content->recording.editions() << " editions, " << tree.size() << " files, content revision "
               << content->recording.revision << '\n';
    if (content->holds_embargoed) {
        output.out << command.folder << ": it holds content that is not public yet; whoever can read the mirror can "
                   << "read it now\n";
    }
    return 0;
}

}  // namespace toolkitd::app
