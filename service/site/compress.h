// The same bytes in fewer: gzip (RFC 1952) and brotli (RFC 7932).
//
// Keeps what it works with from one body to the next, for most of them are short, and to ask the system for memory anew
// costs as much as to compress them. For one thread at a time. Pure otherwise: the same bytes, effort and version of
// the library give the same result. Throws std::bad_alloc where memory runs out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct libdeflate_compressor;

namespace toolkitd::site {

class Compressor {
public:
    // libdeflate's level, 1 to 12: up to 9 much like zlib's, above it all ways are weighed.
    explicit Compressor(int gzip_level);
    ~Compressor();
    Compressor(Compressor&&) = delete;

    // Without a time or a name in the header.
    std::string gzip(std::string_view bytes);

    // `quality`: 0 to 11.
    std::string brotli(std::string_view bytes, int quality);

private:
    // Large pieces of memory that the encoder has given back, for the next body.
    class Kept {
    public:
        ~Kept();
        static void* allocate(void* kept, std::size_t size) noexcept;
        static void free(void* kept, void* piece) noexcept;

    private:
        std::vector<void*> pieces_;
    };

    int gzip_level_;
    std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> gzip_;  // null until it is needed
    Kept kept_;
};

}  // namespace toolkitd::site
