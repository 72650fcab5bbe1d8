#include "http/negotiation.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace toolkitd::http {
namespace {

using site::Coding;

site::Representation with(std::vector<Coding> codings) {
    site::Representation made;
    for (const Coding coding : codings) {
        made.forms[static_cast<std::size_t>(coding)] = std::make_shared<const site::Form>();
    }
    return made;
}

std::string name_of(Coding coding) {
    if (coding == Coding::identity) return "identity";
    return coding == Coding::gzip ? "gzip" : "br";
}

// What is preferred where all codings are there.
std::string preferred(const std::vector<Field>& fields) {
    Request request;
    request.fields = fields;
    return name_of(preferred_coding(request, with({Coding::identity, Coding::gzip, Coding::brotli})));
}

std::string preferred(std::string_view list) {
    return preferred(std::vector<Field>{{FieldName::accept_encoding, list}});
}

TEST(Negotiation, sends_identity_to_those_who_ask_for_nothing) {
    EXPECT_EQ(preferred(std::vector<Field>{}), "identity");
    EXPECT_EQ(preferred(std::vector<Field>{{FieldName::other, "gzip"}}), "identity");
    for (const std::string_view list :
         {"", "identity", "deflate", "zstd, compress", "gzip2", "g zip", ",", ";", "br q"}) {
        EXPECT_EQ(preferred(list), "identity") << list;
    }
}

TEST(Negotiation, prefers_the_smallest_where_weights_are_equal) {
    for (const std::string_view list : {"br", "gzip, br", "gzip, deflate, br, zstd", "*", "gzip;q=0.5, br;q=0.5", "BR",
                                        " br ,gzip", "identity, gzip, br", "gzip;q=0.5,*;q=0.7", "br;q=1.000"}) {
        EXPECT_EQ(preferred(list), "br") << list;
    }
    for (const std::string_view list : {"gzip", "GZip", "x-gzip", "gzip, identity", "gzip;q=1.0", "*, br;q=0"}) {
        EXPECT_EQ(preferred(list), "gzip") << list;
    }
}

TEST(Negotiation, obeys_weights) {
    EXPECT_EQ(preferred("gzip;q=0.8, br;q=0.7"), "gzip");
    EXPECT_EQ(preferred("gzip;q=0.801, br;q=0.8"), "gzip");
    EXPECT_EQ(preferred("gzip ; q=0.2 , br ; q=0.1"), "gzip");
    EXPECT_EQ(preferred("br;Q=0.1, gzip;Q=0.2"), "gzip");
    EXPECT_EQ(preferred("identity;q=1, gzip;q=0.5, br;q=0.9"), "identity");
    EXPECT_EQ(preferred("identity;q=0.5, *;q=0.1"), "identity");
    EXPECT_EQ(preferred("gzip;q=0.001"), "gzip");
}

TEST(Negotiation, never_sends_what_has_no_weight) {
    EXPECT_EQ(preferred("br;q=0, gzip"), "gzip");
    EXPECT_EQ(preferred("br;q=0.000, gzip;q=0."), "identity");
    EXPECT_EQ(preferred("*;q=0, gzip"), "gzip");
    EXPECT_EQ(preferred("identity;q=0, gzip;q=0.1"), "gzip");
    EXPECT_EQ(preferred("identity;q=0, *"), "br");
}

TEST(Negotiation, passes_over_elements_that_cannot_be_read) {
    for (const std::string_view weight : {"q=2", "q=1.1", "q=1.0001", "q=", "q=.", "q=-1", "q=+1", "q=a", "q=00.5",
                                          "q=0,5", "q=0.5.5", "q=\"0.5\"", "q=0.5e1", "x=1;q=2"}) {
        EXPECT_EQ(preferred("gzip, br;" + std::string(weight)), "gzip") << weight;
    }
}

TEST(Negotiation, reads_weights_as_clients_write_them) {
    EXPECT_EQ(preferred("gzip;q=.5, br;q=.9"), "br");
    EXPECT_EQ(preferred("gzip;q=.9, br;q=.5"), "gzip");
    EXPECT_EQ(preferred("gzip;q=0.5001, br;q=0.5000"), "br");  // more than thousandths makes no difference
    EXPECT_EQ(preferred("gzip;q=0.501, br;q=0.5000000000000000000000"), "gzip");
    EXPECT_EQ(preferred("gzip;q=1.00000"), "gzip");
    EXPECT_EQ(preferred("br;q=0.0001"), "br");  // little, but not nothing
    EXPECT_EQ(preferred("br;q=0.00000, gzip;q=.0"), "identity");
    EXPECT_EQ(preferred("gzip;q= 0.9, br; q =0.5"), "gzip");
}

TEST(Negotiation, finds_the_weight_among_other_parameters) {
    EXPECT_EQ(preferred("gzip;level=9;q=0.9, br;x=1;q=0.5"), "gzip");
    EXPECT_EQ(preferred("br;x=1"), "br");
    EXPECT_EQ(preferred("br;x=\"a,gzip;q=1\";q=0, gzip;q=0.1"), "gzip");
    EXPECT_EQ(preferred("gzip;x=\"a\\\",b\", br;q=0.5"), "gzip");
}

TEST(Negotiation, reads_several_fields_as_one_list) {
    EXPECT_EQ(
        preferred(std::vector<Field>{{FieldName::accept_encoding, "br;q=0.5"}, {FieldName::accept_encoding, "gzip"}}),
        "gzip");
}

TEST(Negotiation, falls_back_to_identity_where_nothing_acceptable_is_there) {
    Request request;
    const std::vector<Field> fields{{FieldName::accept_encoding, "br, identity;q=0"}};
    request.fields = fields;
    EXPECT_EQ(preferred_coding(request, with({Coding::identity, Coding::gzip})), Coding::identity);
    EXPECT_EQ(preferred("identity;q=0"), "identity");
    EXPECT_EQ(preferred("*;q=0"), "identity");
}

TEST(Negotiation, takes_the_next_best_while_one_is_not_there_yet) {
    Request request;
    const std::vector<Field> fields{{FieldName::accept_encoding, "gzip, br"}};
    request.fields = fields;
    EXPECT_EQ(preferred_coding(request, with({Coding::identity, Coding::gzip})), Coding::gzip);
}

}  // namespace
}  // namespace toolkitd::http
