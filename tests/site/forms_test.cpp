#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <libdeflate.h>

#include <memory>
#include <stop_token>
#include <string>

#include "base/hash.h"
#include "render/rich_catalogue.h"
#include "site/build.h"
#include "site/built.h"
#include "site/compress.h"
#include "site/encode.h"
#include "support/catalogues.h"
#include "support/times.h"

namespace toolkitd::site {
namespace {

constexpr std::size_t kRoom = 1U << 22U;

std::string from_gzip(std::string_view bytes) {
    std::string out(kRoom, '\0');
    std::size_t size = 0;
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> decompressor(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    EXPECT_EQ(libdeflate_gzip_decompress(decompressor.get(), bytes.data(), bytes.size(), out.data(), out.size(), &size),
              LIBDEFLATE_SUCCESS);
    out.resize(size);
    return out;
}

std::string from_brotli(std::string_view bytes) {
    std::string out(kRoom, '\0');
    std::size_t size = out.size();
    EXPECT_EQ(BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                      reinterpret_cast<std::uint8_t*>(out.data())),
              BROTLI_DECODER_RESULT_SUCCESS);
    out.resize(size);
    return out;
}

std::shared_ptr<const Snapshot> in_all(const Snapshot& first, const Labeller& labeller = testing::unlabelled) {
    return with_coding(*with_coding(first, Coding::gzip, labeller), Coding::brotli, labeller);
}

TEST(Compressor, gives_back_what_was_put_in_whatever_it_has_worked_on_before) {
    const std::string some[] = {{}, "a", std::string(16, 'b'), std::string(1'000'000, 'c'), {"\0\xff\r\n", 4}};
    Compressor compressor(9);
    for (const int quality : {5, 9, 11}) {
        for (const std::string& bytes : some) {
            EXPECT_EQ(from_gzip(compressor.gzip(bytes)), bytes);
            EXPECT_EQ(from_brotli(compressor.brotli(bytes, quality)), bytes);
        }
    }
}

TEST(Compressor, gives_the_same_bytes_for_the_same_bytes) {
    const auto site = testing::built(testing::rich_catalogue());
    const std::string_view text = site->find("/v1/toolkits", testing::at("2026-11-23"))->body();
    Compressor used(9);
    used.brotli(std::string(100'000, 'x'), 11);
    used.gzip(std::string(100'000, 'x'));
    EXPECT_EQ(used.brotli(text, 11), Compressor(9).brotli(text, 11));
    EXPECT_EQ(used.gzip(text), Compressor(9).gzip(text));
}

TEST(Compressor, tells_no_time_and_no_machine) {
    const std::string bytes = Compressor(9).gzip("same");
    EXPECT_EQ(bytes.substr(4, 4), std::string(4, '\0'));  // RFC 1952 section 2.3: MTIME
    EXPECT_EQ(Compressor(9).gzip("same"), bytes);
}

TEST(BrotliQuality, yields_to_the_number_of_bytes) {
    EXPECT_EQ(brotli_quality(0, 0), 11);
    EXPECT_EQ(brotli_quality(8U << 20U, 1U << 20U), 11);
    EXPECT_EQ(brotli_quality(8U << 20U, (1U << 20U) + 1), 9);
    EXPECT_EQ(brotli_quality((8U << 20U) + 1, 0), 9);
    EXPECT_EQ(brotli_quality((64U << 20U) + 1, 0), 5);
}

TEST(GzipLevel, yields_to_the_number_of_bytes) {
    EXPECT_EQ(gzip_level(64U << 20U), 9);
    EXPECT_EQ(gzip_level((64U << 20U) + 1), 6);
}

TEST(Forms, hold_the_same_content_under_tags_of_their_own) {
    const auto first = testing::built(testing::rich_catalogue());
    const auto complete = in_all(*first);
    for (const auto& [path, representation] : testing::everything_in(*complete)) {
        if (representation->has(Coding::gzip)) {
            EXPECT_EQ(from_gzip(representation->form(Coding::gzip).body.view()), representation->body()) << path;
        }
        if (representation->has(Coding::brotli)) {
            EXPECT_EQ(from_brotli(representation->form(Coding::brotli).body.view()), representation->body()) << path;
        }
        for (const auto& form : representation->forms) {
            if (form) {
                EXPECT_EQ(form->tag, '"' + base::fingerprint(form->body.view()) + '"') << path;
            }
        }
    }
}

TEST(Forms, are_there_where_they_are_smaller_and_nowhere_else) {
    const auto labelled = [](const Representation&, Coding) { return Label{}; };
    const std::string small = "User-agent: *\nAllow: /\n";
    const std::string large(1000, 'x');
    std::vector<FixedDocument> documents{{"/small", "text/plain", Bytes(small)},
                                         {"/empty", "text/plain", Bytes(std::string())},
                                         {"/large", "text/plain", Bytes(large)}};
    const auto now = testing::at("2026-11-23");
    const auto site = in_all(*build(testing::small_catalogue(), {}, std::move(documents), now, labelled), labelled);
    for (const Coding coding : {Coding::gzip, Coding::brotli}) {
        EXPECT_FALSE(site->find("/empty", now)->has(coding));
        EXPECT_TRUE(site->find("/large", now)->has(coding));
    }
    EXPECT_FALSE(site->find("/small", now)->has(Coding::gzip));
    for (const auto& [path, representation] : testing::everything_in(*site)) {
        for (const Coding coding : {Coding::gzip, Coding::brotli}) {
            if (!representation->has(coding)) continue;
            EXPECT_LT(representation->form(coding).body.view().size(), representation->body().size()) << path;
        }
    }
}

TEST(Forms, in_brotli_are_given_up_when_nobody_waits_for_them_any_more) {
    const auto first = testing::built(testing::rich_catalogue());
    std::stop_source stop;
    EXPECT_NE(with_coding(*first, Coding::brotli, testing::unlabelled, stop.get_token()), nullptr);
    stop.request_stop();
    std::size_t labelled = 0;
    const auto counting = [&labelled](const Representation&, Coding) {
        ++labelled;
        return Label{};
    };
    EXPECT_EQ(with_coding(*first, Coding::brotli, counting, stop.get_token()), nullptr);
    EXPECT_EQ(labelled, 0U);
}

TEST(Forms, in_brotli_come_later_and_share_the_bytes_of_the_others) {
    const auto first = with_coding(*testing::built(testing::rich_catalogue()), Coding::gzip, testing::unlabelled);
    const auto complete = with_coding(*first, Coding::brotli, testing::unlabelled);
    const auto before = testing::everything_in(*first);
    const auto after = testing::everything_in(*complete);
    ASSERT_EQ(before.size(), after.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        const auto& [path, old] = before[i];
        EXPECT_FALSE(old->has(Coding::brotli)) << path;
        EXPECT_TRUE(after[i].representation->has(Coding::brotli) || old->body().size() < 100) << path;
        EXPECT_EQ(old->forms[1], after[i].representation->forms[1]) << path;
        EXPECT_EQ(old->body().data(), after[i].representation->body().data()) << path;
    }
}

TEST(Forms, are_labelled_each) {
    const Labeller labeller = [](const Representation& representation, Coding coding) {
        return Label{representation.form(coding).tag, std::to_string(static_cast<int>(coding))};
    };
    const auto catalogue = testing::small_catalogue();
    const auto complete = in_all(*build(catalogue, {}, {}, testing::at("2026-11-23"), labeller), labeller);
    for (const auto& [path, representation] : testing::everything_in(*complete)) {
        for (std::size_t i = 0; i < kCodings; ++i) {
            if (!representation->forms[i]) continue;
            EXPECT_EQ(representation->forms[i]->label.validators, representation->forms[i]->tag) << path;
            EXPECT_EQ(representation->forms[i]->label.description, std::to_string(i)) << path;
        }
    }
}

}  // namespace
}  // namespace toolkitd::site
