#include <gtest/gtest.h>

#include "domain/catalogue.h"
#include "support/catalogues.h"
#include "support/regulations.h"

namespace toolkitd::domain {
namespace {

using testing::empty_catalogue;
using testing::regulation;
using testing::resource;

TEST(Lookup, finds_the_item_of_an_id) {
    Catalogue catalogue = empty_catalogue();
    catalogue.resources = {resource("a"), resource("a-b"), resource("b")};
    catalogue.regulations = {regulation({}, "first"), regulation({}, "second")};
    for (const auto& each : catalogue.resources) EXPECT_EQ(find_resource(catalogue, each.id), &each);
    for (const auto& each : catalogue.regulations) EXPECT_EQ(find_regulation(catalogue, each.id), &each);
}

TEST(Lookup, finds_nothing_for_any_other_id) {
    Catalogue catalogue = empty_catalogue();
    catalogue.resources = {resource("b"), resource("d")};
    for (const auto* id : {"", "a", "c", "e", "bb", "B"}) EXPECT_EQ(find_resource(catalogue, id), nullptr) << id;
    EXPECT_EQ(find_regulation(catalogue, "b"), nullptr);
}

}  // namespace
}  // namespace toolkitd::domain
